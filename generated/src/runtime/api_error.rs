//! The body of a response whose status is not 2xx, in one shape for all servers.

use std::fmt;

use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};

use super::attempt::Received;
use super::cause::OneLine;
use super::decode::Decode;
use super::decoder::{DecodeError, Decoder};
use super::header::Header;
use super::uri::Uri;

/// What a server says about a call that it did not carry out.
///
/// Problem details (RFC 9457) and bodies of `code`, `message` and `more_info` are both read.
///
/// Its `Debug` has the status, the code and the request's id: all else may repeat what was sent.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiError {
    /// The status of the response.
    pub status: u16,
    /// The API's own number for this error.
    pub code: Option<i64>,
    /// The body's `message`, else its `detail` or `title` (RFC 9457), else the status in words.
    pub message: String,
    /// Where the error is explained.
    pub more_info: Option<Uri>,
    /// The kind of problem (RFC 9457, section 3.1.1).
    pub r#type: Option<Uri>,
    /// The kind of problem in words, the same for every occurrence (section 3.1.3).
    pub title: Option<String>,
    /// What stands for this occurrence (section 3.1.5).
    pub instance: Option<Uri>,
    /// Whatever the server adds: `details`, else `errors`, else all members that have no field here.
    pub details: Option<Value>,
    /// The server's own id of the request, which its support asks for.
    pub request_id: Option<String>,
    /// The headers of the response.
    pub headers: HeaderMap,
    body: String,
}

impl ApiError {
    /// The body of the response as text; bytes that are no UTF-8 became U+FFFD.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The body as a type of the document: methods say which one their failures have. Where they differ,
    /// [`failure_as`](Self::failure_as) reads what the status stands for.
    ///
    /// # Errors
    /// When the body is not JSON of that type.
    pub fn body_as<T: Decode>(&self) -> Result<T, DecodeError> {
        let mut at = Decoder::new();
        match serde_json::from_str(&self.body) {
            Ok(value) => at.read(Some(value)),
            Err(_) => Err(at.refusal("JSON", "other bytes")),
        }
    }

    /// The value of a header, if it is there: documents have theirs in a module `headers`.
    ///
    /// # Errors
    /// When the value is not of the header's type; the error names the header.
    pub fn header<H>(&self, header: Header<H>) -> Result<Option<H>, DecodeError> {
        header.read(&self.headers)
    }

    /// Reads any body: JSON of any shape, HTML, nothing.
    pub(super) fn read(received: &Received, request_id: Option<String>) -> Self {
        let Received { status, headers, body, .. } = received;
        let mut json: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
        Self {
            status: status.as_u16(),
            code: take(&mut json, "code"),
            message: message(&json).unwrap_or_else(|| reason(status.as_u16()).to_owned()),
            more_info: take(&mut json, "more_info"),
            r#type: take(&mut json, "type"),
            title: take(&mut json, "title"),
            instance: take(&mut json, "instance"),
            details: details(json),
            request_id,
            headers: headers.clone(),
            body: String::from_utf8_lossy(body).into_owned(),
        }
    }
}

fn details(mut json: Map<String, Value>) -> Option<Value> {
    for name in ["details", "errors"] {
        if let Some(value) = json.remove(name).filter(|value| !value.is_null()) {
            return Some(value);
        }
    }
    for name in ["status", "message", "detail"] {
        json.remove(name);
    }
    (!json.is_empty()).then_some(Value::Object(json))
}

fn message(json: &Map<String, Value>) -> Option<String> {
    for name in ["message", "detail", "title"] {
        match json.get(name) {
            Some(Value::String(text)) if !text.is_empty() => return Some(text.clone()),
            _ => {}
        }
    }
    None
}

/// What a status means (RFC 9110, section 15).
pub(super) fn reason(status: u16) -> &'static str {
    let status = StatusCode::from_u16(status).ok();
    status.and_then(|it| it.canonical_reason()).unwrap_or("an error without words")
}

fn take<T: Decode>(json: &mut Map<String, Value>, name: &str) -> Option<T> {
    let value = json.remove(name)?;
    Decoder::new().read(Some(value)).ok()?
}

/// The code, if any, and the message, in one line.
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(code) = self.code {
            write!(f, "code {code}: ")?;
        }
        write!(f, "{}", OneLine(&self.message))
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}
