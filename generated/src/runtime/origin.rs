//! Which call an error belongs to.

use std::fmt;

use reqwest::Method;

use super::call::Call;

/// A call by its names, and what is known of its response.
#[derive(Clone)]
pub(super) struct Origin {
    pub(super) method: Method,
    pub(super) path: &'static str,
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<String>,
}

impl Origin {
    pub(super) fn new(method: Method, path: &'static str) -> Self {
        Self { method, path, status: None, request_id: None }
    }

    pub(super) fn of(call: &Call) -> Self {
        Self::new(call.method.clone(), call.path)
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
