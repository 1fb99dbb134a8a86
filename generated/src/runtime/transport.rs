//! What carries requests to servers: reqwest, or whatever a caller puts in its place.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use super::http_request::HttpRequest;
use super::http_response::HttpResponse;

/// A future in a box, which can go to another thread.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Any error, in a box.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// Carries one request to a server and brings the response back.
///
/// It is implemented for `reqwest::Client`. An HTTP stack of your own, a recorder or a fake for tests
/// takes its place with [`ClientBuilder::transport`](super::ClientBuilder::transport). Time limits,
/// retries, credentials and the limit of a body's size are not its business: it sends what it is
/// given, once, and follows no redirect.
pub trait Transport: Send + Sync + 'static {
    /// Sends a request and waits for the head of the response, whose body is read later.
    ///
    /// The future is dropped when time runs out or the caller stops waiting.
    ///
    /// # Errors
    /// When there is no response. A status of 4xx or 5xx is one.
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>>;

    /// Waits: for the end of a time limit, or before a request is sent again.
    ///
    /// Without an implementation of its own, this needs a tokio runtime with its time enabled.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        (**self).send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        (**self).sleep(duration)
    }
}

/// Why a transport brought no response, or not all of its body.
///
/// Unless it is [`unsent`](Self::unsent), the server may have acted on the request.
#[derive(Debug)]
pub struct TransportError {
    pub(super) source: BoxError,
    pub(super) is_unsent: bool,
    pub(super) is_timeout: bool,
}

impl TransportError {
    /// The connection failed while it was used.
    ///
    /// The source is shown where the error is, and so must hold no secret. An error of reqwest is kept
    /// without its URL.
    pub fn new(source: impl Into<BoxError>) -> Self {
        let source = match source.into().downcast::<reqwest::Error>() {
            Ok(error) => Box::new(error.without_url()),
            Err(source) => source,
        };
        Self { source, is_unsent: false, is_timeout: false }
    }

    /// The same error, where it is certain that no byte of the request left: it may be sent again
    /// whatever its method is.
    pub fn unsent(mut self) -> Self {
        self.is_unsent = true;
        self
    }

    /// The same error, where it is that a time limit of the transport's own has passed.
    pub fn timed_out(mut self) -> Self {
        self.is_timeout = true;
        self
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the transport failed")
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
