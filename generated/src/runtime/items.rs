//! The items of a list as a stream.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use serde_json::Value;

use super::call::Call;
use super::decode::Decode;
use super::decoder::{DecodeError, Decoder};
use super::error::Result;
use super::limits::{Limits, limit_setters, page_limit_setter};
use super::page::Pages;
use super::pager::Pager;

/// The items of all pages of a list, in the order of the server.
///
/// Nothing is sent before the first item is asked for. Every page is requested from the server of
/// the first, whatever host the response names. After an error the stream is over; a page that
/// repeats an earlier one is such an error. Limits that are set here hold for this list alone.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<T> {
    pager: Pager,
    read: fn(&mut Decoder, Option<Value>) -> Result<T, DecodeError>,
}

impl<T> Items<T> {
    pub(super) fn new(call: Call, pages: Pages) -> Self
    where
        T: Decode,
    {
        Self { pager: Pager::new(call, pages), read: Decoder::read }
    }

    limit_setters!();
    page_limit_setter!();

    fn limits(&mut self) -> &mut Limits {
        self.pager.limits()
    }

    /// The next item, or `None` at the end or at the limit.
    ///
    /// # Errors
    /// When a page cannot be had or an item cannot be decoded.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        poll_fn(|context| self.poll_item(context)).await.transpose()
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        let Some(item) = ready!(self.pager.poll(context)) else {
            return Poll::Ready(None);
        };
        let item = item.and_then(|(index, value)| self.read(index, value));
        if item.is_err() {
            self.pager.stop();
        }
        Poll::Ready(Some(item))
    }

    fn read(&self, index: usize, value: Value) -> Result<T> {
        let mut at = self.pager.decoder(index);
        let item = (self.read)(&mut at, Some(value));
        self.pager.judge(item, at).map_err(|error| self.pager.error(error))
    }
}

impl<T> Stream for Items<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        self.get_mut().poll_item(context)
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}
