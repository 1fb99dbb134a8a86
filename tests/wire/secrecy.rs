//! What is shown of a client, its calls and its answers.

use serde_json::json;

use super::server::{ACCOUNT, CHANNEL, SERVICE, Server, TOKEN};

#[tokio::test]
async fn nothing_shows_a_credential() {
    let server = Server::answering_json(500, &json!({"message": "Sorry"})).await;
    let client = server.client();
    let fetch = client.chat_v2().channels(SERVICE).fetch(CHANNEL);
    let shown = [
        format!("{client:?}"),
        format!("{:?}", client.chat_v2()),
        format!("{:?}", client.chat_v2().channels(SERVICE)),
        format!("{fetch:?}"),
        format!("{:?}", fetch.send().await.expect_err("an error")),
    ];
    for text in shown {
        assert!(!text.contains(TOKEN) && !text.contains(ACCOUNT), "{text}");
    }
}

#[tokio::test]
async fn a_request_shows_the_names_of_what_it_sends_and_no_values() {
    let server = Server::answering_json(200, &json!({})).await;
    let channels = server.client().chat_v2().channels(SERVICE);
    let shown = format!("{:?}", channels.update(CHANNEL).friendly_name("Ada's room"));
    assert!(shown.contains("FriendlyName"), "{shown}");
    for value in ["Ada", SERVICE, CHANNEL] {
        assert!(!shown.contains(value), "{shown}");
    }
}

#[tokio::test]
async fn an_answer_shows_no_personal_value() {
    let body = json!({"sid": CHANNEL, "friendly_name": "Ada's room", "attributes": "{\"a\":1}"});
    let server = Server::answering_json(200, &body).await;
    let fetch = server.client().chat_v2().channels(SERVICE).fetch(CHANNEL);
    let channel = fetch.send().await.expect("a channel");
    assert_eq!(channel.friendly_name.as_deref(), Some("Ada's room"));
    let shown = format!("{channel:?}");
    assert!(shown.contains(CHANNEL) && shown.contains("<redacted>"), "{shown}");
    assert!(!shown.contains("Ada") && !shown.contains("{\\\"a"), "{shown}");
}

#[tokio::test]
async fn an_error_does_not_repeat_the_body() {
    let mut body = json!({"friendly_name": "Ada's room"});
    body["members_count"] = json!(["Ada"]);
    let server = Server::answering_json(200, &body).await;
    let fetch = server.client().chat_v2().channels(SERVICE).fetch(CHANNEL);
    let error = fetch.send().await.expect_err("an error");
    assert!(!format!("{error} {error:?}").contains("Ada"), "{error:?}");
}
