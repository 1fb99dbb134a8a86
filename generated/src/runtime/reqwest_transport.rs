//! The transport that clients have unless they are given another.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::http_request::HttpRequest;
use super::http_response::{HttpBody, HttpResponse};
use super::transport::{BoxFuture, Transport, TransportError};

const FOLLOWED: &str = "the HTTP client followed a redirect: build it with `Policy::none()`";

/// Build the client with `redirect::Policy::none()`: a redirect can carry a body to another host.
/// One that was followed is an error.
impl Transport for reqwest::Client {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            let asked = request.url.clone();
            let mut outgoing = reqwest::Request::new(request.method, request.url);
            *outgoing.headers_mut() = request.headers;
            *outgoing.body_mut() = match request.body.bytes() {
                Some(bytes) if bytes.is_empty() => None,
                Some(bytes) => Some(bytes.into()),
                None => Some(reqwest::Body::wrap(request.body.body())),
            };
            let response = self.execute(outgoing).await.map_err(failure)?;
            if *response.url() != asked {
                return Err(TransportError::new(FOLLOWED));
            }
            let (status, headers) = (response.status(), response.headers().clone());
            Ok(HttpResponse { status, headers, body: HttpBody::stream(Chunks::of(response)) })
        })
    }
}

/// What is known of a failure.
fn failure(error: reqwest::Error) -> TransportError {
    let (is_unsent, is_timeout) = (error.is_connect(), error.is_timeout());
    TransportError { is_unsent, is_timeout, ..TransportError::new(error) }
}

/// The body of a response, part by part.
struct Chunks(Option<BoxFuture<'static, Read>>);

/// The response again, and the part that was read of it.
type Read = (reqwest::Response, reqwest::Result<Option<Bytes>>);

impl Chunks {
    fn of(mut response: reqwest::Response) -> Self {
        Self(Some(Box::pin(async move {
            let chunk = response.chunk().await;
            (response, chunk)
        })))
    }
}

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(reading) = &mut self.0 else { return Poll::Ready(None) };
        let (response, chunk) = ready!(reading.as_mut().poll(context));
        *self = match chunk {
            Ok(Some(_)) => Self::of(response),
            _ => Self(None),
        };
        Poll::Ready(chunk.map_err(failure).transpose())
    }
}
