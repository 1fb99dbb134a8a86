//! The macro that makes an enum of integers which keeps those it does not know.

/// Makes an enum of the integers that the document names, open for those that it does not.
///
/// `runtime` is looked up at the call.
macro_rules! integer_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $wire:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        #[allow(missing_docs)]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $variant,
            )*
            /// An integer that the document does not name, as the server sent it.
            Undocumented(i64),
        }

        #[allow(deprecated)]
        const _: () = {
            impl $name {
                /// The integer as it stands in requests and responses.
                pub fn as_i64(&self) -> i64 {
                    match self {
                        $(Self::$variant => $wire,)*
                        Self::Undocumented(number) => *number,
                    }
                }
            }

            impl ::core::convert::From<i64> for $name {
                fn from(number: i64) -> Self {
                    match number {
                        $($wire => Self::$variant,)*
                        _ => Self::Undocumented(number),
                    }
                }
            }

            impl ::core::cmp::PartialEq for $name {
                fn eq(&self, other: &Self) -> bool {
                    self.as_i64() == other.as_i64()
                }
            }

            impl ::core::cmp::Eq for $name {}

            impl ::core::hash::Hash for $name {
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    self.as_i64().hash(state);
                }
            }

            impl ::core::fmt::Display for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    self.as_i64().fmt(f)
                }
            }

            impl runtime::Decode for $name {
                fn placeholder() -> Self {
                    Self::Undocumented(0)
                }

                fn decode(&mut self, value: ::serde_json::Value, at: &mut runtime::Decoder) {
                    let mut number = 0_i64;
                    number.decode(value, at);
                    *self = Self::from(number);
                    if let Self::Undocumented(_) = self {
                        runtime::open_enum::note_undocumented(at);
                    }
                }
            }

            impl runtime::Encode for $name {
                fn encode(&self) -> ::serde_json::Value {
                    ::serde_json::Value::from(self.as_i64())
                }
            }

            impl runtime::Param for $name {}

            runtime::serde_traits!($name);
        };
    };
}

pub(crate) use integer_enum;
