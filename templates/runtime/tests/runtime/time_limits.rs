use std::time::{Duration, Instant};

use tokio::net::TcpListener;

use super::faults::{FAULTS, FaultyServer};
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

/// No connection is made: the server's queue is full. The limit of the call ends it, however long that
/// of its client is.
#[tokio::test]
async fn a_call_has_its_own_limit_to_how_long_a_connection_takes() {
    let no_connection = FAULTS.iter().find(|fault| fault.name == "no connection");
    let server = FaultyServer::with(no_connection.expect("the fault")).await;
    let builder = Client::builder().base_url(&server.url).max_retries(0);
    let client = builder.connect_timeout(Duration::from_secs(60)).build().expect("a client");
    let began = Instant::now();
    let call = client.api("", Auth::None).get("/things").send_empty();
    let error = call.connect_timeout(Duration::from_millis(100)).await.expect_err("nobody there");
    assert!(began.elapsed() < Duration::from_millis(350), "{:?}", began.elapsed());
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Timeout, true));
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
