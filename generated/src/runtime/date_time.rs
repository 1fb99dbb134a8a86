//! An instant, kept in the words of whoever wrote it.

use std::str::FromStr;
use std::time::SystemTime;

use serde_json::Value;

use super::date::Date;
use super::decode::Decode;
use super::decoder::Decoder;
use super::instant::{Error, Timestamp, nearest, read, write};
use super::text::text_traits;

/// The longest text, in bytes, that is read as a date and time: comments in RFC 2822 can nest, and
/// no real one comes near.
const LONGEST: usize = 100;

/// A date and time as its author wrote it, and the instant that it names.
///
/// Texts of RFC 3339 and RFC 2822 name an instant. Whatever else a server sends stays text.
/// Equality and hash are those of the text.
#[derive(Clone)]
pub struct DateTime {
    text: String,
    timestamp: Option<Timestamp>,
}

impl DateTime {
    /// The text as the server wrote it, or as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The instant that the text names, if it is one of RFC 3339 or RFC 2822.
    pub fn timestamp(&self) -> Option<Timestamp> {
        self.timestamp
    }
}

impl FromStr for DateTime {
    type Err = Error;

    /// Reads a date and time of RFC 3339 or RFC 2822 and keeps its text.
    fn from_str(text: &str) -> Result<Self, Error> {
        Ok(Self { timestamp: Some(read(text, LONGEST)?), text: text.to_owned() })
    }
}

/// The text becomes RFC 3339 in UTC, with a fraction only if there is one: `2015-12-16T22:18:37Z`.
impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        Self { text: write(timestamp), timestamp: Some(timestamp) }
    }
}

/// A day, where an API takes that for a date and time: it is sent as it is and names no instant.
impl From<Date> for DateTime {
    fn from(date: Date) -> Self {
        Self { text: date.as_str().to_owned(), timestamp: None }
    }
}

/// A time outside the years -9999 to 9999 becomes the nearest one within.
impl From<SystemTime> for DateTime {
    fn from(time: SystemTime) -> Self {
        nearest(time).into()
    }
}

impl Decode for DateTime {
    fn placeholder() -> Self {
        Self { text: String::new(), timestamp: None }
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        self.text.decode(value, at);
        self.timestamp = read(&self.text, LONGEST).ok();
        if self.timestamp.is_none() {
            at.deviation("a date and time", "other text");
        }
    }
}

text_traits!(DateTime);
