//! Parts that have as many bytes as was said.

use std::task::{Context, Poll, ready};

use bytes::Bytes;

use super::http_response::{HttpBody, Part};
use super::transport::TransportError;

const SHORTER: &str = "what is sent ends before the length that was said of it";
const LONGER: &str = "what is sent goes on after the length that was said of it";

/// Fails where there are fewer bytes, or more: an HTTP stack cuts off what is too long without a word,
/// and in a form that is the end of the form.
pub(super) struct Measured {
    parts: HttpBody,
    left: u64,
    /// What brings all bytes that were said, until it is known that there are no others.
    last: Option<Bytes>,
}

impl Measured {
    pub(super) fn new(parts: HttpBody, length: u64) -> Self {
        Self { parts, left: length, last: None }
    }

    /// How many bytes are yet to come.
    pub(super) fn left(&self) -> u64 {
        self.left + self.last.as_ref().map_or(0, length)
    }

    /// Counts a part, which comes back unless others may follow that must not.
    fn count(&mut self, part: Bytes) -> Option<Part> {
        let length = length(&part);
        let Some(left) = self.left.checked_sub(length) else {
            return Some(Err(TransportError::new(LONGER)));
        };
        self.left = left;
        if left > 0 {
            return Some(Ok(part));
        }
        if length > 0 {
            self.last = Some(part);
        }
        None
    }

    /// The next part, or `None` at the end.
    pub(super) fn poll_part(&mut self, context: &mut Context<'_>) -> Poll<Option<Part>> {
        loop {
            match ready!(self.parts.poll_part(context)) {
                Some(Ok(part)) => {
                    let counted = self.count(part);
                    if counted.is_some() {
                        return Poll::Ready(counted);
                    }
                }
                None if self.left > 0 => {
                    return Poll::Ready(Some(Err(TransportError::new(SHORTER))));
                }
                None => return Poll::Ready(self.last.take().map(Ok)),
                failed => return Poll::Ready(failed),
            }
        }
    }
}

fn length(part: &Bytes) -> u64 {
    u64::try_from(part.len()).unwrap_or(u64::MAX)
}
