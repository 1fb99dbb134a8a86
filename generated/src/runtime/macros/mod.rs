//! The macros that make types of a document. A crate that has its runtime from another has these of its
//! own; what they expand to calls functions in the modules that are named like them.
#![allow(unused_imports, unused_macros, reason = "a document need not use all of them")]

mod answer;
mod foreign;
mod integer_enum;
mod object;
mod open_enum;
mod request;
mod serde_traits;
mod union;

pub(crate) use self::answer::{answer, failure};
pub(crate) use self::foreign::foreign;
pub(crate) use self::integer_enum::integer_enum;
pub(crate) use self::object::object;
pub(crate) use self::open_enum::open_enum;
pub(crate) use self::request::request;
pub(crate) use self::serde_traits::serde_traits;
pub(crate) use self::union::union;
