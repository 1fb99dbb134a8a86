//! Values that are written as another kind of value: `1.0` for `"1.0"`, `"true"` for `true`.

use serde_json::Value;

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
        let place = || format!("{at}/{key}");
        match (kind.shape_of(key), value) {
            (Some(Shape::List(item)), Value::Array(items)) => {
                rewrite_items(*item, key, items, place, problems);
            }
            (Some(shape), value) => rewrite(shape, key, value, place, problems),
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
    let shape = Shape::of_values(fields);
    if let (Some(shape), Some(Value::Array(values))) = (shape, fields.get_mut("enum")) {
        let place = format!("{at}/enum");
        let is_const = origins.of(&format!("{place}/0")).ends_with("/const");
        let key = if is_const { "const" } else { "enum" };
        rewrite_items(shape, key, values, || place.clone(), problems);
    }
}

fn rewrite_items(
    shape: Shape,
    key: &str,
    items: &mut [Value],
    at: impl Fn() -> String,
    problems: &mut Vec<Problem>,
) {
    for (index, item) in items.iter_mut().enumerate() {
        rewrite(shape, key, item, || format!("{}/{index}", at()), problems);
    }
}

fn rewrite(
    shape: Shape,
    key: &str,
    value: &mut Value,
    at: impl FnOnce() -> String,
    problems: &mut Vec<Problem>,
) {
    if let Some(meant) = shape.meant(value) {
        problems.push(faults::other_scalar(key, &meant, &at()));
        *value = meant;
    }
}
