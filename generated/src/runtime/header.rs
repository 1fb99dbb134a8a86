//! Headers of responses, read as what their document says of them.

use std::fmt;
use std::str;

use http::HeaderMap;
use serde_json::Value;

use super::decode::Decode;
use super::decoder::{DecodeError, Decoder};

/// A header of responses, and the type of its value: [`Response::header`](super::Response::header) and
/// [`ApiError::header`](super::ApiError::header) read it.
///
/// Lists are values with commas between them (OpenAPI, style `simple`), on one line or on several
/// (RFC 9110, section 5.3); of anything else the first line counts. Numbers are read as those that a body
/// has as text. As in bodies, an enum keeps a value that the document does not name, and a date its text.
pub struct Header<T> {
    name: &'static str,
    read: fn(&[&str], &mut Decoder) -> Result<T, DecodeError>,
}

impl<T: Decode> Header<T> {
    /// A header with one value.
    pub const fn one(name: &'static str) -> Self {
        Self { name, read: |lines, at| at.read(Some(Value::from(lines[0].trim()))) }
    }

    /// A header whose value is a list.
    pub const fn list(name: &'static str) -> Self {
        Self { name, read: |lines, at| at.read(Some(items(lines).collect())) }
    }
}

impl<T> Header<T> {
    /// The name, as the document writes it.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The value, if the response has the header.
    pub(super) fn read(&self, headers: &HeaderMap) -> Result<Option<T>, DecodeError> {
        let mut at = Decoder::new();
        at.enter(self.name);
        let lines = headers.get_all(self.name).iter().map(|line| str::from_utf8(line.as_bytes()));
        let lines: Result<Vec<&str>, _> = lines.collect();
        match lines {
            Ok(lines) if lines.is_empty() => Ok(None),
            Ok(lines) => (self.read)(&lines, &mut at).map(Some),
            Err(_) => Err(at.refusal("text in UTF-8", "other bytes")),
        }
    }
}

/// The items of a list; empty ones are none (RFC 9110, section 5.6.1.2).
fn items<'a>(lines: &'a [&str]) -> impl Iterator<Item = &'a str> {
    lines.iter().flat_map(|line| line.split(',')).map(str::trim).filter(|item| !item.is_empty())
}

impl<T> fmt::Debug for Header<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Header").field(&self.name).finish()
    }
}
