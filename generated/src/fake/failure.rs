//! What can go wrong between a client and a server, on demand.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::super::runtime::{HttpBody, HttpResponse, StatusCode, TransportError};

/// How a request fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// The server answers with this status and no body.
    Status(StatusCode),
    /// The answer does not come in time. The test does not wait for that.
    Timeout,
    /// No connection is made, so that nothing of the request has left.
    Connect,
    /// The connection breaks after the request has left.
    Reset,
    /// The connection breaks in the middle of the body.
    BrokenBody,
    /// Something in between answers with a page of HTML and status 200.
    Html,
}

impl Failure {
    pub(super) fn respond(self) -> Result<HttpResponse, TransportError> {
        let ok = |body: HttpBody| Ok(HttpResponse::new(StatusCode::OK, body));
        match self {
            Self::Status(status) => Ok(HttpResponse::new(status, Bytes::new())),
            Self::Timeout => Err(TransportError::new("the fake was told to time out").timed_out()),
            Self::Connect => Err(TransportError::new("the fake was told not to connect").unsent()),
            Self::Reset => Err(broken()),
            Self::BrokenBody => ok(HttpBody::stream(Broken(Some(Bytes::from_static(b"{"))))),
            Self::Html => ok("<!DOCTYPE html><title>It works</title>".into()),
        }
    }
}

fn broken() -> TransportError {
    TransportError::new("the fake was told to break the connection")
}

/// A body with one part, after which the connection breaks.
struct Broken(Option<Bytes>);

impl Stream for Broken {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(Some(self.0.take().ok_or_else(broken)))
    }
}
