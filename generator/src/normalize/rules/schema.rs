//! A Schema Object of type `array` describes its items.

use serde_json::{Map, Value};

use super::field;
use crate::diagnostics::Problem;
use crate::normalize::faults;
use crate::normalize::pointer::Pointer;

pub(in crate::normalize) fn check(
    schema: &Map<String, Value>,
    at: &Pointer<'_>,
    problems: &mut Vec<Problem>,
) {
    if schema.get("type").is_some_and(|name| name == "array") && field(schema, "items").is_none() {
        problems.push(faults::array_without_items(at));
    }
}
