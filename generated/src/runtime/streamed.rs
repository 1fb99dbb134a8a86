//! The values of a response as a stream.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use serde_json::Value;

use super::call::Call;
use super::decode::Decode;
use super::decoder::{DecodeError, Decoder};
use super::error::{Error, Result};
use super::event_stream::Frame;
use super::frames::{Frames, Framing};
use super::parts::Parts;
use super::reply::Reply;
use super::request::Request;

/// What many servers have for the data of their last event; it is no JSON.
const DONE: &[u8] = b"[DONE]";

/// The values of a response, each as soon as it has come.
///
/// One that cannot be decoded is an error, after which the next follows. One with more bytes than a
/// body may have, a connection that fails, or one on which nothing comes for as long as an attempt may
/// take, is the last error. The other time limits of the call end with the head of the response.
/// Whoever drops this closes the connection.
#[must_use = "a stream does nothing until it is polled"]
pub struct Streamed<T> {
    frames: Frames,
    read: Read<T>,
}

type Read<T> = fn(&mut Decoder, Frame) -> Result<T, DecodeError>;

/// A server-sent event (WHATWG HTML, section 9.2).
///
/// No connection is made again: for the next, `id` goes into the header `Last-Event-ID`, after `retry`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What kind of event it is: `message` where the server says nothing.
    pub event: String,
    /// The last id that the server has given an event; empty without one.
    pub id: String,
    /// How long to wait before the next connection, where the server has said so.
    pub retry: Option<Duration>,
    /// What it brings.
    pub data: T,
}

impl<T> Streamed<T> {
    /// The next value, or `None` at the end.
    ///
    /// # Errors
    /// When the value cannot be had or be decoded.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        poll_fn(|context| self.poll_value(context)).await.transpose()
    }

    /// The values as an iterator, which waits for each.
    ///
    /// # Panics
    /// When it is used in async code, which must not be kept waiting.
    #[cfg(feature = "blocking")]
    pub fn wait_each(mut self) -> impl Iterator<Item = Result<T>> {
        std::iter::from_fn(move || super::blocking::block_on(self.try_next()).transpose())
    }

    fn poll_value(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        let frame = ready!(self.frames.poll(context));
        Poll::Ready(frame.map(|frame| frame.and_then(|frame| self.read(frame))))
    }

    fn read(&self, frame: Frame) -> Result<T> {
        let Parts { client, origin, .. } = &self.frames.parts;
        let mut at = Decoder::new();
        at.enter_index(self.frames.count - 1);
        let value = (self.read)(&mut at, frame);
        client.judge(value, at).map_err(|error| Error::decode(error).at(origin))
    }
}

impl<T> Stream for Streamed<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_value(context)
    }
}

impl<T> fmt::Debug for Streamed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streamed").finish_non_exhaustive()
    }
}

impl Call {
    /// The call as a request with nothing left to set, which brings events with JSON.
    pub fn request_events<T: Decode>(self) -> Request<Streamed<Event<T>>> {
        Request::new(self.in_parts(), events)
    }

    /// The same, where the events bring text.
    pub fn request_text_events(self) -> Request<Streamed<Event<String>>> {
        Request::new(self.in_parts(), text_events)
    }

    /// The same, where the response has JSON in each line.
    pub fn request_lines<T: Decode>(self) -> Request<Streamed<T>> {
        Request::new(self.in_parts(), lines)
    }

    /// The same, where the response is a JSON text sequence (RFC 7464).
    pub fn request_sequence<T: Decode>(self) -> Request<Streamed<T>> {
        Request::new(self.in_parts(), sequence)
    }
}

fn events<T: Decode>(reply: Reply) -> Result<Streamed<Event<T>>> {
    let framing = Framing::Events(Default::default(), Some(DONE));
    let read: Read<Event<T>> = |at, mut frame| {
        let data = std::mem::take(&mut frame.data);
        at.read(Some(json_or_text(&data))).map(|data| event(frame, data))
    };
    Ok(Streamed { frames: Frames::new(Parts::of(reply)?, b"\r\n", framing), read })
}

fn text_events(reply: Reply) -> Result<Streamed<Event<String>>> {
    let framing = Framing::Events(Default::default(), None);
    let read: Read<Event<String>> = |_, mut frame| {
        let data = std::mem::take(&mut frame.data);
        Ok(event(frame, String::from_utf8_lossy(&data).into_owned()))
    };
    Ok(Streamed { frames: Frames::new(Parts::of(reply)?, b"\r\n", framing), read })
}

fn lines<T: Decode>(reply: Reply) -> Result<Streamed<T>> {
    ended(reply, b"\n")
}

fn sequence<T: Decode>(reply: Reply) -> Result<Streamed<T>> {
    ended(reply, b"\x1e")
}

fn ended<T: Decode>(reply: Reply, ends: &'static [u8]) -> Result<Streamed<T>> {
    let frames = Frames::new(Parts::of(reply)?, ends, Framing::Ended);
    Ok(Streamed { frames, read: |at, frame| json(at, &frame.data) })
}

fn event<T>(frame: Frame, data: T) -> Event<T> {
    Event { event: frame.event, id: frame.id, retry: frame.retry, data }
}

/// Texts of events, such as those of an enumeration, come without quotes.
fn json_or_text(data: &[u8]) -> Value {
    let text = |_| Value::String(String::from_utf8_lossy(data).into_owned());
    serde_json::from_slice(data).unwrap_or_else(text)
}

fn json<T: Decode>(at: &mut Decoder, data: &[u8]) -> Result<T, DecodeError> {
    match serde_json::from_slice::<Value>(data) {
        Ok(value) => at.read(Some(value)),
        Err(_) => Err(at.refusal("JSON", "other bytes")),
    }
}
