use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, Once};
use std::time::Duration;

use ::tracing::field::{Field, Visit};
use ::tracing::span::{Attributes, Id, Record};
use ::tracing::{Event, Subscriber};
use tokio::net::TcpListener;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

use super::runtime::{Auth, Client, ErrorKind};
use super::server::{DOCUMENT, Server, json};

pub type Fields = BTreeMap<&'static str, String>;

/// Everything that is said at any level: the spans, and the events beside them.
#[derive(Clone, Default)]
pub struct Log {
    spans: Arc<Mutex<Vec<(u64, Fields)>>>,
    events: Arc<Mutex<Vec<Fields>>>,
}

thread_local! {
    /// What listens on this thread.
    static LISTENING: RefCell<Option<Log>> = const { RefCell::new(None) };
}

/// Hands what is said to what listens on the thread. One subscriber hears all threads, because whether
/// anybody listens to a span is known of a whole process at once.
struct ByThread;

static SUBSCRIBED: Once = Once::new();

/// Until it is dropped, a log listens.
pub struct Listening;

impl Drop for Listening {
    fn drop(&mut self) {
        LISTENING.set(None);
    }
}

impl Log {
    pub fn listen() -> (Self, Listening) {
        SUBSCRIBED.call_once(|| {
            let subscriber = tracing_subscriber::registry().with(ByThread);
            ::tracing::subscriber::set_global_default(subscriber).expect("no other subscriber");
            ::tracing::callsite::rebuild_interest_cache();
        });
        let log = Self::default();
        LISTENING.set(Some(log.clone()));
        (log, Listening)
    }

    /// The runtime's own spans.
    pub fn spans(&self) -> Vec<Fields> {
        let spans = self.spans.lock().expect("no panic");
        spans
            .iter()
            .map(|(_, fields)| fields)
            .filter(|it| it.contains_key("url.template"))
            .cloned()
            .collect()
    }

    pub fn text(&self) -> String {
        format!(
            "{:?} {:?}",
            self.spans.lock().expect("no panic"),
            self.events.lock().expect("no panic")
        )
    }
}

struct Visitor<'f>(&'f mut Fields);

impl Visit for Visitor<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for ByThread {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, _: Context<'_, S>) {
        let Some(log) = LISTENING.with_borrow(Clone::clone) else { return };
        let mut fields = Fields::new();
        attributes.record(&mut Visitor(&mut fields));
        log.spans.lock().expect("no panic").push((id.into_u64(), fields));
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, _: Context<'_, S>) {
        let Some(log) = LISTENING.with_borrow(Clone::clone) else { return };
        let mut spans = log.spans.lock().expect("no panic");
        let span = spans.iter_mut().rev().find(|(own, _)| *own == id.into_u64());
        values.record(&mut Visitor(&mut span.expect("a span").1));
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let Some(log) = LISTENING.with_borrow(Clone::clone) else { return };
        let mut fields = Fields::new();
        event.record(&mut Visitor(&mut fields));
        log.events.lock().expect("no panic").push(fields);
    }
}

#[track_caller]
fn assert_fields(fields: &Fields, expected: &[(&'static str, &str)]) {
    let expected: Fields =
        expected.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    assert_eq!(*fields, expected);
}

#[tokio::test]
async fn every_attempt_has_a_span_with_the_names_of_opentelemetry() {
    let (log, _guard) = Log::listen();
    let server =
        Server::answering(vec![json("503 Service Unavailable", "{}"), json("200 OK", "7")]).await;
    let client = Client::builder().base_url(&server.url).build().expect("a client");
    let call = client.api(DOCUMENT, Auth::None).get("/things/{id}").path("id", "a b");
    assert_eq!(call.send::<i64>().await.expect("a number"), 7);

    let (_, port) = server.url.rsplit_once(':').expect("a port");
    let same = [
        ("http.request.method", "GET"),
        ("otel.kind", "client"),
        ("otel.name", "GET /things/{id}"),
        ("server.address", "127.0.0.1"),
        ("server.port", port),
        ("url.template", "/things/{id}"),
    ];
    let [first, second] = &*log.spans() else { panic!("{:?}", log.spans()) };
    let failed = [
        ("error.type", "503"),
        ("http.response.status_code", "503"),
        ("otel.status_code", "ERROR"),
    ];
    assert_fields(first, &[&same[..], &failed].concat());
    let resent = [("http.request.resend_count", "1"), ("http.response.status_code", "200")];
    assert_fields(second, &[&same[..], &resent].concat());
}

#[tokio::test]
async fn a_span_of_an_attempt_that_nobody_waits_for_says_so() {
    let (log, _guard) = Log::listen();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let builder = Client::builder().base_url(format!("http://{address}"));
    let client = builder.timeout(Duration::from_millis(100)).build().expect("a client");
    let call = client.api(DOCUMENT, Auth::None).get("/things");
    assert_eq!(call.send_empty().await.expect_err("no answer").kind(), ErrorKind::Timeout);
    let span = &log.spans()[0];
    assert_eq!((&*span["error.type"], &*span["otel.status_code"]), ("cancelled", "ERROR"));
}

#[tokio::test]
async fn the_span_of_a_token_names_its_path() {
    let (log, _guard) = Log::listen();
    let token = r#"{"access_token": "t0ken", "expires_in": 3600}"#;
    let server = Server::answering_json(&[token, "{}"]).await;
    let builder = Client::builder().base_url(&server.url).client_credentials("OQ1", "s3cret");
    let auth = Auth::ClientCredentials("https://iam.example.invalid/v1/token");
    let api = builder.build().expect("a client").api(DOCUMENT, auth);
    api.get("/things").send_empty().await.expect("a response");
    let names: Vec<String> = log.spans().iter().map(|it| it["otel.name"].clone()).collect();
    assert_eq!(names, ["POST /v1/token", "GET /things"]);
}

#[tokio::test]
async fn a_span_names_the_kind_of_a_failure() {
    let (log, _guard) = Log::listen();
    let client =
        Client::builder().base_url("http://127.0.0.1:1").max_retries(0).build().expect("a client");
    let call = client.api(DOCUMENT, Auth::None).post("/things");
    assert_eq!(call.send_empty().await.expect_err("nobody there").kind(), ErrorKind::Connect);
    let spans = log.spans();
    assert_eq!(
        (spans[0]["error.type"].as_str(), spans[0].get("http.response.status_code")),
        ("connect", None)
    );
}
