use std::thread;

use super::runtime::{Auth, Client, ErrorKind, StatusCode};
use super::server::{DOCUMENT, Server};

/// A server of async code, for tests that are none: its runtime lives as long as the test.
fn answering(bodies: &[&str]) -> (Server, tokio::runtime::Runtime) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a thread");
    (runtime.block_on(Server::answering_json(bodies)), runtime)
}

#[test]
fn a_call_can_be_waited_for() {
    let (server, _runtime) = answering(&["7", "8"]);
    assert_eq!(server.call().send::<i64>().wait().expect("a number"), 7);
    let response = server.call().send::<i64>().wait_response().expect("a response");
    assert_eq!((response.status, response.value), (StatusCode::OK, 8));
}

#[test]
fn a_list_can_be_waited_for_page_by_page() {
    let (server, _runtime) =
        answering(&[r#"{"things": [1, 2], "next": "/things?Page=1"}"#, r#"{"things": [3, "x"]}"#]);
    let mut things = server.call().items::<i64>("things", "next").wait_each();
    let first: Vec<i64> = things.by_ref().take(3).map(|it| it.expect("a number")).collect();
    assert_eq!(first, [1, 2, 3]);
    let error = things.next().expect("a fourth").expect_err("it is no number");
    assert_eq!(error.decode_error().expect("of decoding").path, "things[1]");
    assert!(things.next().is_none());
}

#[test]
fn threads_share_a_client() {
    let bodies: Vec<String> = (0..8).map(|number| number.to_string()).collect();
    let (server, _runtime) = answering(&bodies.iter().map(String::as_str).collect::<Vec<_>>());
    let client = server.client();
    let call = || client.api(DOCUMENT, Auth::None).get("/things").send::<i64>().wait();
    let mut numbers: Vec<i64> = thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(call)).collect();
        threads.into_iter().map(|it| it.join().expect("no panic").expect("a number")).collect()
    });
    numbers.sort_unstable();
    assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6, 7]);
}

#[tokio::test]
#[should_panic(expected = "Cannot start a runtime from within a runtime")]
async fn async_code_is_not_kept_waiting() {
    let client = Client::builder().base_url("http://127.0.0.1:1").build().expect("a client");
    let _ = client.api(DOCUMENT, Auth::None).get("/things").send_empty().wait();
}

#[test]
fn limits_of_time_hold_too() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", silent.local_addr().expect("an address"));
    let client = Client::builder().base_url(url).timeout(std::time::Duration::from_millis(50));
    let call = client.build().expect("a client").api(DOCUMENT, Auth::None).get("/things");
    assert_eq!(call.send_empty().wait().expect_err("silence").kind(), ErrorKind::Timeout);
}
