//! A successful response, and what can be made of its body.

use serde_json::Value;

use super::client::Client;
use super::decode::Decode;
use super::decoder::{DecodeError, Decoder};
use super::error::{Error, Result};
use super::origin::Origin;

/// A response with a status of 2xx, received to its end.
pub(super) struct Reply {
    pub(super) client: Client,
    pub(super) origin: Origin,
    pub(super) body: Vec<u8>,
}

impl Reply {
    pub(super) fn decode<T: Decode>(self) -> Result<T> {
        let mut at = Decoder::new();
        let decoded = match self.json()? {
            Some(value) => T::decode(value, &mut at),
            None => T::absent(&mut at),
        };
        self.client.report(&at.into_deviations());
        decoded.map_err(|error| self.error(error))
    }

    pub(super) fn ignore(self) -> Result<()> {
        Ok(())
    }

    pub(super) fn text(self) -> Result<String> {
        let Self { origin, body, .. } = self;
        String::from_utf8(body).map_err(|_| {
            let error = Decoder::new().error("text in UTF-8", "other bytes");
            Error::decode(error).at(&origin)
        })
    }

    pub(super) fn bytes(self) -> Result<Vec<u8>> {
        Ok(self.body)
    }

    /// The body as JSON, or `None` if there is none.
    pub(super) fn json(&self) -> Result<Option<Value>> {
        if self.body.is_empty() {
            return Ok(None);
        }
        match serde_json::from_slice(&self.body) {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(self.error(Decoder::new().error("JSON", "other bytes"))),
        }
    }

    pub(super) fn error(&self, error: DecodeError) -> Error {
        Error::decode(error).at(&self.origin)
    }
}
