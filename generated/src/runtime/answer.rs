//! Responses of which each status brings something else: what the macros `answer!` and `failure!` expand to
//! calls.

use std::fmt;

use http::StatusCode;

use super::api_error::ApiError;
use super::call::Call;
use super::decode::Decode;
use super::decoder::{DecodeError, Decoder};
use super::error::Result;
use super::reply::Reply;
use super::request::Request;
use super::sending::Sending;
use super::uri::Uri;

/// What success brings, where that depends on the status.
pub trait Answer: Sized {
    /// Reads the body as its status says.
    ///
    /// # Errors
    /// Where the body is not what belongs to the status.
    fn read(from: Answered) -> Result<Self>;
}

/// What a failure says, where that depends on the status.
pub trait Failure: Sized {
    /// Reads the body as its status says.
    ///
    /// # Errors
    /// Where the body is not what belongs to the status.
    fn read(from: Failed<'_>) -> Result<Self, DecodeError>;
}

/// A failure that has yet to be read.
pub struct Failed<'e>(&'e ApiError);

/// A response of success that has yet to be read.
pub struct Answered(Reply);

/// A response of success of which the document says nothing.
///
/// Its `Debug` shows no byte of the body.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undocumented {
    /// The status.
    pub status: StatusCode,
    /// The body, as it came.
    pub body: Vec<u8>,
}

impl Answered {
    /// The status, as a number.
    pub fn status(&self) -> u16 {
        self.0.status().as_u16()
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// Where nothing can be made of it.
    pub fn json<T: Decode>(self) -> Result<T> {
        self.0.decode()
    }

    /// The body as text.
    ///
    /// # Errors
    /// Where it is no UTF-8.
    pub fn text<T: From<String>>(self) -> Result<T> {
        self.0.text().map(T::from)
    }

    /// The bytes of the body.
    ///
    /// # Errors
    /// None.
    pub fn bytes<T: From<Vec<u8>>>(self) -> Result<T> {
        self.0.bytes().map(T::from)
    }

    /// Where the response leads to.
    ///
    /// # Errors
    /// Where it does not say.
    pub fn location<T: From<Uri>>(self) -> Result<T> {
        self.0.location().map(T::from)
    }

    /// The response as it is, with a note that the document does not have it.
    ///
    /// # Errors
    /// In a strict client.
    pub fn undocumented(self) -> Result<Undocumented> {
        let mut at = Decoder::new();
        at.deviation("that of a documented status", "that of another");
        self.0.client.judge(Ok(()), at).map_err(|error| self.0.error(error))?;
        Ok(Undocumented { status: self.0.status(), body: self.0.bytes()? })
    }
}

impl ApiError {
    /// The failure as the enum that its operation has: methods whose failures differ name it.
    ///
    /// # Errors
    /// When the body is not what the document has for the status.
    pub fn failure_as<T: Failure>(&self) -> Result<T, DecodeError> {
        T::read(Failed(self))
    }
}

impl Failed<'_> {
    /// The status, as a number.
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// Where nothing can be made of it.
    pub fn json<T: Decode>(&self) -> Result<T, DecodeError> {
        self.0.body_as()
    }

    /// The body as text.
    ///
    /// # Errors
    /// None.
    pub fn text<T: From<String>>(&self) -> Result<T, DecodeError> {
        Ok(T::from(self.0.body().to_owned()))
    }
}

impl Call {
    /// The call as a request with nothing left to set, which brings what its status says.
    pub fn request_answer<T: Answer>(self) -> Request<T> {
        Request::new(self, |reply| T::read(Answered(reply)))
    }

    /// Sends the call; the status of the response says what it brings.
    pub fn send_answer<T: Answer>(self) -> Sending<T> {
        Sending::new(self, |reply| T::read(Answered(reply)))
    }
}

impl fmt::Debug for Undocumented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Undocumented").field("status", &self.status).finish_non_exhaustive()
    }
}
