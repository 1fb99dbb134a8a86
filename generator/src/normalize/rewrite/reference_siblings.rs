//! A schema that is a reference with other keys beside it becomes an `allOf` with these keys.
//!
//! ```json
//! { "$ref": "#/components/schemas/Pet", "nullable": true }
//! { "allOf": [{ "$ref": "#/components/schemas/Pet" }], "nullable": true }
//! ```
//!
//! OpenAPI 3.0 has these keys ignored, yet authors mean them; `openapiv3` has no room for them.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::normalize::grammar::SCHEMA;
use crate::normalize::reference::Reference;

pub(super) fn rewrite(root: &mut Cow<'_, Value>, references: &[Reference<'_>]) {
    for reference in references
        .iter()
        .filter(|reference| reference.has_siblings && reference.expected.is(&SCHEMA))
    {
        if let Some(schema) =
            root.to_mut().pointer_mut(reference.holder()).and_then(Value::as_object_mut)
        {
            *schema = wrap(std::mem::take(schema));
        }
    }
}

/// The reference goes behind what `allOf` already holds, so that pointers into it stay true.
fn wrap(schema: Map<String, Value>) -> Map<String, Value> {
    let mut wrapped = Map::from_iter([("allOf".to_owned(), json!([]))]);
    let mut reference = Value::Null;
    for (key, value) in schema {
        match key.as_str() {
            "$ref" => reference = json!({ "$ref": value }),
            // The target has a type of its own, and `openapiv3` reads no `allOf` beside one.
            "type" => {}
            _ => _ = wrapped.insert(key, value),
        }
    }
    if let Some(all_of) = wrapped.get_mut("allOf").and_then(Value::as_array_mut) {
        all_of.push(reference);
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::wrap;

    fn wrapped(schema: Value) -> Value {
        match schema {
            Value::Object(fields) => Value::Object(wrap(fields)),
            other => other,
        }
    }

    #[test]
    fn keys_beside_a_reference_are_kept() {
        let schema = json!({ "$ref": "#/a", "nullable": true, "type": "object", "x-pii": 1 });
        assert_eq!(
            wrapped(schema),
            json!({ "allOf": [{ "$ref": "#/a" }], "nullable": true, "x-pii": 1 })
        );
    }

    #[test]
    fn an_all_of_beside_a_reference_keeps_its_order() {
        let schema = json!({ "$ref": "#/a", "allOf": [{ "$ref": "#/b" }] });
        assert_eq!(wrapped(schema), json!({ "allOf": [{ "$ref": "#/b" }, { "$ref": "#/a" }] }));
    }
}
