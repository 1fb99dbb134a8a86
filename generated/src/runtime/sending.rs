//! A call on its way.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::call::Call;
use super::error::Result;
use super::exchange::{self, Exchange};
use super::http_request::HttpRequest;
use super::limits::{Limits, limit_setters};
use super::reply::Reply;
use super::response::Response;

/// A future that sends a call when it is first polled, and resolves to the value of the response.
///
/// It has a name, so that a generated operation can return it and need no `async fn` of its own.
/// Limits that are set here hold for this call alone. Whoever drops it stops the call.
#[must_use = "a call does nothing until it is awaited"]
pub struct Sending<T> {
    call: Call,
    exchange: Option<Exchange>,
    read: fn(Reply) -> Result<T>,
}

impl<T> Sending<T> {
    pub(super) fn new(call: Call, read: fn(Reply) -> Result<T>) -> Self {
        Self { call, exchange: None, read }
    }

    limit_setters!();

    /// The request that goes out when this is awaited. What hooks add is not there yet, nor is a
    /// token that must be fetched first.
    ///
    /// # Errors
    /// When a value cannot be sent, or the client lacks something.
    pub fn http_request(&self) -> Result<HttpRequest> {
        exchange::request(&self.call, exchange::url(&self.call)?)
    }

    /// Sends the call, and brings the status and the headers of the response beside its value.
    ///
    /// # Errors
    /// Those of the call itself.
    pub async fn response(mut self) -> Result<Response<T>> {
        let reply = poll_fn(|context| self.poll_reply(context)).await?;
        let (status, headers) = reply.head();
        Ok(Response { status, headers, value: (self.read)(reply)? })
    }

    fn limits(&mut self) -> &mut Limits {
        &mut self.call.limits
    }

    fn poll_reply(&mut self, context: &mut Context<'_>) -> Poll<Result<Reply>> {
        let call = &self.call;
        let begin = || exchange::exchange(call, exchange::url(call));
        self.exchange.get_or_insert_with(begin).as_mut().poll(context)
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        let reply = ready!(self.poll_reply(context));
        Poll::Ready(reply.and_then(self.read))
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
