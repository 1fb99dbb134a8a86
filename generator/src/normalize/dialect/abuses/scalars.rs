//! Values that are written as another kind of value: `1.0` for `"1.0"`, `"true"` for `true`.

use serde_json::{Number, Value};

use crate::diagnostics::Problem;
use crate::normalize::dialect::Origins;
use crate::normalize::dialect::schemas::Fields;
use crate::normalize::faults;
use crate::normalize::grammar::{Object, SCHEMA, Shape};

pub(super) fn forgive(
    kind: &Object,
    fields: &mut Fields,
    (at, origins): (&str, &Origins),
    problems: &mut Vec<Problem>,
) {
    for (key, value) in fields.iter_mut() {
        let place = format!("{at}/{key}");
        match (kind.shape_of(key), value) {
            (Some(Shape::List(item)), Value::Array(items)) => {
                rewrite_items(*item, key, items, &place, problems);
            }
            (Some(shape), value) => rewrite(shape, key, value, &place, problems),
            (None, _) => {}
        }
    }
    if kind.is(&SCHEMA) {
        forgive_values(fields, (at, origins), problems);
    }
}

/// The values of an enumeration are of its type; the only one may stand as `const`.
fn forgive_values(
    fields: &mut Fields,
    (at, origins): (&str, &Origins),
    problems: &mut Vec<Problem>,
) {
    let shape = shape_of_values(fields);
    if let (Some(shape), Some(Value::Array(values))) = (shape, fields.get_mut("enum")) {
        let place = format!("{at}/enum");
        let is_const = origins.of(&format!("{place}/0")).ends_with("/const");
        let key = if is_const { "const" } else { "enum" };
        rewrite_items(shape, key, values, &place, problems);
    }
}

/// What the values of a schema's enumeration have to be, if that is a scalar.
pub(in crate::normalize) fn shape_of_values(schema: &Fields) -> Option<Shape> {
    match schema.get("type")?.as_str()? {
        "string" => Some(Shape::Text),
        "boolean" => Some(Shape::Boolean),
        "integer" | "number" => Some(Shape::Number),
        _ => None,
    }
}

fn rewrite_items(
    shape: Shape,
    key: &str,
    items: &mut [Value],
    at: &str,
    problems: &mut Vec<Problem>,
) {
    for (index, item) in items.iter_mut().enumerate() {
        rewrite(shape, key, item, &format!("{at}/{index}"), problems);
    }
}

fn rewrite(shape: Shape, key: &str, value: &mut Value, at: &str, problems: &mut Vec<Problem>) {
    if let Some(meant) = meant(shape, value) {
        problems.push(faults::other_scalar(key, &meant, at));
        *value = meant;
    }
}

/// The value of the right kind that this one stands for, if it stands for one.
pub(in crate::normalize) fn meant(shape: Shape, value: &Value) -> Option<Value> {
    match (shape, value) {
        (Shape::Text, Value::Number(_) | Value::Bool(_)) => Some(value.to_string().into()),
        (Shape::Boolean | Shape::BooleanOr(_), Value::String(text)) => {
            text.trim().parse::<bool>().ok().map(Value::from)
        }
        (Shape::Count, Value::String(text)) => text.trim().parse::<u64>().ok().map(Value::from),
        (Shape::Number, Value::String(text)) => text.trim().parse::<Number>().ok().map(Value::from),
        _ => None,
    }
}
