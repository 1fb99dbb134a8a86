//! The macro that makes an enum of types.

/// Makes an enum of types, a variant each, and one more for what is of none of them.
///
/// `#[discriminator("property")]` names the property that tells objects apart, and behind each variant
/// stand the texts for it. `runtime` is looked up at the call.
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

            runtime::serde_traits!($name);
        };
    };
}

pub(crate) use union;
