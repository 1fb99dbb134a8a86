//! A Schema Object of type `array` describes its items; the values of an enumeration are of its type.

use serde_json::{Map, Value};

use super::field;
use crate::diagnostics::Problem;
use crate::normalize::faults;
use crate::normalize::grammar::Shape;
use crate::normalize::pointer::Pointer;

/// No error that is shown: it has the schema read in the words of the later version.
const LATER: &str = "`prefixItems` is a keyword of OpenAPI 3.1";

pub(in crate::normalize) fn check(
    schema: &Map<String, Value>,
    at: &Pointer<'_>,
    problems: &mut Vec<Problem>,
) {
    if schema.get("type").is_some_and(|name| name == "array") && field(schema, "items").is_none() {
        problems.push(faults::array_without_items(at));
    }
    if field(schema, "prefixItems").is_some_and(Value::is_array) {
        problems.push(faults::unreadable(&at.key("prefixItems").to_string(), LATER));
    }
    if let (Some(shape), Some(values)) = (Shape::of_values(schema), field(schema, "enum")) {
        check_values(shape, values, &at.key("enum"), problems);
    }
}

/// JSON Schema lets values stand here that can never be; only those that are meant otherwise are faults.
fn check_values(shape: Shape, values: &Value, at: &Pointer<'_>, problems: &mut Vec<Problem>) {
    for (index, value) in values.as_array().into_iter().flatten().enumerate() {
        if shape.meant(value).is_some() {
            problems.push(faults::wrong_kind(shape, value, &at.index(index)));
        }
    }
}
