//! The macro that lets a type with serde's traits stand for a schema, and what its expansion calls.

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

/// Lets a type be a property, a body or a parameter: one with `Clone`, `Debug`, `Default` and serde's
/// `Serialize` and `Deserialize`, that this crate need not have made. `runtime` is looked up at the call.
#[allow(unused_macros, reason = "an API may have none")]
macro_rules! foreign {
    ($type:path) => {
        impl runtime::Decode for $type {
            fn placeholder() -> Self {
                ::core::default::Default::default()
            }

            fn decode(&mut self, value: ::serde_json::Value, at: &mut runtime::Decoder) {
                if let Some(value) = runtime::foreign::decode(value, at) {
                    *self = value;
                }
            }
        }

        impl runtime::Encode for $type {
            fn encode(&self) -> ::serde_json::Value {
                runtime::foreign::encode(self)
            }
        }

        impl runtime::Param for $type {}
    };
}

#[allow(unused_imports, reason = "an API may have none")]
pub(crate) use foreign;
