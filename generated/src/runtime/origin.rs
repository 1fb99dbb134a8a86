//! Which call an error belongs to.

use std::fmt;

use http::HeaderMap;
use http::{Method, StatusCode};

use super::call::Call;

/// The headers that servers give a request id in, most telling first.
const REQUEST_IDS: [&str; 3] = ["twilio-request-id", "x-request-id", "request-id"];

/// A call by its names, and what is known of its response.
#[derive(Clone)]
pub(super) struct Origin {
    pub(super) method: Method,
    pub(super) path: &'static str,
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<String>,
    /// How often the request was sent.
    pub(super) attempts: u32,
}

impl Origin {
    pub(super) fn new(method: Method, path: &'static str) -> Self {
        Self { method, path, status: None, request_id: None, attempts: 0 }
    }

    pub(super) fn of(call: &Call) -> Self {
        Self::new(call.method.clone(), call.path)
    }

    /// Notes that the request is sent, again or for the first time.
    pub(super) fn attempted(&mut self) {
        self.attempts += 1;
        self.status = None;
        self.request_id = None;
    }

    /// Notes what the head of a response says.
    pub(super) fn answered(&mut self, status: StatusCode, headers: &HeaderMap) {
        self.status = Some(status.as_u16());
        self.request_id = request_id(headers);
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)?;
        match self.status {
            Some(status) => write!(f, ": status {status}"),
            None => Ok(()),
        }
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
