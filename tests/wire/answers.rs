//! What the client makes of successful answers, those included that break the document.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use twilio_client::chat_v2::{Channel, ChannelType};

use super::server::{SERVICE, Server};
use super::specs;

/// The documented response of `FetchChannel`.
fn documented() -> Value {
    specs::example("twilio_chat_v2", &format!("{}/get", specs::CHANNEL), 200, "fetch")
}

/// The channel that this body becomes, and the deviations that were reported with it.
async fn fetch(body: &Value) -> (Channel, Vec<String>) {
    let server = Server::answering_json(200, body).await;
    let reported = Arc::new(Mutex::new(Vec::new()));
    let hook = Arc::clone(&reported);
    let client = server
        .builder()
        .on_deviation(move |deviation| hook.lock().expect("no panic").push(deviation.to_string()))
        .build()
        .expect("a client");
    let fetch = client.chat_v2().channels(SERVICE).fetch("lobby");
    let channel = fetch.send().await.expect("a channel");
    let reported = reported.lock().expect("no panic").clone();
    (channel, reported)
}

#[tokio::test]
async fn the_documented_channel_arrives_without_deviation() {
    let body = documented();
    let (channel, reported) = fetch(&body).await;
    assert_eq!(channel.sid.as_deref(), body["sid"].as_str());
    assert_eq!(channel.friendly_name.as_deref(), body["friendly_name"].as_str());
    assert_eq!(channel.members_count, body["members_count"].as_i64());
    let created = channel.date_created.expect("a date");
    assert_eq!(Some(created.as_str()), body["date_created"].as_str());
    assert!(created.timestamp().is_some());
    let links = channel.links.expect("links");
    let members = links["members"].as_ref().expect("a link");
    assert_eq!(Some(members.as_str()), body["links"]["members"].as_str());
    assert_eq!(reported, [""; 0]);
}

#[tokio::test]
async fn a_link_may_be_null() {
    let mut body = documented();
    body["links"]["last_message"] = Value::Null;
    let (channel, reported) = fetch(&body).await;
    assert_eq!(channel.links.expect("links")["last_message"], None);
    assert_eq!(reported, [""; 0]);
}

#[tokio::test]
async fn an_object_where_text_was_promised_arrives_as_its_json() {
    let mut body = documented();
    body["attributes"] = json!({"team": "reception"});
    let (channel, reported) = fetch(&body).await;
    assert_eq!(channel.attributes.as_deref(), Some(r#"{"team":"reception"}"#));
    assert_eq!(reported, ["at `attributes`: expected a string, found an object"]);
}

#[tokio::test]
async fn an_undocumented_value_of_an_enum_arrives_as_it_is() {
    let mut body = documented();
    body["type"] = json!("broadcast");
    let (channel, reported) = fetch(&body).await;
    assert_eq!(channel.r#type, Some(ChannelType::Undocumented("broadcast".to_owned())));
    assert_eq!(reported, ["at `type`: expected one of the documented values, found another value"]);
}

#[tokio::test]
async fn an_unknown_property_is_no_deviation() {
    let mut body = documented();
    body["mood"] = json!({"level": 3});
    let (channel, reported) = fetch(&body).await;
    assert_eq!(channel, fetch(&documented()).await.0);
    assert_eq!(reported, [""; 0]);
}

#[tokio::test]
async fn a_number_that_comes_as_text_arrives() {
    let mut body = documented();
    body["members_count"] = json!("14");
    let (channel, reported) = fetch(&body).await;
    assert_eq!(channel.members_count, Some(14));
    assert_eq!(reported, ["at `members_count`: expected an integer, found a string"]);
}

#[tokio::test]
async fn a_value_that_cannot_be_read_is_an_error_that_says_where() {
    let mut body = documented();
    body["members_count"] = json!([]);
    let server = Server::answering_json(200, &body).await;
    let fetch = server.client().chat_v2().channels(SERVICE).fetch("lobby");
    let error = fetch.send().await.expect_err("an error");
    assert_eq!(error.kind(), twilio_client::ErrorKind::Decode);
    assert_eq!(error.decode_error().map(|error| error.path.as_str()), Some("members_count"));
    assert_eq!(error.path(), Some("/v2/Services/{ServiceSid}/Channels/{Sid}"));
}

#[tokio::test]
async fn a_strict_client_takes_a_deviation_for_an_error() {
    let mut body = documented();
    body["members_count"] = json!("7");
    let server = Server::answering_json(200, &body).await;
    let fetch =
        |client: twilio_client::Client| client.chat_v2().channels(SERVICE).fetch("lobby").send();
    let tolerant = fetch(server.client()).await.expect("a channel");
    assert_eq!(tolerant.members_count, Some(7));
    let strict = server.builder().strict(true).build().expect("a client");
    let error = fetch(strict.clone()).await.expect_err("a deviation");
    assert_eq!(error.kind(), twilio_client::ErrorKind::Decode);
    let found = error.decode_error().expect("where");
    assert_eq!(found.to_string(), "at `members_count`: expected an integer, found a string");
    let sound = Server::answering_json(200, &documented()).await;
    let strict = sound.builder().strict(true).build().expect("a client");
    fetch(strict).await.expect("a channel that keeps its schema");
}
