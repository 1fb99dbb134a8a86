//! What clients read from responses of which each status brings something else.

use std::sync::{Arc, Mutex};

use bindery_acceptance::cases::answers_by_status::{
    CreatePotAnswer, GetPhotoAnswer, GetPotAnswer, GetStoryAnswer, SellPotOutcome,
};
use bindery_acceptance::cases::{Client, ErrorKind, Uri};
use serde_json::json;
use wiremock::ResponseTemplate;

use super::{answering, header, only};

fn with_text(status: u16, text: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_string(text)
}

#[tokio::test]
async fn the_status_says_what_a_body_is() {
    let fits_all = json!({"id": "7", "degrees": 900});
    let create = async |status| {
        let template = ResponseTemplate::new(status).set_body_json(&fits_all);
        let (_server, client) = answering(template).await;
        client.answers_by_status().pots().create().glaze("blue").send().await.expect("an answer")
    };
    let created = create(201).await;
    assert!(matches!(&created, CreatePotAnswer::Created(pot) if pot.id == "7"), "{created:?}");
    let accepted = create(202).await;
    let is_firing = |it: &_| matches!(it, CreatePotAnswer::Accepted(it) if it.degrees == Some(900));
    assert!(is_firing(&accepted), "{accepted:?}");
    assert_eq!(create(204).await, CreatePotAnswer::NoContent);
}

#[tokio::test]
async fn a_body_that_is_not_what_its_status_promises_is_an_error() {
    let firing = ResponseTemplate::new(201).set_body_json(json!({"degrees": 900}));
    let (_server, client) = answering(firing).await;
    let error = client.answers_by_status().pots().create().send().await.expect_err("no pot");
    assert_eq!(error.decode_error().map(|it| it.path.as_str()), Some("id"));
}

#[tokio::test]
async fn a_status_comes_before_the_range_that_it_is_in() {
    let get = async |template| {
        let (server, client) = answering(template).await;
        let answer = client.answers_by_status().pots().get("7").send().await;
        let accept = header(&only(&server).await, "accept").map(str::to_owned);
        assert_eq!(accept.as_deref(), Some("application/json, text/plain"));
        answer
    };
    let pot = get(with_text(200, r#"{"id": "7"}"#)).await.expect("a pot");
    assert!(matches!(&pot, GetPotAnswer::Ok(pot) if pot.id == "7"), "{pot:?}");
    for status in [201, 299] {
        let told = get(with_text(status, r#"{"id": "7"}"#)).await.expect("text");
        assert_eq!(told, GetPotAnswer::Success(r#"{"id": "7"}"#.to_owned()));
    }
    assert_eq!(get(with_text(304, "")).await.expect("nothing"), GetPotAnswer::NotModified);
    let elsewhere = with_text(303, "").insert_header("Location", "/pots/8");
    let elsewhere = get(elsewhere).await.expect("a place");
    assert_eq!(elsewhere, GetPotAnswer::SeeOther(Uri::from("/pots/8")));
    let nowhere = get(with_text(303, "")).await.expect_err("no place");
    assert_eq!(nowhere.kind(), ErrorKind::Decode);
    let missing = get(with_text(404, r#"{"where": "rim"}"#)).await.expect_err("a failure");
    assert_eq!(missing.status(), Some(404));
}

#[tokio::test]
async fn bytes_and_inline_bodies_are_told_apart() {
    let (_server, client) = answering(ResponseTemplate::new(299).set_body_bytes([0, 255])).await;
    let shards = client.answers_by_status().photo("7").get().send().await.expect("bytes");
    assert_eq!(shards, GetPhotoAnswer::Status299(vec![0, 255]));
    let (_server, client) = answering(with_text(203, r#"{"text": "Once"}"#)).await;
    let copy = client.answers_by_status().story("7").get().send().await.expect("a story");
    let is_copy = |it: &_| {
        matches!(it, GetStoryAnswer::NonAuthoritativeInformation(it)
            if it.text.as_deref() == Some("Once"))
    };
    assert!(is_copy(&copy), "{copy:?}");
}

#[tokio::test]
async fn an_undocumented_success_is_kept_as_it_came_and_reported() {
    let (server, _client) = answering(with_text(207, "secret")).await;
    let reported = Arc::new(Mutex::new(Vec::new()));
    let hook = Arc::clone(&reported);
    let builder = || Client::builder().base_url(server.uri());
    let client =
        builder().on_deviation(move |it| hook.lock().expect("no panic").push(it.to_string()));
    let sell = |client: Client| client.answers_by_status().sale("7").sell().send();
    let answer = sell(client.build().expect("a client")).await.expect("an answer");
    let SellPotOutcome::Undocumented(it) = &answer else { panic!("{answer:?}") };
    assert_eq!((it.status.as_u16(), it.body.as_slice()), (207, b"secret".as_slice()));
    assert_eq!(format!("{answer:?}"), "Undocumented(Undocumented { status: 207, .. })");
    let text = "in the body: expected that of a documented status, found that of another";
    assert_eq!(*reported.lock().expect("no panic"), [text]);
    let strict = builder().strict(true).build().expect("a client");
    assert_eq!(sell(strict).await.expect_err("a deviation").kind(), ErrorKind::Decode);
}
