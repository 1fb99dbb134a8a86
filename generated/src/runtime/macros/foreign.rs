//! The macro that lets a type with serde's traits stand for a schema.

/// Lets a type be a property, a body or a parameter: one with `Clone`, `Debug`, `Default` and serde's
/// `Serialize` and `Deserialize`, that this crate need not have made. `runtime` is looked up at the call.
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

pub(crate) use foreign;
