//! A response, and what can be made of its body.

use reqwest::StatusCode;
use reqwest::header::{HeaderMap, LOCATION};
use serde_json::Value;

use super::api_error::ApiError;
use super::call::Call;
use super::client::Client;
use super::decode::Decode;
use super::decoder::{DecodeError, Decoder};
use super::error::{Error, Result};
use super::origin::Origin;
use super::uri::Uri;

/// The headers that servers give a request id in, most telling first.
const REQUEST_IDS: [&str; 3] = ["twilio-request-id", "x-request-id", "request-id"];

/// A response, once it has ended with a status of 2xx, or of 3xx where the document has that.
pub(super) struct Reply {
    pub(super) client: Client,
    pub(super) origin: Origin,
    pub(super) body: Vec<u8>,
    status: StatusCode,
    headers: HeaderMap,
    takes_redirects: bool,
}

impl Reply {
    /// The response to a call, of which nothing has come yet.
    pub(super) fn to(call: &Call) -> Self {
        Self {
            client: call.api.client.clone(),
            origin: Origin::of(call),
            body: Vec::new(),
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            takes_redirects: call.takes_redirects,
        }
    }

    pub(super) fn begin(&mut self, status: StatusCode, headers: HeaderMap) {
        self.status = status;
        self.origin.status = Some(status.as_u16());
        self.origin.request_id = request_id(&headers);
        self.headers = headers;
    }

    /// Adds a part of the body, which has a limit.
    pub(super) fn extend(&mut self, chunk: &[u8]) -> Result<()> {
        let limit = self.client.0.max_body;
        if chunk.len() > limit - self.body.len() {
            return Err(Error::too_large(limit).at(&self.origin));
        }
        self.body.extend_from_slice(chunk);
        Ok(())
    }

    /// The whole response, or the error that its status says it is.
    pub(super) fn end(self) -> Result<Self> {
        let is_answer = self.takes_redirects && self.status.is_redirection();
        if self.status.is_success() || is_answer {
            return Ok(self);
        }
        let error = ApiError::read(self.status, self.origin.request_id.clone(), &self.body);
        Err(Error::api(error).at(&self.origin))
    }

    /// Why the response cannot be received.
    pub(super) fn broken(&self, error: reqwest::Error) -> Error {
        Error::transport(error).at(&self.origin)
    }

    pub(super) fn decode<T: Decode>(self) -> Result<T> {
        let mut at = Decoder::new();
        let decoded = at.read(self.json()?);
        self.client.judge(decoded, at).map_err(|error| self.error(error))
    }

    pub(super) fn ignore(self) -> Result<()> {
        Ok(())
    }

    pub(super) fn text(self) -> Result<String> {
        let Self { origin, body, .. } = self;
        String::from_utf8(body).map_err(|_| {
            let error = Decoder::new().refusal("text in UTF-8", "other bytes");
            Error::decode(error).at(&origin)
        })
    }

    pub(super) fn bytes(self) -> Result<Vec<u8>> {
        Ok(self.body)
    }

    pub(super) fn location(self) -> Result<Uri> {
        let text = self.headers.get(LOCATION).and_then(|value| value.to_str().ok());
        match text {
            Some(text) => Ok(Uri::from(text)),
            None => Err(self.error(Decoder::new().refusal("a Location header", "none"))),
        }
    }

    /// The body as JSON, or `None` if there is none.
    pub(super) fn json(&self) -> Result<Option<Value>> {
        if self.body.is_empty() {
            return Ok(None);
        }
        match serde_json::from_slice(&self.body) {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(self.error(Decoder::new().refusal("JSON", "other bytes"))),
        }
    }

    pub(super) fn error(&self, error: DecodeError) -> Error {
        Error::decode(error).at(&self.origin)
    }
}

fn request_id(headers: &HeaderMap) -> Option<String> {
    for name in REQUEST_IDS {
        if let Some(id) = headers.get(name) {
            return Some(String::from_utf8_lossy(id.as_bytes()).into_owned());
        }
    }
    None
}
