//! Structs of JSON objects: what the macro `object!` expands to calls.

use std::fmt;

use serde_json::Value;

use super::properties::{self, Object};

/// The object as JSON.
pub fn encode(object: &dyn Object) -> Value {
    properties::encode(object)
}

/// Whether two objects are the same JSON.
pub fn equal(one: &dyn Object, other: &dyn Object) -> bool {
    properties::encode(one) == properties::encode(other)
}

/// The object as `derive(Debug)` shows it, without the values of personal properties.
///
/// # Errors
/// Those of the formatter.
pub fn debug(object: &dyn Object, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    properties::debug(object, name, f)
}
