use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::runtime::{
    Auth, BoxFuture, Client, ErrorKind, HttpRequest, HttpResponse, StatusCode, Transport,
    TransportError,
};
use super::server::{DOCUMENT, Server};

/// Answers from a script and keeps what it was given. Its time passes at once, and is counted.
#[derive(Default)]
pub struct Script {
    pub answers: Mutex<Vec<Result<HttpResponse, TransportError>>>,
    pub sent: Mutex<Vec<HttpRequest>>,
    pub slept: Mutex<Vec<Duration>>,
}

impl Script {
    /// Gives these answers, the last one first.
    pub fn of(answers: Vec<Result<HttpResponse, TransportError>>) -> Arc<Self> {
        Arc::new(Self { answers: Mutex::new(answers), ..Self::default() })
    }

    pub fn client(self: &Arc<Self>) -> Client {
        Client::builder().transport(Arc::clone(self)).build().expect("a client")
    }
}

impl Transport for Script {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        self.sent.lock().expect("no panic").push(request);
        let answer = self.answers.lock().expect("no panic").pop().expect("an answer");
        Box::pin(async { answer })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.slept.lock().expect("no panic").push(duration);
        Box::pin(std::future::pending())
    }
}

fn ok(body: &'static str) -> Result<HttpResponse, TransportError> {
    Ok(HttpResponse::new(StatusCode::OK, body))
}

#[tokio::test]
async fn a_transport_of_ones_own_gets_the_whole_request() {
    let script = Script::of(vec![ok("7")]);
    let api = script.client().api(DOCUMENT, Auth::None);
    let call = api.post("/things/{id}").path("id", "a b").query("Q", "1").form("To", "x");
    assert_eq!(call.send::<i64>().await.expect("a number"), 7);
    let sent = script.sent.lock().expect("no panic")[0].clone();
    assert_eq!(sent.method, "POST");
    assert_eq!(sent.url.as_str(), "https://api.example.invalid/things/a%20b?Q=1");
    assert_eq!(sent.template, "/things/{id}");
    assert_eq!(sent.headers["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(sent.body.bytes().expect("in memory"), "To=x");
    let request = http::Request::try_from(sent).expect("a request of the http crate");
    assert_eq!(request.uri(), "https://api.example.invalid/things/a%20b?Q=1");
}

#[tokio::test]
async fn a_failure_is_what_the_transport_says_it_is() {
    for (failure, kind) in [
        (TransportError::new("it broke"), ErrorKind::Transport),
        (TransportError::new("nobody there").unsent(), ErrorKind::Connect),
        (TransportError::new("too slow").timed_out(), ErrorKind::Timeout),
    ] {
        let script = Script::of(vec![Err(failure)]);
        let call = script.client().api(DOCUMENT, Auth::None).post("/things");
        let error = call.send_empty().max_retries(0).await.expect_err("a failure");
        assert_eq!(error.kind(), kind);
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[tokio::test]
async fn hooks_see_each_request_and_each_response() {
    let server = Server::answering_json(&["{}"]).await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let hook = Arc::clone(&seen);
    let client = Client::builder()
        .base_url(&server.url)
        .before_request(|request| {
            request.headers.insert("traceparent", "00-1".parse().expect("a value"));
        })
        .after_response(move |request, response| {
            let seen = (request.template, response.status.as_u16());
            hook.lock().expect("no panic").push(seen);
        })
        .build()
        .expect("a client");
    let call = client.api(DOCUMENT, Auth::None).get("/things/{id}").path("id", "7");
    call.send_empty().await.expect("a response");
    assert_eq!(server.received()[0].header("traceparent"), Some("00-1"));
    assert_eq!(*seen.lock().expect("no panic"), [("/things/{id}", 200)]);
}

#[tokio::test]
async fn a_client_that_follows_redirects_is_found_out() {
    let elsewhere = Server::answering_json(&["{}"]).await;
    let headers = format!("Location: {}/\r\n", elsewhere.url);
    let found = super::server::response("302 Found", &headers, b"");
    let server = Server::answering(vec![found]).await;
    let builder = Client::builder().base_url(&server.url).transport(reqwest::Client::new());
    let api = builder.build().expect("a client").api(DOCUMENT, Auth::None);
    let error = api.post("/things").send_empty().await.expect_err("it followed");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(format!("{error:?}").contains("Policy::none()"));
}
