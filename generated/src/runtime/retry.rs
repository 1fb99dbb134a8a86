//! When a request may be sent again.

use http::{Method, StatusCode};

use super::attempt::Received;
use super::cause::Cause;

/// What an attempt brought.
pub(super) type Outcome = Result<Received, Cause>;

/// Whether a request may be sent again after this.
///
/// A method that is not idempotent (RFC 9110, section 9.2.2) may only if the server cannot have acted
/// on it: it said 429, or no byte had left.
pub(super) fn is_allowed(method: &Method, outcome: &Outcome) -> bool {
    let is_harmless = match outcome {
        Ok(received) => received.status == StatusCode::TOO_MANY_REQUESTS,
        Err(cause) => matches!(cause, Cause::Transport(error) if error.is_unsent),
    };
    is_harmless || is_transient(outcome) && method.is_idempotent()
}

/// Whether the same request may well succeed at another time.
pub(super) fn is_transient(outcome: &Outcome) -> bool {
    match outcome {
        Ok(received) => is_transient_status(received.status.as_u16()),
        Err(cause) => is_transient_cause(cause),
    }
}

/// The same for a call that has come to its end without success.
pub(super) fn is_transient_cause(cause: &Cause) -> bool {
    match cause {
        Cause::Transport(_) | Cause::Timeout => true,
        Cause::Api(error) => is_transient_status(error.status),
        _ => false,
    }
}

fn is_transient_status(status: u16) -> bool {
    matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
}
