//! The body of a response → the values in it, still as bytes.

use std::task::{Context, Poll, ready};

use super::cause::Cause;
use super::error::{Error, Result};
use super::event_stream::{EventStream, Frame};
use super::lines::Lines;
use super::parts::Parts;

/// How the values stand in a body.
pub(super) enum Framing {
    /// Server-sent events. The data of the last may be this text, which is no value.
    Events(EventStream, Option<&'static [u8]>),
    /// Each ends in a certain byte, or with the body.
    Ended,
}

/// The values that have yet to come, each within the limit of a body.
pub(super) struct Frames {
    pub(super) parts: Parts,
    lines: Lines,
    framing: Framing,
    limit: usize,
    /// How many have come.
    pub(super) count: usize,
}

impl Frames {
    pub(super) fn new(parts: Parts, ends: &'static [u8], framing: Framing) -> Self {
        let limit = parts.limits().map_or(0, |limits| limits.body);
        Self { parts, lines: Lines::new(ends), framing, limit, count: 0 }
    }

    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame>>> {
        loop {
            if let Some(frame) = self.next() {
                return Poll::Ready(self.admit(frame).transpose());
            }
            if self.lines.waiting() + self.begun() > self.limit {
                return Poll::Ready(Some(Err(self.too_large())));
            }
            match ready!(self.parts.poll_part(context)) {
                Some(Ok(part)) => self.lines.push(&part),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(self.last().and_then(|it| self.admit(it).transpose())),
            }
        }
    }

    /// The next that is whole.
    fn next(&mut self) -> Option<Frame> {
        while let Some(line) = self.lines.next() {
            let frame = match &mut self.framing {
                Framing::Events(events, _) => events.take(&line),
                Framing::Ended => record(line),
            };
            if frame.is_some() {
                return frame;
            }
        }
        None
    }

    /// What the end of the body ends: no event, which may have been cut off.
    fn last(&mut self) -> Option<Frame> {
        let last = self.lines.last();
        match &self.framing {
            Framing::Events(..) => None,
            Framing::Ended => record(last),
        }
    }

    fn admit(&mut self, frame: Frame) -> Result<Option<Frame>> {
        if frame.data.len() > self.limit {
            return Err(self.too_large());
        }
        if matches!(&self.framing, Framing::Events(_, Some(end)) if frame.data == *end) {
            self.close();
            return Ok(None);
        }
        self.count += 1;
        Ok(Some(frame))
    }

    fn begun(&self) -> usize {
        match &self.framing {
            Framing::Events(events, _) => events.len(),
            Framing::Ended => 0,
        }
    }

    fn too_large(&mut self) -> Error {
        self.close();
        Error::new(Cause::TooLarge(self.limit)).at(&self.parts.origin)
    }

    fn close(&mut self) {
        self.parts.close();
        self.lines = Lines::new(&[]);
        self.framing = Framing::Ended;
    }
}

/// A value among white space; where there is nothing else, none.
fn record(bytes: Vec<u8>) -> Option<Frame> {
    let data = bytes.trim_ascii().to_vec();
    (!data.is_empty()).then(|| Frame { data, ..Frame::default() })
}
