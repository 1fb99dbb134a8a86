//! A call on its way.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::call::Call;
use super::error::Result;
use super::exchange::{self, Exchange};
use super::reply::Reply;

/// A future that sends a call when it is first polled, and resolves to the value of the response.
///
/// It has a name, so that a generated operation can return it and need no `async fn` of its own.
#[must_use = "a call does nothing until it is awaited"]
pub struct Sending<T> {
    reply: Exchange,
    read: fn(Reply) -> Result<T>,
}

impl<T> Sending<T> {
    pub(super) fn new(call: Call, read: fn(Reply) -> Result<T>) -> Self {
        Self { reply: exchange::exchange(&call, exchange::url(&call)), read }
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.get_mut();
        let reply = ready!(this.reply.as_mut().poll(context));
        Poll::Ready(reply.and_then(this.read))
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
