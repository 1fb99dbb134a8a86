//! A fake of the servers, for tests: it answers within the process, as the documents say.

mod answer;
mod call;
mod catalogue;
mod documents;
mod failure;

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::runtime::{
    BoxFuture, Client, ClientBuilder, HttpRequest, HttpResponse, Sending, Transport, TransportError,
};
use answer::Plan;
use catalogue::Operation;

pub use call::Call;
pub use failure::Failure;

/// Takes the place of the servers in tests, without a socket.
///
/// Each operation answers with the first example that its document has of its success, or with one
/// made of its schema. A clone is the same fake. Operations are named as their document names them,
/// `FetchChannel`, behind the module where several documents have one of that name:
/// `chat_v2::FetchChannel`. One without an `operationId` is named like `GET /things/{id}`.
///
/// Time limits and pauses before repeated attempts are real: `tokio::time::pause` shortens them.
#[derive(Clone, Default)]
pub struct Fake(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    /// What a test has planned, by the full name of the operation.
    plans: BTreeMap<String, Plan>,
    failures: VecDeque<Failure>,
    calls: Vec<Call>,
}

impl Fake {
    /// A fake that answers as the documents say and has received nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// A client of this fake, with made-up credentials.
    pub fn client(&self) -> Client {
        self.builder().build().expect("settings that are known to be good")
    }

    /// The same before it is built, for tests that need other settings.
    pub fn builder(&self) -> ClientBuilder {
        let builder = Client::builder().transport(self.clone());
        let mut builder = builder.basic_auth("fake", "fake").bearer_auth("fake");
        for scheme in documents::KEYS {
            builder = builder.api_key_auth(*scheme, "fake");
        }
        for (name, value) in documents::PARAMETERS {
            builder = builder.parameter(name, *value);
        }
        if catalogue::has_servers() { builder } else { builder.base_url("http://fake.invalid") }
    }

    /// Answers an operation with this status and this JSON from now on: a `serde_json::Value`, or an
    /// object of the operation's own type.
    ///
    /// # Panics
    /// When there is no such operation, no such status, or the body cannot be JSON.
    pub fn answer(&self, operation: &str, status: u16, body: impl serde::Serialize) {
        assert!((100..1000).contains(&status), "{status} is no status");
        let body = serde_json::to_value(body).expect("a body that can be JSON");
        self.plan(operation, |plan| plan.own = Some((status, body)));
    }

    /// Makes a list this many pages long, each with the same items. One page, if not set.
    ///
    /// # Panics
    /// When there is no such operation, or it is not read page after page.
    pub fn pages(&self, operation: &str, count: usize) {
        assert!(catalogue::named(operation).paging.is_some(), "`{operation}` is no list of pages");
        self.plan(operation, |plan| plan.pages = count);
    }

    /// Lets the next `times` requests fail, whatever they ask for. An attempt that is made again is a
    /// request of its own.
    ///
    /// Failures that are not used up yet come before these.
    pub fn fail_next(&self, times: usize, failure: Failure) {
        self.state().failures.extend(std::iter::repeat_n(failure, times));
    }

    /// All requests so far, in the order in which they came; failed ones are among them.
    pub fn calls(&self) -> Vec<Call> {
        self.state().calls.clone()
    }

    /// How often this very request has come: the same operation with the same values.
    ///
    /// `request` is what `send` gives, before it is awaited. Headers count, but for the credentials
    /// and the user agent. The order of parameters does not.
    ///
    /// # Panics
    /// When the request could not be sent, or is of no operation of this crate.
    pub fn received<T>(&self, request: Sending<T>) -> usize {
        let request = request.http_request().expect("a request that can be sent");
        let operation = catalogue::find(&request).unwrap_or_else(|error| panic!("{error}"));
        let wanted = Call::of(operation, &request);
        self.state().calls.iter().filter(|call| call.is_like(&wanted)).count()
    }

    fn plan(&self, operation: &str, change: impl FnOnce(&mut Plan)) {
        let name = catalogue::named(operation).full_name();
        change(self.state().plans.entry(name).or_default());
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn respond(&self, request: &HttpRequest) -> Result<HttpResponse, TransportError> {
        if let Some(token) = answer::token(request) {
            return Ok(token);
        }
        let operation: &Operation = catalogue::find(request).map_err(TransportError::new)?;
        let mut state = self.state();
        let call = Call::of(operation, request);
        let plan = state.plans.get(call.operation()).cloned().unwrap_or_default();
        state.calls.push(call);
        match state.failures.pop_front() {
            Some(failure) => failure.respond(),
            None => Ok(answer::answer(operation, request, &plan)),
        }
    }
}

/// Answers at once; requests of no operation of this crate fail, with the ones that are near.
impl Transport for Fake {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move { self.respond(&request) })
    }
}

impl fmt::Debug for Fake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fake").field("calls", &self.state().calls).finish_non_exhaustive()
    }
}
