//! `null` as one of the alternatives of `anyOf` or `oneOf`.

use serde_json::{Value, json};

use super::{Fields, POSITIONS};

/// Takes null out of the alternatives and makes the schema nullable. One that is the position of a tuple
/// stays.
pub(super) fn without_null(fields: &mut Fields) -> bool {
    if fields.contains_key(POSITIONS) {
        return false;
    }
    let mut changed = false;
    for keyword in ["anyOf", "oneOf"] {
        let Some(Value::Array(alternatives)) = fields.get_mut(keyword) else { continue };
        let count = alternatives.len();
        if alternatives.iter().all(is_null) {
            continue;
        }
        alternatives.retain(|alternative| !is_null(alternative));
        if alternatives.len() < count {
            fields.insert("nullable".to_owned(), Value::Bool(true));
            changed = true;
        }
    }
    changed
}

/// Whether a schema allows null and nothing else.
fn is_null(schema: &Value) -> bool {
    let is_empty = |values: &Value| *values == json!([null]);
    schema.get("type").is_some_and(|name| name == "null" || *name == json!(["null"]))
        || schema.get("const").is_some_and(Value::is_null)
        || schema.get("enum").is_some_and(is_empty)
}
