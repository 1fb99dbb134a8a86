//! What stands for a schema because it has serde's traits: what the macro `foreign!` expands to calls.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::decoder::{Decoder, kind};

/// Reads a value as serde does; what that refuses is an error at the place of the whole value.
pub fn decode<T: DeserializeOwned>(value: Value, at: &mut Decoder) -> Option<T> {
    let found = kind(&value);
    let read = serde_json::from_value(value);
    if read.is_err() {
        at.error("what its type reads", found);
    }
    read.ok()
}

/// The value as serde writes it; `null` if that is no JSON.
pub fn encode<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
