//! The macros that make enums of what the status of a response chooses: what success brings, and what
//! failures say.

/// Makes an enum with a variant for each status of success, and one more for any other.
///
/// Behind each stand the method of `Answered` that reads the body, and the statuses that it is for; where
/// one status fits two variants, the first is meant. `runtime` is looked up at the call.
macro_rules! answer {
    (
        $(#[doc = $doc:expr])*
        pub enum $name:ident {
            $(
                $(#[doc = $variant_doc:expr])*
                $variant:ident $(($type:ty $(,)?))? = $read:ident($status:pat),
            )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[allow(missing_docs, clippy::large_enum_variant)]
        pub enum $name {
            $($(#[doc = $variant_doc])* $variant $(($type))?,)*
            /// A success of which the document says nothing.
            Undocumented(runtime::Undocumented),
        }

        impl runtime::Answer for $name {
            fn read(from: runtime::answer::Answered) -> runtime::Result<Self> {
                ::core::result::Result::Ok(match from.status() {
                    $($status => Self::$variant $((from.$read::<$type>()?))?,)*
                    _ => Self::Undocumented(from.undocumented()?),
                })
            }
        }
    };
}

/// Makes an enum with a variant for each status of failure that the document has.
///
/// Behind each stand the method of `Failed` that reads the body, and the statuses that it is for; where one
/// status fits two variants, the first is meant. `runtime` is looked up at the call.
macro_rules! failure {
    (
        $(#[doc = $doc:expr])*
        pub enum $name:ident {
            $(
                $(#[doc = $variant_doc:expr])*
                $variant:ident $(($type:ty $(,)?))? = $read:ident($status:pat),
            )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[allow(missing_docs, clippy::large_enum_variant)]
        pub enum $name {
            $($(#[doc = $variant_doc])* $variant $(($type))?,)*
        }

        impl runtime::Failure for $name {
            fn read(from: runtime::answer::Failed<'_>) -> runtime::Result<Self, runtime::DecodeError> {
                ::core::result::Result::Ok(match from.status() {
                    $($status => Self::$variant $((from.$read::<$type>()?))?,)*
                })
            }
        }
    };
}

pub(crate) use answer;
pub(crate) use failure;
