//! What clients of documents with tuples send and read.

use std::sync::{Arc, Mutex};

use bindery_acceptance::cases::Client;
use bindery_acceptance::cases::tuples::{Position, Rule, Track, TrackLegSecond, TrackLegThird};
use serde_json::{Value, json};

use super::{answering_json, only, text_of};

const TRACK: &str = r#"{"start":[1.5,2.0,null],"legs":[["2026-01-02T03:04:05Z",{"to":[3.0,4.5,10]},"ride"]],"before":[{"start":[0.0,0.0,0],"legs":[]},null],"rule":["and","a",["not","b","c"]]}"#;

fn track() -> Track {
    let start: Position = (1.5, 2.0, None);
    let to = TrackLegSecond::new((3.0, 4.5, Some(10)));
    let left = "2026-01-02T03:04:05Z".parse().expect("a date and time");
    let not = ["not", "b", "c"].map(str::to_owned);
    let [not, b, c] = not;
    let not = Rule::StringRuleRuleTuple(Box::new((not, Rule::String(b), Rule::String(c))));
    let and = ("and".to_owned(), Rule::String("a".to_owned()), not);
    let mut track = Track::new(start, vec![(left, to, TrackLegThird::Ride)]);
    track.before = Some(Box::new((Track::new((0.0, 0.0, Some(0)), Vec::new()), Value::Null)));
    track.rule = Some(Rule::StringRuleRuleTuple(Box::new(and)));
    track
}

#[tokio::test]
async fn a_tuple_is_an_array_whose_values_keep_their_places() {
    let answer: Value = serde_json::from_str(TRACK).expect("JSON");
    let (server, client) = answering_json(answer).await;
    let created = client.tuples().tracks().create(track()).send().await.expect("a track");
    assert_eq!(text_of(&server).await, TRACK);
    assert_eq!(created, track());
}

#[tokio::test]
async fn a_body_can_be_a_tuple() {
    let (server, client) = answering_json(json!(null)).await;
    let body = ("all".to_owned(), (1.0, 2.0, None));
    client.tuples().bounds().replace(body).send().await.expect("no answer");
    assert_eq!(text_of(&server).await, r#"["all",[1.0,2.0,null]]"#);
}

#[tokio::test]
async fn a_parameter_that_is_json_can_be_a_tuple() {
    let (server, client) = answering_json(json!([[1, 2, 3], [4, 5, 6]])).await;
    client.tuples().bounds().get().within(json!([1.5, 2, null])).send().await.expect("corners");
    let pairs: Vec<_> = only(&server).await.url.query_pairs().into_owned().collect();
    assert_eq!(pairs, [("within".to_owned(), "[1.5,2,null]".to_owned())]);
}

#[tokio::test]
async fn a_form_can_have_a_tuple_of_files() {
    let (server, client) = answering_json(json!(null)).await;
    client.tuples().maps().add(["GIF", "PNG"]).send().await.expect("no answer");
    let body = text_of(&server).await;
    let part = |content| {
        let head = "name=\"sides\"; filename=\"file\"\r\nContent-Type: application/octet-stream";
        format!("form-data; {head}\r\n\r\n{content}\r\n")
    };
    assert!(body.contains(&part("GIF")) && body.contains(&part("PNG")), "{body}");
}

#[tokio::test]
async fn what_deviates_in_a_tuple_is_told_with_its_place() {
    let (server, _) = answering_json(json!([[1, "2"], [3, 4, null, 5]])).await;
    let noted = Arc::new(Mutex::new(Vec::new()));
    let hook = Arc::clone(&noted);
    let builder = Client::builder().base_url(server.uri());
    let builder =
        builder.on_deviation(move |it| hook.lock().expect("no panic").push(it.to_string()));
    let client = builder.build().expect("a client");
    let get = client.tuples().bounds().get().near(["1", "2"]).named(["a", "7"]);
    let corners = get.send().await.expect("an answer");
    let length = "expected an array of the documented length, found another length";
    let expected = [
        format!("at `[0]`: {length}"),
        "at `[0][1]`: expected a number, found a string".to_owned(),
        format!("at `[1]`: {length}"),
    ];
    assert_eq!(*noted.lock().expect("no panic"), expected);
    assert_eq!(corners, ((1.0, 2.0, None), (3.0, 4.0, None)));
    assert_eq!(only(&server).await.url.query(), Some("near=1&near=2&named=a&named=7"));
}

#[tokio::test]
async fn a_tuple_without_a_value_for_a_position_is_an_error() {
    let (_server, client) = answering_json(json!([[1, 2, null]])).await;
    let error = client.tuples().bounds().get().send().await.expect_err("one corner");
    assert!(error.to_string().contains("at `[1]`: expected a value, found nothing"), "{error}");
}
