//! The macro that makes an enum of the types that a value may be of, and what its expansion calls.

use std::fmt;

use serde_json::Value;

use super::decode::Decode;
use super::decoder::{Decoder, kind};
use super::properties::Property;
use super::trial;

/// The variant of what fits no other.
const UNDOCUMENTED: &str = "Undocumented";

/// The texts of a discriminator that stand for a variant.
pub type Tags = &'static [&'static str];

/// A value that is of one of several types.
pub trait Union {
    /// The property whose text says which variant an object is; empty if there is none.
    fn discriminator(&self) -> &'static str;

    /// The texts for each variant, in their order.
    fn tags(&self) -> &'static [Tags];

    /// Becomes the variant of that number, and gives what has to be read into it.
    fn choose(&mut self, variant: usize) -> &mut dyn Decode;

    /// Becomes what fits no variant.
    fn keep(&mut self, value: Value);

    /// The name and the texts of the variant that it is, and what is in it.
    fn variant(&self) -> (&'static str, Tags, &dyn Property);
}

/// Becomes the variant that the value is.
pub fn decode(union: &mut dyn Union, value: Value, at: &mut Decoder) {
    trial::decode(union, value, at);
}

/// What is in the variant as JSON. Of an object the discriminator says which variant it is.
pub fn encode(union: &dyn Union) -> Value {
    let (_, tags, inside) = union.variant();
    let mut value = inside.encode();
    if let (Value::Object(object), Some(first)) = (&mut value, tags.first()) {
        let own = object.get(union.discriminator()).and_then(Value::as_str);
        if !own.is_some_and(|own| tags.contains(&own)) {
            object.insert(union.discriminator().to_owned(), Value::from(*first));
        }
    }
    value
}

/// The variant as `derive(Debug)` shows it; of what no document describes only the kind, since it may
/// be personal.
///
/// # Errors
/// Those of the formatter.
pub fn debug(union: &dyn Union, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (name, _, inside) = union.variant();
    let mut tuple = f.debug_tuple(name);
    match name {
        UNDOCUMENTED => tuple.field(&format_args!("{}", kind(&inside.encode()))).finish(),
        _ => tuple.field(&inside).finish(),
    }
}

/// Makes an enum of types, a variant each, and one more for what is of none of them.
///
/// `#[discriminator("property")]` names the property that tells objects apart, and behind each variant
/// stand the texts for it. `runtime` is looked up at the call.
#[allow(unused_macros, reason = "an API may have no union")]
macro_rules! union {
    (
        $(#[doc = $doc:expr])*
        $(#[derive($($derive:tt)*)])?
        $(#[discriminator($discriminator:literal)])?
        pub enum $name:ident {
            $($(#[doc = $variant_doc:expr])* $variant:ident($type:ty $(,)?) $(= $($tag:literal)|+)?,)*
        }
    ) => {
        $(#[doc = $doc])*
        $(#[derive($($derive)*)])?
        #[derive(Clone)]
        #[non_exhaustive]
        #[allow(missing_docs, clippy::large_enum_variant)]
        pub enum $name {
            $($(#[doc = $variant_doc])* $variant($type),)*
            /// A value that fits nothing in the document, as the server sent it.
            Undocumented(::serde_json::Value),
        }

        #[allow(deprecated)]
        const _: () = {
            impl runtime::Union for $name {
                fn discriminator(&self) -> &'static str {
                    concat!($($discriminator)?)
                }

                fn tags(&self) -> &'static [runtime::union::Tags] {
                    &[$(&[$($($tag),+)?]),*]
                }

                fn choose(&mut self, variant: usize) -> &mut dyn runtime::Decode {
                    let makers: &[fn() -> Self] =
                        &[$(|| Self::$variant(runtime::Decode::placeholder())),*];
                    *self = makers[variant]();
                    match self {
                        $(Self::$variant(inside) => inside,)*
                        Self::Undocumented(inside) => inside,
                    }
                }

                fn keep(&mut self, value: ::serde_json::Value) {
                    *self = Self::Undocumented(value);
                }

                fn variant(&self) -> (&'static str, runtime::union::Tags, &dyn runtime::Property) {
                    match self {
                        $(Self::$variant(inside) => {
                            (stringify!($variant), &[$($($tag),+)?], inside)
                        })*
                        Self::Undocumented(inside) => ("Undocumented", &[], inside),
                    }
                }
            }

            impl runtime::Decode for $name {
                fn placeholder() -> Self {
                    Self::Undocumented(::serde_json::Value::Null)
                }

                fn decode(&mut self, value: ::serde_json::Value, at: &mut runtime::Decoder) {
                    runtime::union::decode(self, value, at);
                }
            }

            impl runtime::Encode for $name {
                fn encode(&self) -> ::serde_json::Value {
                    runtime::union::encode(self)
                }
            }

            impl runtime::Param for $name {}

            impl ::core::cmp::PartialEq for $name {
                fn eq(&self, other: &Self) -> bool {
                    runtime::union::encode(self) == runtime::union::encode(other)
                }
            }

            impl ::core::fmt::Debug for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    runtime::union::debug(self, f)
                }
            }

            runtime::serde_bridge::serde_traits!($name);
        };
    };
}

#[allow(unused_imports, reason = "an API may have no union")]
pub(crate) use union;
