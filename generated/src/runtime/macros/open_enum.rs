//! The macro that makes an enum which keeps values it does not know.

/// Makes an enum of the values that the document names, open for those that it does not.
///
/// `runtime` is looked up at the call.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $wire:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        #[allow(missing_docs)]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $variant,
            )*
            /// A value that the document does not name, as the server sent it.
            Undocumented(::std::string::String),
        }

        #[allow(deprecated)]
        const _: () = {
            impl $name {
                /// The value as it stands in requests and responses.
                pub fn as_str(&self) -> &str {
                    match self {
                        $(Self::$variant => $wire,)*
                        Self::Undocumented(text) => text,
                    }
                }
            }

            impl ::core::convert::From<::std::string::String> for $name {
                fn from(text: ::std::string::String) -> Self {
                    match text.as_str() {
                        $($wire => Self::$variant,)*
                        _ => Self::Undocumented(text),
                    }
                }
            }

            impl ::core::convert::From<&str> for $name {
                fn from(text: &str) -> Self {
                    Self::from(::std::string::String::from(text))
                }
            }

            impl ::core::cmp::PartialEq for $name {
                fn eq(&self, other: &Self) -> bool {
                    self.as_str() == other.as_str()
                }
            }

            impl ::core::cmp::Eq for $name {}

            impl ::core::hash::Hash for $name {
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    self.as_str().hash(state);
                }
            }

            impl ::core::fmt::Display for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.write_str(self.as_str())
                }
            }

            impl runtime::Decode for $name {
                fn placeholder() -> Self {
                    Self::Undocumented(::std::string::String::new())
                }

                fn decode(&mut self, value: ::serde_json::Value, at: &mut runtime::Decoder) {
                    *self = Self::from(runtime::open_enum::text(value, at));
                    if let Self::Undocumented(_) = self {
                        runtime::open_enum::note_undocumented(at);
                    }
                }
            }

            impl runtime::Encode for $name {
                fn encode(&self) -> ::serde_json::Value {
                    ::serde_json::Value::from(self.as_str())
                }
            }

            impl runtime::Param for $name {}

            impl ::serde::Serialize for $name {
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    to: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    to.serialize_str(self.as_str())
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
    };
}

pub(crate) use open_enum;
