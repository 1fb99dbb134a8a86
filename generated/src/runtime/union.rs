//! Enums of the types that a value may be of: what the macro `union!` expands to calls.

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
