use std::time::Duration;

use tokio::net::TcpListener;

use super::runtime::{Auth, Client, ErrorKind};
use super::server::{Server, response};

#[tokio::test]
async fn a_server_that_never_answers_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let client = Client::builder()
        .base_url(format!("http://{address}"))
        .timeout(Duration::from_millis(200))
        .build()
        .expect("a client");
    let call = client.api("", Auth::None).post("/things");
    let error = call.send_empty().await.expect_err("no answer");
    assert!(error.is_timeout());
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.to_string(), "POST /things: no complete response in time");
}

#[tokio::test]
async fn a_body_above_the_limit_is_given_up() {
    let server = Server::answering(vec![response("200 OK", "", &[b' '; 5000])]).await;
    let client = Client::builder().base_url(&server.url).max_body(4999).build().expect("a client");
    let call = client.api("", Auth::None).get("/things");
    let error = call.send_bytes().await.expect_err("too large");
    assert_eq!(error.kind(), ErrorKind::Limit);
    assert!(error.to_string().ends_with("the response has more than 4999 bytes"));
}
