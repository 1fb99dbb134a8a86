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

/// Gives a type serde's traits by its own. `runtime` is looked up at the call.
#[allow(unused_macros, reason = "an API may have no type")]
macro_rules! serde_traits {
    ($name:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                runtime::serde_bridge::serialize(self, to)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                runtime::serde_bridge::deserialize(from)
            }
        }
    };
}

#[allow(unused_imports, reason = "an API may have no type")]
pub(crate) use serde_traits;
