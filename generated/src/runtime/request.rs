//! A request with nothing left to set.

use std::fmt;

use super::call::Call;
use super::error::Result;
use super::reply::Reply;
use super::sending::Sending;

/// A request that has all that its document lets it have, and brings a `T`.
///
/// Operations with something to set have a request type of their own.
#[must_use = "a request does nothing until it is sent"]
pub struct Request<T> {
    pub(super) call: Call,
    read: fn(Reply) -> Result<T>,
}

impl<T> Request<T> {
    pub(super) fn new(call: Call, read: fn(Reply) -> Result<T>) -> Self {
        Self { call, read }
    }

    /// Sends the request and returns what the response brings.
    pub fn send(self) -> Sending<T> {
        Sending::new(self.call, self.read)
    }
}

impl<T> Clone for Request<T> {
    fn clone(&self) -> Self {
        Self { call: self.call.clone(), read: self.read }
    }
}

/// The names of what was set, and no values.
impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Request").field(&self.call).finish()
    }
}
