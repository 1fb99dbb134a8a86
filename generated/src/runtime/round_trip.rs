//! There and back: a body is read and written again, as tests of documented examples do.

use serde_json::Value;

use super::decode::Decode;
use super::decoder::{DecodeError, Decoder, Deviation};
use super::encode::Encode;

/// Reads a body as a `T`, and gives the JSON that this `T` is written as and what was noted on the way.
///
/// # Errors
/// Where the body is no JSON, or nothing can be made of it.
pub fn round_trip<T: Decode + Encode>(body: &str) -> Result<(Value, Vec<Deviation>), DecodeError> {
    let mut at = Decoder::new();
    let Ok(value) = serde_json::from_str(body) else {
        return Err(at.refusal("JSON", "other text"));
    };
    let read: T = at.read(Some(value))?;
    Ok((read.encode(), at.into_deviations()))
}
