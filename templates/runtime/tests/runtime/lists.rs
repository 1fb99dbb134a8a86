use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::runtime::{Auth, Client, Decoder, Deviation, Encode, HttpResponse, Page, StatusCode};
use super::server::DOCUMENT;
use super::transports::Script;

fn decode(value: &Value) -> (Page<String>, Vec<Deviation>) {
    let mut at = Decoder::new();
    let page = at.read(Some(value.clone())).expect("a page");
    (page, at.into_deviations())
}

#[test]
fn the_only_array_is_the_items_and_the_rest_is_the_envelope() {
    let value = json!({"tags": ["a", "b"], "meta": {"next_page_url": "https://example.com"}});
    let (page, deviations) = decode(&value);
    assert_eq!(page.items, ["a", "b"]);
    assert_eq!(page.envelope, json!({"meta": {"next_page_url": "https://example.com"}}));
    assert_eq!(deviations, []);
    assert_eq!(page.encode(), value);
}

#[test]
fn a_page_that_cannot_be_told_from_another_object_loses_nothing() {
    for value in [json!({"tags": null}), json!({"tags": ["a"], "others": []}), json!({})] {
        let (page, deviations) = decode(&value);
        assert_eq!(page.items, [""; 0]);
        assert_eq!(deviations.len(), 1, "{value}");
        assert_eq!(page.encode(), value);
    }
}

#[tokio::test]
async fn the_items_are_what_the_document_calls_so() {
    for (body, items, deviations) in [
        (r#"{"tags": ["a"], "warnings": ["w"], "meta": {}}"#, 1, 0),
        (r#"{"labels": ["a", "b"], "meta": {}}"#, 2, 1),
        (r#"{"labels": [], "warnings": ["w"]}"#, 0, 1),
        (r#"{"tags": null, "labels": ["a"]}"#, 1, 1),
    ] {
        let script = Script::of(vec![Ok(HttpResponse::new(StatusCode::OK, body))]);
        let seen = Arc::new(Mutex::new(0));
        let hook = Arc::clone(&seen);
        let builder = Client::builder().transport(script);
        let client = builder.on_deviation(move |_| *hook.lock().expect("no panic") += 1).build();
        let call = client.expect("a client").api(DOCUMENT, Auth::None).get("/tags");
        let page = call.send_page::<String>("tags").await.expect("a page");
        assert_eq!(
            (page.items.len(), *seen.lock().expect("no panic")),
            (items, deviations),
            "{body}"
        );
        assert_eq!(page.encode(), serde_json::from_str::<Value>(body).expect("JSON"));
    }
}

#[test]
fn an_item_that_cannot_be_read_is_named_by_its_place() {
    let error = Decoder::new().read::<Page<bool>>(Some(json!({"tags": [true, "b"]})));
    let error = error.expect_err("text");
    assert_eq!(error.path, "tags[1]");
    assert_eq!(error.to_string(), "at `*[1]`: expected a boolean, found a string");
}

#[test]
fn what_is_no_object_is_no_page() {
    let error = Decoder::new().read::<Page<bool>>(Some(json!([true])));
    assert_eq!(error.expect_err("an array").expected, "an object");
}

#[test]
fn debug_shows_the_items_alone() {
    let (page, _) = decode(&json!({"tags": ["a"], "next_page_uri": "/tags?To=%2B15550100"}));
    assert_eq!(format!("{page:?}"), r#"Page { items: ["a"], .. }"#);
}
