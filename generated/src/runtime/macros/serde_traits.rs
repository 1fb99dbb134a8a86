//! The macro that gives a type serde's traits.

/// Gives a type serde's traits by its own. `runtime` is looked up at the call.
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

pub(crate) use serde_traits;
