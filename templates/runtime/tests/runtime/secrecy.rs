use super::runtime::{Auth, Client, Error};
use super::server::{DOCUMENT, Server, response};

const SECRETS: [&str; 5] = ["hunter2", "t0ken", "AC1", "555-1234", "aHVudGVy"];

#[track_caller]
fn assert_silent(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{text} holds {secret}");
    }
}

fn chain(error: &Error) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        text.push_str(&format!("\n{error}\n{error:?}"));
        source = error.source();
    }
    text
}

#[test]
fn debug_of_builder_and_client_shows_no_credential() {
    let builder = Client::builder().basic_auth("AC1", "hunter2").bearer_auth("t0ken");
    assert_silent(&format!("{builder:#?}"));
    let client = builder.base_url("https://example.com/").build().expect("a client");
    assert_eq!(format!("{client:?}"), "Client { base_url: Some(\"https://example.com/\"), .. }");
}

#[test]
fn debug_of_a_call_shows_names_and_no_values() {
    let client = Client::builder().basic_auth("AC1", "hunter2").build().expect("a client");
    let api = client.api(DOCUMENT, Auth::Basic).with("AccountSid", "AC1");
    let call = api
        .post("/{AccountSid}")
        .query("Token", "t0ken")
        .header("X-Token", "t0ken")
        .form("To", "555-1234")
        .json_property("to", "555-1234");
    assert_silent(&format!("{api:?} {call:?}"));
    assert_eq!(
        format!("{call:?}"),
        "Call { method: POST, path: \"/{AccountSid}\", query: [\"Token\"], \
         headers: [\"X-Token\"], cookies: [], form: Some([\"To\"]), .. }"
    );
}

#[tokio::test]
async fn an_error_repeats_nothing_that_was_sent() {
    let echo = br#"{"message": "no", "details": {"to": "555-1234"}, "password": "hunter2"}"#;
    let answers = [
        response("400 Bad Request", "", echo),
        b"nonsense".to_vec(),
        response("200 OK", "", br#"{"555-1234": "hunter2"}"#),
    ];
    for answer in answers {
        let server = Server::answering(vec![answer]).await;
        let api = server.client().api(DOCUMENT, Auth::Basic).with("AccountSid", "AC1");
        let call = api.post("/{AccountSid}").query("Token", "t0ken").form("To", "555-1234");
        assert_silent(&chain(&call.send::<Vec<bool>>().await.expect_err("an error")));
    }
}

#[tokio::test]
async fn a_connection_error_shows_no_url() {
    let client = Client::builder().base_url("http://127.0.0.1:1").build().expect("a client");
    let call = client.api(DOCUMENT, Auth::None).get("/things").query("Token", "t0ken");
    assert_silent(&chain(&call.send_empty().await.expect_err("nobody there")));
}
