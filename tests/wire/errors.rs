//! What a caller learns when the server does not carry out a call.

use serde_json::json;
use twilio_client::{Client, Error, ErrorKind};
use wiremock::ResponseTemplate;

use super::server::{CHANNEL, SERVICE, Server};

async fn fetch(response: ResponseTemplate) -> Error {
    let server = Server::answering(response).await;
    let fetch = server.client().chat_v2().channels(SERVICE).fetch(CHANNEL);
    fetch.send().await.expect_err("an error")
}

fn not_found() -> ResponseTemplate {
    let body = json!({
        "code": 20404,
        "message": "The requested resource was not found",
        "more_info": "https://www.twilio.com/docs/errors/20404",
        "status": 404,
        "details": {"sid": CHANNEL},
    });
    ResponseTemplate::new(404)
        .insert_header("Twilio-Request-Id", "RQ0123456789abcdef0123456789abcdef")
        .set_body_json(body)
}

#[tokio::test]
async fn an_error_of_the_api_has_its_code_message_and_details() {
    let error = fetch(not_found()).await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status(), Some(404));
    let api = error.api_error().expect("what the server said");
    assert_eq!((api.status, api.code), (404, Some(20404)));
    assert_eq!(api.message, "The requested resource was not found");
    let more_info = api.more_info.as_ref().map(twilio_client::Uri::as_str);
    assert_eq!(more_info, Some("https://www.twilio.com/docs/errors/20404"));
    assert_eq!(api.details, Some(json!({"sid": CHANNEL})));
    assert_eq!(api.request_id.as_deref(), Some("RQ0123456789abcdef0123456789abcdef"));
}

#[tokio::test]
async fn an_error_says_which_call_failed_and_the_request_id() {
    let error = fetch(not_found()).await;
    assert_eq!(error.method(), Some("GET"));
    assert_eq!(error.path(), Some("/v2/Services/{ServiceSid}/Channels/{Sid}"));
    assert_eq!(error.request_id(), Some("RQ0123456789abcdef0123456789abcdef"));
    let text = error.to_string();
    for part in ["GET /v2/Services/{ServiceSid}/Channels/{Sid}", "404", "20404", "RQ01"] {
        assert!(text.contains(part), "{text}");
    }
    for said in [CHANNEL, "not found"] {
        assert!(!text.contains(said), "{text}");
    }
}

#[tokio::test]
async fn an_error_without_json_has_the_status_in_words() {
    let error = fetch(ResponseTemplate::new(503).set_body_string("<h1>Sorry</h1>")).await;
    let api = error.api_error().expect("what the server said");
    assert_eq!((api.status, api.code), (503, None));
    assert_eq!(api.message, "Service Unavailable");
    assert_eq!(api.body(), "<h1>Sorry</h1>");
}

#[tokio::test]
async fn a_redirect_is_an_error_and_is_not_followed() {
    let elsewhere = Server::answering_json(200, &json!({})).await;
    let response = ResponseTemplate::new(307).insert_header("Location", elsewhere.url());
    let error = fetch(response).await;
    assert_eq!(error.status(), Some(307));
    assert!(elsewhere.received().await.is_empty());
}

#[tokio::test]
async fn a_client_without_credentials_sends_nothing() {
    let server = Server::answering_json(200, &json!({})).await;
    let client = Client::builder().base_url(server.url()).build().expect("a client");
    let fetch = client.chat_v2().channels(SERVICE).fetch(CHANNEL);
    let error = fetch.send().await.expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("basic_auth"), "{error}");
    assert!(server.received().await.is_empty());
}
