//! The values of an enum that are of one type, with the names that the document gives them.

use serde_json::{Map, Value};

/// What generators agree on for the names of values, without a standard that says it.
pub const NAMES: [&str; 2] = ["x-enum-varnames", "x-enumNames"];

/// Gives `to` the values of an enum in `from` that fit, and their names where each value has one.
pub(super) fn share(
    from: &Map<String, Value>,
    to: &mut Map<String, Value>,
    fits: impl Fn(&Value) -> bool,
) {
    let Some(values) = from.get("enum").and_then(Value::as_array) else { return };
    for key in ["enum"].into_iter().chain(NAMES) {
        let all = from.get(key).and_then(Value::as_array);
        let Some(all) = all.filter(|all| all.len() == values.len()) else { continue };
        let own = all.iter().zip(values).filter(|(_, value)| fits(value));
        let own: Vec<Value> = own.map(|(it, _)| it.clone()).collect();
        if !own.is_empty() {
            to.insert(key.to_owned(), own.into());
        }
    }
}
