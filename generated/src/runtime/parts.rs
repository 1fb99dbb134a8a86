//! The body of a response as it arrives.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::attempt::Rest;
use super::call::Call;
use super::cause::Cause;
use super::client::Client;
use super::error::{Error, Result};
use super::limits::Limits;
use super::origin::Origin;
use super::reply::Reply;
use super::request::Request;
use super::sending::Sending;
use super::transport::BoxFuture;

/// The body of a response, part by part, whatever its size: nothing of it is kept.
///
/// The time limits of the call end with the head of the response. From then on it is an error of kind
/// [`Timeout`](super::ErrorKind::Timeout) when nothing comes for as long as an attempt may take. After
/// an error there are no more parts. Whoever drops this closes the connection.
#[must_use = "a body does not arrive until it is read"]
pub struct Parts {
    rest: Option<Rest>,
    /// Ends when nothing has come for too long.
    silence: Option<BoxFuture<'static, ()>>,
    pub(super) client: Client,
    pub(super) origin: Origin,
}

impl Parts {
    pub(super) fn of(mut reply: Reply) -> Result<Self> {
        let rest = reply.rest();
        Ok(Self { rest, silence: None, client: reply.client, origin: reply.origin })
    }

    /// The next part, or `None` at the end.
    ///
    /// # Errors
    /// When the connection fails or is silent for too long.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>> {
        poll_fn(|context| self.poll_part(context)).await.transpose()
    }

    /// The parts as an iterator, which waits for each. After an error it is over.
    ///
    /// # Panics
    /// When it is used in async code, which must not be kept waiting.
    #[cfg(feature = "blocking")]
    pub fn wait_each(mut self) -> impl Iterator<Item = Result<Bytes>> {
        std::iter::from_fn(move || super::blocking::block_on(self.try_next()).transpose())
    }

    pub(super) fn limits(&self) -> Option<Limits> {
        self.rest.as_ref().map(|rest| rest.limits)
    }

    /// Closes the connection.
    pub(super) fn close(&mut self) {
        self.rest = None;
    }

    pub(super) fn poll_part(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        let Some(rest) = &mut self.rest else { return Poll::Ready(None) };
        let cause = match rest.body.poll_part(context) {
            Poll::Ready(Some(Ok(part))) => {
                self.silence = None;
                return Poll::Ready(Some(Ok(part)));
            }
            Poll::Ready(None) => {
                self.close();
                return Poll::Ready(None);
            }
            Poll::Ready(Some(Err(error))) => Cause::Transport(error),
            Poll::Pending if self.is_silent(context) => Cause::Timeout,
            Poll::Pending => return Poll::Pending,
        };
        self.close();
        Poll::Ready(Some(Err(Error::new(cause).at(&self.origin))))
    }

    fn is_silent(&mut self, context: &mut Context<'_>) -> bool {
        let Some(limits) = self.limits() else { return true };
        let client = &self.client;
        let silence = self.silence.get_or_insert_with(|| {
            let client = client.clone();
            Box::pin(async move { client.0.transport.sleep(limits.attempt).await })
        });
        silence.as_mut().poll(context).is_ready()
    }
}

impl Stream for Parts {
    type Item = Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_part(context)
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts").finish_non_exhaustive()
    }
}

impl Call {
    /// Sends the call; the body of the response is read part by part.
    pub fn send_parts(self) -> Sending<Parts> {
        Sending::new(self.in_parts(), Parts::of)
    }

    /// The same call, whose body is left to who reads the reply.
    pub(super) fn in_parts(mut self) -> Self {
        self.limits.in_parts = true;
        self
    }
}

impl Request<Vec<u8>> {
    /// Sends the request; the body of the response is read part by part, and may have any size.
    pub fn stream(self) -> Sending<Parts> {
        self.call.send_parts()
    }
}

impl Request<String> {
    /// Sends the request; the text of the response is read part by part, as bytes, and may have any size.
    pub fn stream(self) -> Sending<Parts> {
        self.call.send_parts()
    }
}
