//! The fake of a generated crate: it answers as the documents say, and remembers what was asked.

use serde_json::{Value, json};
use twilio_client::chat_v2::{Channel, ChannelType};
use twilio_client::fake::{Failure, Fake};
use twilio_client::{Client, StatusCode};

const SERVICE: &str = "IS7aca59afb37454f4858c7587c1c1ec24";

#[tokio::test]
async fn an_operation_answers_with_its_documented_example() {
    let client = Fake::new().client();
    let channel = client.chat_v2().channels(SERVICE).fetch("lobby").send().await;
    let channel = channel.expect("a channel");
    assert_eq!(channel.friendly_name.as_deref(), Some("Front desk"));
    assert_eq!(channel.r#type, Some(ChannelType::Private));
}

#[test]
fn code_that_is_not_async_waits() {
    let fake = Fake::new();
    fake.pages("ListChannel", 3);
    let channels = fake.client().chat_v2().channels(SERVICE);
    let channel = channels.fetch("lobby").send().wait().expect("a channel");
    assert_eq!(channel.friendly_name.as_deref(), Some("Front desk"));
    let all: Result<Vec<_>, _> = channels.list().stream().wait_each().collect();
    assert_eq!((all.expect("channels").len(), fake.calls().len()), (6, 4));
}

#[tokio::test]
async fn an_operation_without_a_body_answers_with_none() {
    let client = Fake::new().client();
    let delete = client.chat_v2().channels(SERVICE).delete("lobby");
    delete.send().await.expect("no answer");
}

#[tokio::test]
async fn a_test_says_what_is_answered() {
    let fake = Fake::new();
    fake.answer("FetchChannel", 200, json!({"friendly_name": "Back door"}));
    let channel = fake.client().chat_v2().channels(SERVICE).fetch("lobby").send().await;
    assert_eq!(channel.expect("a channel").friendly_name.as_deref(), Some("Back door"));
    fake.answer("chat_v2::FetchChannel", 404, json!({"code": 20404, "message": "gone"}));
    let error = fake.client().chat_v2().channels(SERVICE).fetch("lobby").send().await;
    let error = error.expect_err("no channel");
    assert_eq!(error.status(), Some(404));
    assert_eq!(error.api_error().and_then(|it| it.code), Some(20404));
}

/// How many channels all pages of the list have.
async fn count(client: &Client) -> usize {
    let mut channels = client.chat_v2().channels(SERVICE).list().stream();
    let mut count = 0;
    while channels.try_next().await.expect("a channel").is_some() {
        count += 1;
    }
    count
}

#[tokio::test]
async fn a_list_is_as_many_pages_long_as_a_test_says() {
    let fake = Fake::new();
    let client = fake.client();
    let of_one = count(&client).await;
    fake.pages("ListChannel", 3);
    assert!(of_one > 0);
    assert_eq!(count(&client).await, 3 * of_one);
    assert_eq!(fake.calls().len(), 4);
}

#[tokio::test]
async fn the_very_request_is_counted_and_no_other() {
    let fake = Fake::new();
    let client = fake.client();
    let channels = client.chat_v2().channels(SERVICE);
    let create = |name| channels.create().friendly_name(name).r#type(ChannelType::Private);
    create("Front desk").send().await.expect("a channel");
    assert_eq!(fake.received(create("Front desk").send()), 1);
    assert_eq!(fake.received(create("Back door").send()), 0);
    assert_eq!(fake.received(channels.fetch("lobby").send()), 0);
}

#[tokio::test]
async fn a_call_shows_what_was_sent() {
    let fake = Fake::new();
    let client = fake.client();
    let update = client.chat_v2().channels(SERVICE).update("front desk/1");
    update.friendly_name("Ada & Bo").send().await.expect("a channel");
    let [call] = fake.calls().try_into().expect("one call");
    assert_eq!(call.operation(), "chat_v2::UpdateChannel");
    assert_eq!(call.path("Sid"), Some("front desk/1"));
    assert_eq!(call.path("ServiceSid"), Some(SERVICE));
    assert_eq!(call.form("FriendlyName"), Some("Ada & Bo"));
    assert_eq!(call.json(), None);
}

#[tokio::test]
async fn a_failure_strikes_as_often_as_it_was_asked_for() {
    let fake = Fake::new();
    let client = fake.client();
    fake.fail_next(1, Failure::Status(StatusCode::BAD_REQUEST));
    let fetch = || client.chat_v2().channels(SERVICE).fetch("lobby").send();
    let error = fetch().await.expect_err("a bad request");
    assert_eq!(error.status(), Some(400));
    fetch().await.expect("a channel");
}

#[tokio::test]
async fn a_post_whose_connection_broke_is_not_sent_again() {
    let fake = Fake::new();
    let client = fake.client();
    fake.fail_next(1, Failure::Reset);
    let create = client.chat_v2().channels(SERVICE).create();
    create.send().await.expect_err("a broken connection");
    assert_eq!(fake.calls().len(), 1);
}

#[tokio::test]
async fn an_answer_in_html_is_an_error() {
    let fake = Fake::new();
    fake.fail_next(1, Failure::Html);
    let fetch = fake.client().chat_v2().channels(SERVICE).fetch("lobby");
    fetch.send().await.expect_err("no channel");
}

#[test]
#[should_panic(expected = "no operation is called `FetchChanel`; near it are `FetchChannel`")]
fn a_misspelt_operation_is_named_with_those_near_it() {
    Fake::new().answer("FetchChanel", 200, Value::Null);
}

#[tokio::test]
async fn a_clone_is_the_same_fake() {
    let fake = Fake::new();
    let client = fake.clone().client();
    let channel: Channel =
        client.chat_v2().channels(SERVICE).fetch("lobby").send().await.expect("a channel");
    assert!(channel.sid.is_some());
    assert_eq!(fake.calls().len(), 1);
}
