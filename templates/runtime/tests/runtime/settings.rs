use std::sync::{Arc, Mutex};

use super::runtime::{Auth, Client, ErrorKind};
use super::server::Server;

#[test]
fn a_base_url_that_cannot_be_one_is_refused() {
    for url in [
        "",
        "/v1",
        "api.example.com",
        "ftp://example.com",
        "file:///etc/passwd",
        "https://u:hunter2@example.com",
        "https://example.com/?a=b",
        "https://example.com/#a",
    ] {
        let error = Client::builder().base_url(url).build().expect_err(url);
        assert_eq!(error.kind(), ErrorKind::Config, "{url}");
        assert!(!error.to_string().contains("hunter2"), "{error}");
    }
}

#[test]
fn a_user_agent_is_one_line() {
    let builder = Client::builder().user_agent("a\r\nb");
    assert_eq!(builder.build().expect_err("a break").kind(), ErrorKind::Config);
}

#[tokio::test]
async fn a_relative_server_needs_a_base_url() {
    let client = Client::builder().build().expect("a client");
    let call = client.api("/v1", Auth::None).get("/things");
    let error = call.send_empty().await.expect_err("no host");
    assert_eq!(error.to_string(), "GET /things: the server is not an absolute URL: set `base_url`");
}

#[tokio::test]
async fn an_operation_can_have_a_server_of_its_own() {
    let server = Server::answering_json(&["{}"]).await;
    let url: &'static str = String::leak(server.url.clone());
    let client = Client::builder().build().expect("a client");
    let call = client.api("/v1", Auth::None).get("/things").server(url);
    call.send_empty().await.expect("a response");
    assert_eq!(server.received()[0].target(), "/things");
}

#[tokio::test]
async fn deviations_are_handed_over() {
    let server = Server::answering_json(&[r#"["1", 2, "3"]"#]).await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let hook = Arc::clone(&seen);
    let client = Client::builder()
        .base_url(&server.url)
        .on_deviation(move |deviation| hook.lock().expect("no panic").push(deviation.path.clone()))
        .build()
        .expect("a client");
    let call = client.api("/v1", Auth::None).get("/things");
    assert_eq!(call.send::<Vec<i64>>().await.expect("numbers"), [1, 2, 3]);
    assert_eq!(*seen.lock().expect("no panic"), ["[0]", "[2]"]);
}
