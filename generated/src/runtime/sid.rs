//! SIDs: ids that begin with two letters for the kind of resource that they name.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde_json::Value;

use super::decode::Decode;
use super::decoder::Decoder;
use super::encode::Encode;
use super::param::Param;
use super::serde_bridge;

/// The id of a resource: the letters `A` and `B` for its kind, and 32 hexadecimal digits.
///
/// The id of another kind of resource is another type. Text becomes an id unread and is looked at
/// when it is sent: what is no id of this kind is refused then, before anything leaves the machine.
/// What a server sends is kept as it is, and noted as a deviation if it is no id of this kind.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sid<const A: char, const B: char>(String);

impl<const A: char, const B: char> Sid<A, B> {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text has the form of an id of this kind.
    pub fn is_valid(&self) -> bool {
        is_sid(&self.0, A, B)
    }
}

/// Two letters and 32 hexadecimal digits.
fn is_sid(text: &str, first: char, second: char) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 34
        && text.starts_with([first])
        && text[1..].starts_with([second])
        && bytes[2..].iter().all(u8::is_ascii_hexdigit)
}

impl<const A: char, const B: char> From<&str> for Sid<A, B> {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl<const A: char, const B: char> From<String> for Sid<A, B> {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl<const A: char, const B: char> From<&String> for Sid<A, B> {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

impl<const A: char, const B: char> From<&Self> for Sid<A, B> {
    fn from(id: &Self) -> Self {
        id.clone()
    }
}

impl<const A: char, const B: char> Deref for Sid<A, B> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const A: char, const B: char> AsRef<str> for Sid<A, B> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<const A: char, const B: char> Decode for Sid<A, B> {
    fn placeholder() -> Self {
        Self(String::new())
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        self.0.decode(value, at);
        if !self.is_valid() {
            at.deviation("an id of this kind", "other text");
        }
    }
}

impl<const A: char, const B: char> Encode for Sid<A, B> {
    fn encode(&self) -> Value {
        Value::from(self.as_str())
    }
}

impl<const A: char, const B: char> Param for Sid<A, B> {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }

    fn fault(&self) -> Option<&'static str> {
        if self.is_valid() { None } else { Some("is not an id of the kind that is meant here") }
    }
}

impl<const A: char, const B: char> fmt::Display for Sid<A, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const A: char, const B: char> fmt::Debug for Sid<A, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const A: char, const B: char> serde::Serialize for Sid<A, B> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de, const A: char, const B: char> serde::Deserialize<'de> for Sid<A, B> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serde_bridge::deserialize(from)
    }
}
