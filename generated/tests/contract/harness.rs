//! Makes the calls of one document and says what became of each.

use std::env;
use std::fs::OpenOptions;
use std::future::Future;
use std::io::Write;
use std::pin::Pin;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::client::{Client, Error, ErrorKind};

/// The server that is called: its URL, without which nothing is.
const URL: &str = "BINDERY_CONTRACT_URL";
/// `required` sets what must be set, and is what happens without it; `all` sets everything.
const MODE: &str = "BINDERY_CONTRACT_MODE";
/// The one operation that is called, by its `operationId`; all of them without it.
const OPERATION: &str = "BINDERY_CONTRACT_OPERATION";
/// A file that gets a line of JSON for each call, behind what it has already.
const OUT: &str = "BINDERY_CONTRACT_OUT";

/// An operation, and how it is called.
pub struct Call {
    /// `operationId`, else the method and the path.
    pub operation: &'static str,
    /// The method of HTTP.
    pub method: &'static str,
    /// The path template.
    pub path: &'static str,
    /// Sends it, with everything set if that is wanted.
    pub send: fn(&Client, bool) -> Answer,
}

/// What a call leads to, whatever it brings.
pub type Answer = Pin<Box<dyn Future<Output = Result<(), Error>>>>;

/// Forgets what a call brings.
pub fn answer<T: 'static>(sending: impl Future<Output = Result<T, Error>> + 'static) -> Answer {
    Box::pin(async { sending.await.map(drop) })
}

/// A value from its JSON.
pub fn value<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// A value from its text, whatever that is.
pub fn text<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(Value::from(text)).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Makes the calls of a document, one after the other.
///
/// # Panics
///
/// When a call was not accepted, with all that were not.
pub fn run(document: &str, keys: &[&str], calls: &[Call]) {
    let settings = Settings::from_env();
    let client = settings.client(keys);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let chosen: Vec<&Call> = calls.iter().filter(|call| settings.chooses(call)).collect();
    assert!(!chosen.is_empty(), "not run: {document} has no operation of the name in {OPERATION}");
    let count = chosen.len();
    let mut failed = Vec::new();
    for call in chosen {
        let outcome = Outcome::of(runtime.block_on((call.send)(&client, settings.all)));
        settings.note(document, call, &outcome);
        if outcome.word != ACCEPTED {
            failed.push(format!("{}: {} {}", call.operation, outcome.word, outcome.message));
        }
    }
    println!("{document}: {} of {count} operations accepted", count - failed.len());
    assert!(failed.is_empty(), "not accepted:\n{}", failed.join("\n"));
}

/// What the environment says.
struct Settings {
    url: String,
    all: bool,
    operation: Option<String>,
    out: Option<String>,
}

impl Settings {
    fn from_env() -> Self {
        let variable = |name| env::var(name).ok().filter(|value| !value.is_empty());
        let Some(url) = variable(URL) else {
            panic!("not run: {URL} does not say which server to call");
        };
        let all = match variable(MODE).as_deref() {
            None | Some("required") => false,
            Some("all") => true,
            Some(other) => panic!("{MODE} is `{other}`, and neither `required` nor `all`"),
        };
        Self { url, all, operation: variable(OPERATION), out: variable(OUT) }
    }

    /// A client with credentials of every kind, and a key for each of these schemes.
    fn client(&self, keys: &[&str]) -> Client {
        let builder = Client::builder().base_url(&self.url);
        let mut builder = builder.basic_auth("user", "password").bearer_auth("token");
        for scheme in keys {
            builder = builder.api_key_auth(*scheme, "key");
        }
        builder.build().unwrap_or_else(|error| panic!("{URL}: {error}"))
    }

    fn chooses(&self, call: &Call) -> bool {
        self.operation.as_deref().is_none_or(|chosen| chosen == call.operation)
    }

    /// Writes down what became of a call.
    fn note(&self, document: &str, call: &Call, outcome: &Outcome) {
        let line = json!({
            "document": document,
            "operation": call.operation,
            "method": call.method,
            "path": call.path,
            "mode": if self.all { "all" } else { "required" },
            "outcome": outcome.word,
            "status": outcome.status,
            "message": outcome.message,
            "body": outcome.body,
        });
        println!("{line}");
        if let Some(out) = &self.out {
            let file = OpenOptions::new().create(true).append(true).open(out);
            let written = file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
            written.unwrap_or_else(|error| panic!("{OUT}: {out}: {error}"));
        }
    }
}

/// The server answered with success, and the answer could be read.
const ACCEPTED: &str = "accepted";
/// The server answered with an error.
const REFUSED: &str = "refused";
/// The server answered with success, and the answer could not be read.
const UNREADABLE: &str = "unreadable";
/// Nothing was sent, or nothing came back.
const FAILED: &str = "failed";

/// What became of a call.
struct Outcome {
    word: &'static str,
    status: Option<u16>,
    message: String,
    /// What a server says that refuses.
    body: Value,
}

impl Outcome {
    fn of(answer: Result<(), Error>) -> Self {
        let Err(error) = answer else {
            return Self {
                word: ACCEPTED,
                status: None,
                message: String::new(),
                body: Value::Null,
            };
        };
        let word = match error.kind() {
            ErrorKind::Api => REFUSED,
            ErrorKind::Decode => UNREADABLE,
            _ => FAILED,
        };
        let body = error.api_error().map_or(Value::Null, |it| Value::from(it.body()));
        Self { word, status: error.status(), message: error.to_string(), body }
    }
}
