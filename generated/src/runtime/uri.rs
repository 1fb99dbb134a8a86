//! A URI, absolute or relative, kept as it was written.

use serde_json::Value;
use url::Url;

use super::decode::Decode;
use super::decoder::Decoder;
use super::text::text_traits;

/// The text of a URI. Any text is accepted: servers also send relative references (RFC 3986,
/// section 4.2).
#[derive(Clone)]
pub struct Uri(String);

impl Uri {
    /// The text as the server wrote it, or as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The URI as an absolute URL.
    ///
    /// # Errors
    /// When the text is a relative reference or no URL at all.
    pub fn to_url(&self) -> Result<Url, url::ParseError> {
        Url::parse(&self.0)
    }
}

impl From<String> for Uri {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Uri {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<Url> for Uri {
    fn from(url: Url) -> Self {
        Self(url.into())
    }
}

impl Decode for Uri {
    fn placeholder() -> Self {
        Self(String::new())
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        self.0.decode(value, at);
    }
}

text_traits!(Uri);
