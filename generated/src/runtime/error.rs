//! What can go wrong with a call, in one type.

use std::borrow::Cow;
use std::fmt;

use super::api_error::ApiError;
use super::cause::{Cause, ErrorKind, OneLine};
use super::decoder::DecodeError;
use super::fault::Fault;
use super::origin::Origin;
use super::retry;

/// How many bytes of a body an error keeps.
const SNIPPET: usize = 4 << 10;

/// The result of a call.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call or the making of a client failed.
///
/// Its text is one line and never holds the query, a body, a header or a credential: what the server
/// says of the call, in words that may repeat what was sent, is in [`api_error`](Self::api_error).
pub struct Error(Box<Inner>);

struct Inner {
    cause: Cause,
    origin: Option<Origin>,
    /// The beginning of a body that could not be decoded.
    snippet: Option<String>,
}

impl Error {
    /// What kind of error this is.
    pub fn kind(&self) -> ErrorKind {
        self.0.cause.kind()
    }

    /// Whether time ran out, for the connection or for the whole call.
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether the same call may well succeed at another time: the connection failed, time ran out, or
    /// the status is 408, 429, 500, 502, 503 or 504.
    ///
    /// It says nothing about what the server has done already.
    pub fn is_retryable(&self) -> bool {
        retry::is_transient_cause(&self.0.cause)
    }

    /// The status of the response, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.0.origin.as_ref()?.status
    }

    /// What the server said, if it answered with a status other than 2xx.
    pub fn api_error(&self) -> Option<&ApiError> {
        match &self.0.cause {
            Cause::Api(error) => Some(error),
            _ => None,
        }
    }

    /// What in the body of the response could not be decoded, if that is the error.
    pub fn decode_error(&self) -> Option<&DecodeError> {
        match &self.0.cause {
            Cause::Decode(error) => Some(error),
            _ => None,
        }
    }

    /// The body of the response, for those who ask: it may repeat what was sent, and stands in no text
    /// of the error. Of a body that could not be decoded these are the first 4 KiB; there is none for an
    /// item of a list.
    ///
    /// Bytes that are no UTF-8 became U+FFFD.
    pub fn body(&self) -> Option<&str> {
        match &self.0.cause {
            Cause::Api(error) => Some(error.body()),
            _ => self.0.snippet.as_deref(),
        }
    }

    /// The server's own id of the request, which its support asks for.
    pub fn request_id(&self) -> Option<&str> {
        self.0.origin.as_ref()?.request_id.as_deref()
    }

    /// The method of the call, such as `GET`.
    pub fn method(&self) -> Option<&str> {
        Some(self.0.origin.as_ref()?.method.as_str())
    }

    /// The path template of the call, without any values.
    pub fn path(&self) -> Option<&'static str> {
        Some(self.0.origin.as_ref()?.path)
    }

    /// How often the request was sent, or at least tried to be: 0 if the call failed before that.
    pub fn attempts(&self) -> u32 {
        self.0.origin.as_ref().map_or(0, |origin| origin.attempts)
    }

    pub(super) fn config(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Cause::Config(reason.into()))
    }

    pub(super) fn refused(fault: Fault) -> Self {
        Self::new(Cause::Refused(fault))
    }

    pub(super) fn tls(error: reqwest::Error) -> Self {
        Self::new(Cause::Tls(error.without_url()))
    }

    pub(super) fn page(reason: &'static str) -> Self {
        Self::new(Cause::Page(reason))
    }

    pub(super) fn api(error: ApiError) -> Self {
        Self::new(Cause::Api(Box::new(error)))
    }

    pub(super) fn decode(error: DecodeError) -> Self {
        Self::new(Cause::Decode(error))
    }

    /// The same error with the beginning of the body that it is about.
    pub(super) fn about(mut self, body: &[u8]) -> Self {
        let mut text = String::from_utf8_lossy(&body[..body.len().min(SNIPPET)]).into_owned();
        while text.len() > SNIPPET {
            text.pop();
        }
        self.0.snippet = Some(text);
        self
    }

    /// The same error with the call in which it happened.
    pub(super) fn at(mut self, origin: &Origin) -> Self {
        self.0.origin = Some(origin.clone());
        self
    }

    pub(super) fn new(cause: Cause) -> Self {
        Self(Box::new(Inner { cause, origin: None, snippet: None }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.origin {
            Some(origin) => write!(f, "{origin}: {}", self.0.cause)?,
            None => write!(f, "{}", self.0.cause)?,
        }
        if let Some(id) = self.request_id() {
            write!(f, " (request {})", OneLine(id))?;
        }
        match self.attempts() {
            0 | 1 => Ok(()),
            attempts => write!(f, " ({attempts} attempts)"),
        }
    }
}

/// The same line, and the source if there is one.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("text", &format_args!("{self}"))
            .field("source", &self.0.cause.source())
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.cause.source()
    }
}
