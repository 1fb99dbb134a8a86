//! The kinds of errors, and each in words.

use std::borrow::Cow;
use std::fmt;

use super::api_error::{ApiError, reason};
use super::decoder::DecodeError;
use super::fault::Fault;
use super::transport::TransportError;

/// The kinds of [`Error`](super::Error).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client's settings cannot be used, or lack something that the call needs. Nothing was sent.
    Config,
    /// An argument of the call cannot be sent. Nothing was sent.
    Request,
    /// No connection could be made. Nothing of the call was sent.
    Connect,
    /// The connection failed while it was used; the server may have acted on the call.
    Transport,
    /// Time ran out; the server may have acted on the call.
    Timeout,
    /// The server answered with a status other than 2xx.
    Api,
    /// The body of the response is not what the document promises.
    Decode,
    /// A limit of the client's own was reached: the bytes of a body, the pages of a list.
    Limit,
}

impl ErrorKind {
    /// The kind as a word in lower case, such as `timeout`.
    #[cfg(feature = "tracing")]
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Request => "request",
            Self::Connect => "connect",
            Self::Transport => "transport",
            Self::Timeout => "timeout",
            Self::Api => "api",
            Self::Decode => "decode",
            Self::Limit => "limit",
        }
    }
}

/// What went wrong, with what is known of it.
pub(super) enum Cause {
    Config(Cow<'static, str>),
    Refused(Fault),
    Tls(reqwest::Error),
    Transport(TransportError),
    Timeout,
    TooLarge(usize),
    TooManyPages(usize),
    Page(&'static str),
    Api(Box<ApiError>),
    Decode(DecodeError),
}

impl Cause {
    pub(super) fn kind(&self) -> ErrorKind {
        match self {
            Self::Config(_) | Self::Tls(_) => ErrorKind::Config,
            Self::Refused(_) => ErrorKind::Request,
            Self::Timeout => ErrorKind::Timeout,
            Self::Transport(error) if error.is_timeout => ErrorKind::Timeout,
            Self::Transport(error) if error.is_unsent => ErrorKind::Connect,
            Self::Transport(_) => ErrorKind::Transport,
            Self::TooLarge(_) | Self::TooManyPages(_) => ErrorKind::Limit,
            Self::Api(_) => ErrorKind::Api,
            Self::Decode(_) | Self::Page(_) => ErrorKind::Decode,
        }
    }

    pub(super) fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Tls(error) => Some(error),
            Self::Transport(error) => Some(&*error.source),
            _ => None,
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Config(reason) => f.write_str(reason),
            Self::Refused(fault) => write!(f, "`{}` {}", fault.parameter, fault.reason),
            Self::Tls(_) => f.write_str("TLS cannot be set up"),
            Self::Transport(_) | Self::Timeout => f.write_str(self.failure()),
            Self::TooLarge(limit) => write!(f, "the response has more than {limit} bytes"),
            Self::TooManyPages(limit) => write!(f, "the list has more than {limit} pages"),
            Self::Page(reason) => f.write_str(reason),
            // Not its message, which may repeat what was sent.
            Self::Api(error) => match error.code {
                Some(code) => write!(f, "code {code}"),
                None => f.write_str(reason(error.status)),
            },
            Self::Decode(error) => write!(f, "{}", OneLine(&error.to_string())),
        }
    }
}

impl Cause {
    fn failure(&self) -> &'static str {
        match self.kind() {
            ErrorKind::Timeout => "no complete response in time",
            ErrorKind::Connect => "no connection to the server",
            _ => "the connection failed",
        }
    }
}

/// Text of a server without its line breaks and other control characters.
pub(super) struct OneLine<'a>(pub(super) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            let shown = if character.is_control() { ' ' } else { character };
            write!(f, "{shown}")?;
        }
        Ok(())
    }
}
