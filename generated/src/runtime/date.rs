//! A day of the calendar, kept in the words of whoever wrote it.

use std::str::FromStr;

use serde_json::Value;

use super::decode::Decode;
use super::decoder::Decoder;
use super::text::text_traits;

/// The length of a `full-date` of RFC 3339: `2015-12-16`.
const LENGTH: usize = 10;

/// A day as its author wrote it, and the day that it names.
///
/// A `full-date` of RFC 3339 names a day. Whatever else a server sends stays text.
/// Equality and hash are those of the text.
#[derive(Clone)]
pub struct Date {
    text: String,
    date: Option<jiff::civil::Date>,
}

impl Date {
    /// The text as the server wrote it, or as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The day that the text names, if it is a `full-date` of RFC 3339.
    pub fn date(&self) -> Option<jiff::civil::Date> {
        self.date
    }
}

fn parse(text: &str) -> Result<jiff::civil::Date, jiff::Error> {
    if text.len() != LENGTH {
        let message = format_args!("a date has {LENGTH} characters, as in 2015-12-16");
        return Err(jiff::Error::from_args(message));
    }
    text.parse()
}

impl FromStr for Date {
    type Err = jiff::Error;

    /// Reads a `full-date` of RFC 3339 and keeps its text.
    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        Ok(Self { date: Some(parse(text)?), text: text.to_owned() })
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self { text: date.to_string(), date: Some(date) }
    }
}

impl Decode for Date {
    fn placeholder() -> Self {
        Self { text: String::new(), date: None }
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        self.text.decode(value, at);
        self.date = parse(&self.text).ok();
        if self.date.is_none() {
            at.deviation("a date", "other text");
        }
    }
}

text_traits!(Date);
