//! What async code does with calls: moves them to threads, drops them, and makes many.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use super::runtime::{Auth, Client, Items, Sending};
use super::server::{DOCUMENT, receive};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n       7";

/// Answers every request with 7, on as many connections as are made and for as long as they live.
/// Returns its URL and the count of the connections.
async fn serve() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let connections = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&connections);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            counter.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(answer(stream));
        }
    });
    (url, connections)
}

async fn answer(mut stream: TcpStream) {
    stream.set_nodelay(true).expect("a socket");
    while receive(&mut stream).await.is_some() {
        // One byte a segment, so that a response is read in many steps.
        for byte in ANSWER {
            if stream.write_all(&[*byte]).await.is_err() {
                return;
            }
            tokio::task::yield_now().await;
        }
    }
}

fn client(url: &str) -> Client {
    Client::builder().base_url(url).max_retries(0).build().expect("a client")
}

fn call(client: &Client) -> Sending<i64> {
    client.api(DOCUMENT, Auth::None).get("/things").send()
}

#[test]
fn futures_can_go_to_other_threads() {
    fn assert_send<T: Send + 'static>(_: &T) {}
    let client = client(DOCUMENT);
    assert_send(&client);
    assert_send(&call(&client));
    assert_send(&call(&client).response());
    let mut items: Items<i64> =
        client.api(DOCUMENT, Auth::None).get("/things").items("things", "next");
    assert_send(&items);
    fn assert_send_only<T: Send>(_: T) {}
    assert_send_only(items.try_next());
}

#[tokio::test]
async fn a_hundred_calls_use_one_connection() {
    let (url, connections) = serve().await;
    let client = client(&url);
    for _ in 0..100 {
        assert_eq!(call(&client).await.expect("a number"), 7);
    }
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}

/// Polls a call so many times, then drops it. Whether it had come to its end.
async fn drop_after(polls: usize, sending: Sending<i64>) -> bool {
    let mut sending = pin!(sending);
    let mut left = polls;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        match sending.as_mut().poll(context) {
            Poll::Ready(_) => Poll::Ready(true),
            Poll::Pending if left == 0 => Poll::Ready(false),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

#[tokio::test]
async fn a_client_outlives_calls_that_are_dropped_at_any_await() {
    let (url, _) = serve().await;
    let client = client(&url);
    let mut polls = 0;
    while !drop_after(polls, call(&client)).await {
        assert_eq!(call(&client).await.expect("the next call is whole"), 7, "after {polls} polls");
        polls += 1;
    }
    assert!(polls > 1, "it ended after {polls} polls");
}
