//! A response, and what can be made of its body.

use http::HeaderMap;
use http::StatusCode;
use http::header::LOCATION;
use serde_json::Value;

use super::api_error::ApiError;
use super::attempt::{Received, Rest};
use super::client::Client;
use super::decode::Decode;
use super::decoder::{DecodeError, Decoder};
use super::error::{Error, Result};
use super::list::Page;
use super::origin::Origin;
use super::uri::Uri;

/// A response that ended with a status of 2xx, or of 3xx where the document has that.
pub(super) struct Reply {
    pub(super) client: Client,
    pub(super) origin: Origin,
    received: Received,
    expected: Expected,
}

/// What the document says of the response to a call.
#[derive(Clone, Copy, Default)]
pub(super) struct Expected {
    /// The property of a page that holds its items.
    pub(super) items: &'static str,
    /// Whether a redirection is an answer like another (OpenAPI, Responses Object).
    pub(super) redirects: bool,
}

impl Reply {
    /// The response to a call, or the error that its status says it is.
    pub(super) fn new(
        client: Client,
        origin: Origin,
        received: Received,
        expected: Expected,
    ) -> Result<Self> {
        let status = received.status;
        if status.is_success() || expected.redirects && status.is_redirection() {
            return Ok(Self { client, origin, received, expected });
        }
        let error = ApiError::read(&received, origin.request_id.clone());
        Err(Error::api(error).at(&origin))
    }

    pub(super) fn status(&self) -> StatusCode {
        self.received.status
    }

    pub(super) fn headers(&self) -> &HeaderMap {
        &self.received.headers
    }

    /// The body that has yet to come, where the call takes it part by part.
    pub(super) fn rest(&mut self) -> Option<Rest> {
        self.received.rest.take()
    }

    /// The status and the headers.
    pub(super) fn head(&self) -> (StatusCode, HeaderMap) {
        (self.received.status, self.received.headers.clone())
    }

    pub(super) fn decode<T: Decode>(self) -> Result<T> {
        let mut at = Decoder::new();
        let decoded = at.read(self.json()?);
        self.client.judge(decoded, at).map_err(|error| self.error(error))
    }

    pub(super) fn page<T: Decode>(self) -> Result<Page<T>> {
        let mut at = Decoder::new();
        let page = Page::read(self.json()?, self.expected.items, &mut at);
        self.client.judge(page, at).map_err(|error| self.error(error))
    }

    pub(super) fn ignore(self) -> Result<()> {
        Ok(())
    }

    pub(super) fn text(self) -> Result<String> {
        let Self { origin, received, .. } = self;
        String::from_utf8(received.body).map_err(|bytes| {
            let error = Decoder::new().refusal("text in UTF-8", "other bytes");
            Error::decode(error).about(bytes.as_bytes()).at(&origin)
        })
    }

    pub(super) fn bytes(self) -> Result<Vec<u8>> {
        Ok(self.received.body)
    }

    pub(super) fn location(self) -> Result<Uri> {
        let text = self.received.headers.get(LOCATION).and_then(|value| value.to_str().ok());
        match text {
            Some(text) => Ok(Uri::from(text)),
            None => Err(self.error(Decoder::new().refusal("a Location header", "none"))),
        }
    }

    /// The body as JSON, or `None` if there is none.
    pub(super) fn json(&self) -> Result<Option<Value>> {
        if self.received.body.is_empty() {
            return Ok(None);
        }
        match serde_json::from_slice(&self.received.body) {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(self.error(Decoder::new().refusal("JSON", "other bytes"))),
        }
    }

    pub(super) fn error(&self, error: DecodeError) -> Error {
        Error::decode(error).about(&self.received.body).at(&self.origin)
    }
}
