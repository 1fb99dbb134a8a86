//! serde's traits for types that decode and encode themselves.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::decode::Decode;
use super::decoder::Decoder;
use super::encode::Encode;

/// Reads a whole JSON value, then decodes it; deviations are accepted and forgotten.
///
/// # Errors
/// Those of the deserializer, and a [`DecodeError`](super::DecodeError) as its text.
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let value = Value::deserialize(from)?;
    Decoder::new().read(Some(value)).map_err(D::Error::custom)
}

/// Encodes the value, then writes the JSON.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(value: &dyn Encode, to: S) -> Result<S::Ok, S::Error> {
    value.encode().serialize(to)
}
