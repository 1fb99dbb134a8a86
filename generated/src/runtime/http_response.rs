//! A response as it comes over the wire: its head, and its body as it arrives.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderMap;
use http::StatusCode;

use super::transport::TransportError;

/// One HTTP response, whose body may not have come yet.
///
/// Its `Debug` shows the status and the names of the headers, and no value.
#[non_exhaustive]
pub struct HttpResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, decompressed.
    pub body: HttpBody,
}

impl HttpResponse {
    /// A response without headers.
    pub fn new(status: StatusCode, body: impl Into<HttpBody>) -> Self {
        Self { status, headers: HeaderMap::new(), body: body.into() }
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// The body of a response.
pub struct HttpBody(Parts);

enum Parts {
    Whole(Option<Bytes>),
    Stream(Pin<Box<dyn Stream<Item = Part> + Send>>),
}

type Part = Result<Bytes, TransportError>;

impl HttpBody {
    /// A body that comes part by part.
    pub fn stream(parts: impl Stream<Item = Part> + Send + 'static) -> Self {
        Self(Parts::Stream(Box::pin(parts)))
    }

    /// The next part, or `None` at the end.
    ///
    /// # Errors
    /// When the connection failed before the end.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, TransportError> {
        poll_fn(|context| self.poll_part(context)).await.transpose()
    }

    pub(super) fn poll_part(&mut self, context: &mut Context<'_>) -> Poll<Option<Part>> {
        match &mut self.0 {
            Parts::Whole(body) => Poll::Ready(body.take().map(Ok)),
            Parts::Stream(parts) => parts.as_mut().poll_next(context),
        }
    }
}

/// A body that is already there.
impl<T: Into<Bytes>> From<T> for HttpBody {
    fn from(body: T) -> Self {
        Self(Parts::Whole(Some(body.into())))
    }
}

impl fmt::Debug for HttpBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpBody").finish_non_exhaustive()
    }
}
