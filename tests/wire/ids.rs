//! Ids: a type for each kind, looked at before anything is sent.

use serde_json::json;
use twilio_client::ErrorKind;
use twilio_client::ids::ServiceSid;

use super::server::{CHANNEL, SERVICE, Server};

#[tokio::test]
async fn text_that_is_no_id_of_its_kind_is_refused_before_anything_is_sent() {
    let server = Server::answering_json(200, &json!({})).await;
    for wrong in ["", "IS1", "nonsense", CHANNEL, "IS7aca59afb37454f4858c7587c1c1ecXX"] {
        let fetch = server.client().chat_v2().channels(wrong).fetch(CHANNEL);
        let error = fetch.send().await.expect_err("a refusal");
        assert_eq!(error.kind(), ErrorKind::Request, "{wrong}");
        assert!(error.to_string().contains("`ServiceSid`"), "{error}");
        assert!(wrong.is_empty() || !error.to_string().contains(wrong), "{error}");
    }
    assert!(server.received().await.is_empty());
}

#[tokio::test]
async fn an_id_is_taken_as_text_and_as_its_own_type() {
    let server = Server::answering_json(200, &json!({})).await;
    let id = ServiceSid::from(SERVICE);
    let chat = server.client().chat_v2();
    for channels in [
        chat.channels(SERVICE),
        chat.channels(SERVICE.to_owned()),
        chat.channels(&id),
        chat.channels(id),
    ] {
        channels.fetch(CHANNEL).send().await.expect("a channel");
    }
    let line = format!("GET /v2/Services/{SERVICE}/Channels/{CHANNEL}");
    let received = server.received().await;
    assert_eq!(received.len(), 4);
    assert!(received.iter().all(|request| request.line() == line));
}

#[tokio::test]
async fn an_odd_id_in_a_response_fails_no_call() {
    let server = Server::answering_json(200, &json!({"sid": "Sid", "service_sid": CHANNEL})).await;
    let fetch = server.client().chat_v2().channels(SERVICE).fetch(CHANNEL);
    let channel = fetch.send().await.expect("a channel");
    assert_eq!(channel.sid.as_deref(), Some("Sid"));
    assert_eq!(channel.service_sid.as_deref(), Some(CHANNEL));
}
