//! Parts that have as many bytes as was said.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::http_response::HttpBody;
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

    /// Counts a part, which comes back unless others may follow that must not.
    fn count(&mut self, part: Bytes) -> Option<Result<Bytes, TransportError>> {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
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
}

impl Stream for Measured {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
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
