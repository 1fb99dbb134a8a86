//! A day of the calendar, kept in the words of whoever wrote it.

use std::str::FromStr;

use serde_json::Value;

use super::decode::Decode;
use super::decoder::Decoder;
use super::instant::{Day, Error, read_day, write_day};
use super::text::text_traits;

/// A day as its author wrote it, and the day that it names.
///
/// A `full-date` of RFC 3339 names a day. Whatever else a server sends stays text.
/// Equality and hash are those of the text.
#[derive(Clone)]
pub struct Date {
    text: String,
    date: Option<Day>,
}

impl Date {
    /// The text as the server wrote it, or as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The day that the text names, if it is a `full-date` of RFC 3339.
    pub fn date(&self) -> Option<Day> {
        self.date
    }
}

impl FromStr for Date {
    type Err = Error;

    /// Reads a `full-date` of RFC 3339 and keeps its text.
    fn from_str(text: &str) -> Result<Self, Error> {
        Ok(Self { date: Some(read_day(text)?), text: text.to_owned() })
    }
}

impl From<Day> for Date {
    fn from(date: Day) -> Self {
        Self { text: write_day(date), date: Some(date) }
    }
}

impl Decode for Date {
    fn placeholder() -> Self {
        Self { text: String::new(), date: None }
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        self.text.decode(value, at);
        self.date = read_day(&self.text).ok();
        if self.date.is_none() {
            at.deviation("a date", "other text");
        }
    }
}

text_traits!(Date);
