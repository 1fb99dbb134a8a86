//! The macro that makes a struct of a JSON object.

/// Makes a struct whose fields are the properties of a JSON object.
///
/// Attributes of a field stand in this order: docs, `#[deprecated]`, `#[wire("name")]` if its name in
/// JSON is another one, `#[nullable]` if the document allows null, which is then what `None` is written
/// as, `#[required]` if the property is there even then, `#[optional]` if `None` is left out all the
/// same, `#[personal]` if `Debug` must hide it, `#[rest]` if it takes the properties without a field of
/// their own; that one is the last field. `runtime` is looked up at the call.
macro_rules! object {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[doc = $doc:expr])*
                $(#[deprecated $($deprecated:tt)*])?
                $(#[wire($wire:literal)])?
                $(#[nullable $($nullable:tt)*])?
                $(#[required $($required:tt)*])?
                $(#[optional $($optional:tt)*])?
                $(#[personal $($personal:tt)*])?
                $(#[rest $($rest:tt)*])?
                pub $field:ident: $type:ty,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone)]
        #[non_exhaustive]
        #[allow(missing_docs)]
        pub struct $name {
            $(
                $(#[doc = $doc])*
                $(#[deprecated $($deprecated)*])?
                pub $field: $type,
            )*
        }

        #[allow(deprecated)]
        const _: () = {
            impl runtime::Decode for $name {
                fn placeholder() -> Self {
                    Self { $($field: runtime::Decode::placeholder(),)* }
                }

                #[allow(unused_mut, unused_variables)]
                fn decode(&mut self, value: ::serde_json::Value, at: &mut runtime::Decoder) {
                    let mut from = runtime::Reader::new(value, at);
                    $(from
                        $(.wire($wire))?
                        $(.nullable($($nullable)*))?
                        $(.required($($required)*))?
                        $(.rest($($rest)*))?
                        .property(stringify!($field), &mut self.$field);)*
                }
            }

            impl runtime::Object for $name {
                #[allow(unused_variables)]
                fn properties(&self, to: &mut runtime::Properties<'_, '_>) {
                    $(to
                        $(.wire($wire))?
                        $(.nullable($($nullable)*))?
                        $(.optional($($optional)*))?
                        $(.personal($($personal)*))?
                        $(.rest($($rest)*))?
                        .property(stringify!($field), &self.$field);)*
                }
            }

            impl runtime::Encode for $name {
                fn encode(&self) -> ::serde_json::Value {
                    runtime::object::encode(self)
                }
            }

            impl runtime::Param for $name {}

            impl ::core::cmp::PartialEq for $name {
                fn eq(&self, other: &Self) -> bool {
                    runtime::object::equal(self, other)
                }
            }

            impl ::core::fmt::Debug for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    runtime::object::debug(self, stringify!($name), f)
                }
            }

            runtime::serde_traits!($name);
        };
    };
}

pub(crate) use object;
