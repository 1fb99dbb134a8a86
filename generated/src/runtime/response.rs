//! What a response brings, for those who look at its head too.

use std::fmt;

use http::HeaderMap;
use http::StatusCode;

use super::decoder::DecodeError;
use super::header::Header;

/// The response to a call: its status and headers beside what its body became.
///
/// Its `Debug` shows the names of the headers, and no values.
#[non_exhaustive]
pub struct Response<T> {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// What the call brings.
    pub value: T,
}

impl<T> Response<T> {
    /// The value of a header, if it is there: documents have theirs in a module `headers`.
    ///
    /// # Errors
    /// When the value is not of the header's type; the error names the header.
    pub fn header<H>(&self, header: Header<H>) -> Result<Option<H>, DecodeError> {
        header.read(&self.headers)
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("value", &self.value)
            .finish()
    }
}
