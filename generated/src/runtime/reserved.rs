//! Query parameters whose values keep what RFC 3986 reserves (OpenAPI, Parameter Object, `allowReserved`).

use url::form_urlencoded::byte_serialize;

use super::call::Call;
use super::fault::Place;
use super::pairs;
use super::param::Param;

/// What RFC 3986 reserves (section 2.2), but for what ends a value or the query, means another character
/// in a form, or cannot stand in a query at all: `&`, `#`, `+`, `'`, `[` and `]`.
const KEPT: &[u8] = b":/?@!$()*,;=";

impl Call {
    /// Sets a query parameter whose value is percent-encoded no more than it has to be: reserved
    /// characters stay, and what is percent-encoded already.
    pub fn query_reserved<P: Param>(self, name: &'static str, value: P) -> Self {
        self.query_reserved_all(name, [value])
    }

    /// The same, where the parameter stands once for each value.
    pub fn query_reserved_all<P: Param>(
        mut self,
        name: &'static str,
        values: impl IntoIterator<Item = P>,
    ) -> Self {
        let values = self.all(Place::Query, name, values);
        let values = values.iter().map(|value| expand(value)).collect();
        pairs::set(&mut self.encoded, name, values);
        self
    }
}

/// Reserved expansion (RFC 6570, section 3.2.3).
fn expand(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut text = String::new();
    for (at, byte) in bytes.iter().enumerate() {
        if KEPT.contains(byte) || is_triplet(&bytes[at..]) {
            text.push(char::from(*byte));
        } else {
            text.extend(byte_serialize(&[*byte]));
        }
    }
    text
}

/// Whether it begins with a percent sign and two hexadecimal digits.
fn is_triplet(bytes: &[u8]) -> bool {
    matches!(bytes, [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}
