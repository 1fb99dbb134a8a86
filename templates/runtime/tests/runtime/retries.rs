use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use super::runtime::{
    Api, Auth, BoxFuture, Call, Client, ClientBuilder, DateTime, ErrorKind, HttpRequest,
    HttpResponse, Sending, StatusCode, Transport, TransportError,
};
use super::server::DOCUMENT;

const IDEMPOTENT: [fn(&Api, &'static str) -> Call; 5] =
    [Api::get, Api::head, Api::put, Api::delete, Api::options];
const OTHERS: [fn(&Api, &'static str) -> Call; 2] = [Api::post, Api::patch];

/// The time limits of these clients, which never pass. All other time passes at once.
const LIMITS: [Duration; 2] = [Duration::from_secs(30), Duration::from_secs(120)];

type Answer = Result<HttpResponse, TransportError>;

/// Answers every request in the same way.
struct Always {
    answer: Box<dyn Fn() -> Answer + Send + Sync>,
    sent: AtomicUsize,
    slept: Mutex<Vec<Duration>>,
}

impl Always {
    fn answering(answer: impl Fn() -> Answer + Send + Sync + 'static) -> Arc<Self> {
        let (sent, slept) = (AtomicUsize::new(0), Mutex::default());
        Arc::new(Self { answer: Box::new(answer), sent, slept })
    }

    /// Answers with a status and, if it is not empty, a `Retry-After`.
    fn status(status: u16, retry_after: &str) -> Arc<Self> {
        let retry_after = retry_after.to_owned();
        Self::answering(move || {
            let status = StatusCode::from_u16(status).expect("a status");
            let mut response = HttpResponse::new(status, "");
            if !retry_after.is_empty() {
                let value = retry_after.parse().expect("a value");
                response.headers.insert("retry-after", value);
            }
            Ok(response)
        })
    }

    fn builder(self: &Arc<Self>) -> ClientBuilder {
        Client::builder().transport(Arc::clone(self)).backoff(Duration::ZERO)
    }

    fn api(self: &Arc<Self>) -> Api {
        self.builder().build().expect("a client").api(DOCUMENT, Auth::None)
    }

    fn get(self: &Arc<Self>) -> Sending<()> {
        self.api().get("/things").send_empty()
    }

    fn sent(&self) -> usize {
        self.sent.load(Ordering::Relaxed)
    }

    fn slept(&self) -> Vec<Duration> {
        self.slept.lock().expect("no panic").clone()
    }
}

impl Transport for Always {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Answer> {
        self.sent.fetch_add(1, Ordering::Relaxed);
        let answer = (self.answer)();
        Box::pin(async { answer })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        if LIMITS.contains(&duration) {
            return Box::pin(std::future::pending());
        }
        self.slept.lock().expect("no panic").push(duration);
        Box::pin(std::future::ready(()))
    }
}

/// How often each of these methods is sent when `transport` answers.
async fn attempts(
    methods: &[fn(&Api, &'static str) -> Call],
    transport: impl Fn() -> Arc<Always>,
) -> Vec<usize> {
    let mut attempts = Vec::new();
    for method in methods {
        let transport = transport();
        let outcome = method(&transport.api(), "/things").send_empty().await;
        if let Err(error) = outcome {
            assert_eq!(error.attempts() as usize, transport.sent(), "{error}");
        }
        attempts.push(transport.sent());
    }
    attempts
}

#[tokio::test]
async fn a_status_that_may_pass_is_asked_for_again() {
    for status in [408, 500, 502, 503, 504] {
        let transport = || Always::status(status, "");
        assert_eq!(attempts(&IDEMPOTENT, transport).await, [3; 5], "{status}");
        assert_eq!(attempts(&OTHERS, transport).await, [1; 2], "{status}");
    }
    let refused = || Always::status(429, "");
    assert_eq!(attempts(&IDEMPOTENT, refused).await, [3; 5]);
    assert_eq!(attempts(&OTHERS, refused).await, [3; 2]);
}

#[tokio::test]
async fn any_other_status_is_an_answer() {
    for status in [200, 204, 302, 307, 400, 401, 404, 409, 422, 425, 501, 505, 511] {
        let transport = || Always::status(status, "1");
        assert_eq!(attempts(&IDEMPOTENT, transport).await, [1; 5], "{status}");
        assert_eq!(attempts(&OTHERS, transport).await, [1; 2], "{status}");
    }
}

#[tokio::test]
async fn a_failure_is_tried_again_where_that_is_safe() {
    for fail in [TransportError::timed_out, |it| it] {
        let transport = move || Always::answering(move || Err(fail(TransportError::new("broken"))));
        assert_eq!(attempts(&IDEMPOTENT, transport).await, [3; 5]);
        assert_eq!(attempts(&OTHERS, transport).await, [1; 2]);
        let unsent = move || {
            Always::answering(move || Err(fail(TransportError::new("nobody there")).unsent()))
        };
        assert_eq!(attempts(&IDEMPOTENT, unsent).await, [3; 5]);
        assert_eq!(attempts(&OTHERS, unsent).await, [3; 2]);
    }
}

#[tokio::test]
async fn the_last_outcome_says_how_many_there_were() {
    let error = Always::status(503, "").get().await.expect_err("a failure");
    let text = "GET /things: status 503: Service Unavailable (3 attempts)";
    assert_eq!((error.to_string().as_str(), error.attempts()), (text, 3));
    let error = Always::status(503, "").get().max_retries(0).await.expect_err("a failure");
    let text = "GET /things: status 503: Service Unavailable";
    assert_eq!((error.to_string().as_str(), error.attempts()), (text, 1));
    let transport = Always::status(503, "");
    transport.get().max_retries(7).await.expect_err("a failure");
    assert_eq!(transport.sent(), 8);
}

#[tokio::test]
async fn the_server_says_when() {
    for (asked, seconds) in [
        ("7", 7),
        ("0", 0),
        ("61", 60),
        ("99999999999999999999999", 60),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Fri, 31 Dec 2100 23:59:59 GMT", 60),
        ("-1", 0),
        ("soon", 0),
        ("1.5", 0),
    ] {
        let transport = Always::status(503, asked);
        transport.get().max_retries(1).await.expect_err("a failure");
        assert_eq!(transport.slept(), [Duration::from_secs(seconds)], "{asked}");
    }
}

#[tokio::test]
async fn a_date_is_a_pause_until_then() {
    let now = jiff::Timestamp::try_from(SystemTime::now()).expect("a time");
    let soon = DateTime::from(now + Duration::from_secs(30));
    let date = jiff::fmt::rfc2822::DateTimePrinter::new();
    let date = date.timestamp_to_rfc9110_string(&soon.timestamp().expect("a time"));
    let transport = Always::status(429, &date.expect("a date"));
    transport.get().max_retries(1).await.expect_err("a failure");
    let [slept] = transport.slept()[..] else { panic!("one pause") };
    assert!(slept > Duration::from_secs(25) && slept <= Duration::from_secs(30), "{slept:?}");
}

#[tokio::test]
async fn pauses_are_a_random_part_of_ever_longer_times() {
    let mut longest = [Duration::ZERO; 9];
    let mut shortest = [Duration::MAX; 9];
    for _ in 0..200 {
        let transport = Always::status(503, "");
        let call = transport.get().max_retries(9).backoff(Duration::from_millis(100));
        call.await.expect_err("a failure");
        for (retry, pause) in transport.slept().into_iter().enumerate() {
            longest[retry] = longest[retry].max(pause);
            shortest[retry] = shortest[retry].min(pause);
        }
    }
    for retry in 0..9 {
        let whole = Duration::from_millis(100 << retry).min(Duration::from_secs(20));
        assert!(longest[retry] <= whole && longest[retry] > whole / 2, "{retry}: {longest:?}");
        assert!(shortest[retry] < whole / 2, "{retry}: {shortest:?}");
    }
}

#[tokio::test]
async fn a_pause_that_outlasts_the_operation_is_not_begun() {
    let transport = Always::status(429, "50");
    let error = transport.get().timeout(Duration::from_secs(30)).await.expect_err("a failure");
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Api, Some(429), 1));
    assert!(transport.slept().is_empty());
}

#[tokio::test]
async fn a_server_that_fails_all_the_time_is_not_hammered() {
    let transport = Always::status(503, "");
    let call = transport.api().get("/things");
    for _ in 0..50 {
        call.clone().send_empty().await.expect_err("a failure");
    }
    assert_eq!(transport.sent(), 150, "the bucket lasts for 100 retries");
    for _ in 0..1000 {
        call.clone().send_empty().await.expect_err("a failure");
    }
    assert_eq!(transport.sent(), 1150);
}

#[tokio::test]
async fn successes_allow_retries_again() {
    let fails = Arc::new(AtomicUsize::new(usize::MAX));
    let left = Arc::clone(&fails);
    let transport = Always::answering(move || {
        let fail = |left: usize| left.checked_sub(1);
        let failed = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fail).is_ok();
        let status = if failed { StatusCode::BAD_GATEWAY } else { StatusCode::OK };
        Ok(HttpResponse::new(status, ""))
    });
    let call = transport.api().get("/things");
    for _ in 0..60 {
        call.clone().send_empty().await.expect_err("a failure");
    }
    fails.store(0, Ordering::Relaxed);
    for _ in 0..5 {
        call.clone().send_empty().await.expect("a success");
    }
    fails.store(1, Ordering::Relaxed);
    call.clone().send_empty().await.expect("a success at the second attempt");
    fails.store(2, Ordering::Relaxed);
    let error = call.send_empty().await.expect_err("a failure");
    assert_eq!(error.attempts(), 2, "a retry that succeeded gave its own back, and no more");
}
