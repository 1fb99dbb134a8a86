//! A response as it comes over the wire: its head, and its body as it arrives.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderMap;
use http::StatusCode;
use http_body::{Body, Frame, SizeHint};

use super::measured::Measured;
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

/// The body of a response, or of a request that is not in memory, on its way.
pub struct HttpBody(Parts);

enum Parts {
    Whole(Option<Bytes>),
    /// The lock is never taken: it is there because HTTP stacks want a body to be `Sync`.
    Stream(Mutex<Pin<Box<dyn Stream<Item = Part> + Send>>>),
    Measured(Box<Measured>),
}

pub(super) type Part = Result<Bytes, TransportError>;

impl HttpBody {
    /// A body that comes part by part.
    pub fn stream(parts: impl Stream<Item = Part> + Send + 'static) -> Self {
        Self(Parts::Stream(Mutex::new(Box::pin(parts))))
    }

    /// The same, which fails unless it has as many bytes, if that is said.
    pub(super) fn measured(self, length: Option<u64>) -> Self {
        match length {
            Some(length) => Self(Parts::Measured(Box::new(Measured::new(self, length)))),
            None => self,
        }
    }

    /// The next part, or `None` at the end.
    ///
    /// # Errors
    /// When the connection failed before the end. After an error there are no more parts.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, TransportError> {
        poll_fn(|context| self.poll_part(context)).await.transpose()
    }

    pub(super) fn poll_part(&mut self, context: &mut Context<'_>) -> Poll<Option<Part>> {
        let part = match &mut self.0 {
            Parts::Whole(body) => body.take().map(Ok),
            Parts::Stream(parts) => {
                let parts = parts.get_mut().unwrap_or_else(PoisonError::into_inner);
                ready!(parts.as_mut().poll_next(context))
            }
            Parts::Measured(parts) => ready!(parts.poll_part(context)),
        };
        if !matches!(part, Some(Ok(_))) {
            // A stream must not be asked again.
            *self = Self::from("");
        }
        Poll::Ready(part)
    }

    /// How many bytes are yet to come, if that is known.
    fn length(&self) -> Option<u64> {
        match &self.0 {
            Parts::Whole(body) => u64::try_from(body.as_ref().map_or(0, Bytes::len)).ok(),
            Parts::Stream(_) => None,
            Parts::Measured(parts) => Some(parts.left()),
        }
    }
}

/// A body that is already there.
impl<T: Into<Bytes>> From<T> for HttpBody {
    fn from(body: T) -> Self {
        let body = body.into();
        Self(Parts::Whole(Some(body).filter(|it| !it.is_empty())))
    }
}

/// As the HTTP stacks of the `http` crate's family take it.
impl Body for HttpBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.get_mut().poll_part(context).map(|part| part.map(|part| part.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.0, Parts::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        self.length().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

impl fmt::Debug for HttpBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpBody").finish_non_exhaustive()
    }
}
