//! An enum says of which types its values are, where the schema does not.
//!
//! ```json
//! { "enum": [1, "auto", null] }
//! { "anyOf": [{ "type": "integer", "enum": [1] }, { "type": "string", "enum": ["auto"] }],
//!   "nullable": true }
//! ```

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::normalize::dialect::Origins;
use crate::normalize::values;

type Fields = Map<String, Value>;

/// Keys that say what values are: an enum beside them adds nothing to their type.
const TYPED: &[&str] = &[
    "$ref",
    "type",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "properties",
    "additionalProperties",
    "required",
    "items",
];

/// Whether an enum says more of a schema's type than the schema does.
pub(in crate::normalize) fn says_more(fields: &Fields) -> bool {
    let Some(Value::Array(values)) = fields.get("enum") else { return false };
    let has_null = values.contains(&Value::Null) && values.iter().any(|value| !value.is_null());
    let is_nullable = fields.get("nullable") == Some(&Value::Bool(true));
    has_null && !is_nullable || !types(fields, values).is_empty()
}

pub(super) fn rewrite(root: &mut Cow<'_, Value>, enums: &[String], origins: &mut Origins) {
    for pointer in enums {
        let schema = root.to_mut().pointer_mut(pointer);
        let Some(fields) = schema.and_then(Value::as_object_mut) else { continue };
        let alternatives = say(fields);
        for index in 0..alternatives {
            origins.moved(format!("{pointer}/anyOf/{index}"), origins.of(pointer));
        }
    }
}

/// Says in a schema what its enum says of its type, and how many alternatives that made.
fn say(fields: &mut Fields) -> usize {
    let Some(Value::Array(values)) = fields.get("enum").cloned() else { return 0 };
    if values.contains(&Value::Null) {
        fields.insert("nullable".to_owned(), json!(true));
    }
    let types = types(fields, &values);
    match types.as_slice() {
        [] => 0,
        [only] => {
            fields.insert("type".to_owned(), json!(only));
            0
        }
        several => {
            let of = |name: &&str| {
                let is_own =
                    |it: &Value| r#type(it) == Some(name) || *name == "number" && it.is_number();
                let mut member = Map::from_iter([("type".to_owned(), json!(name))]);
                values::share(fields, &mut member, is_own);
                Value::Object(member)
            };
            let members: Vec<Value> = several.iter().map(of).collect();
            fields.shift_remove("enum");
            fields.insert("anyOf".to_owned(), members.into());
            several.len()
        }
    }
}

/// The types of the values of an enum whose schema has none; nothing where one is a list or an object.
fn types(fields: &Fields, values: &[Value]) -> Vec<&'static str> {
    if TYPED.iter().any(|key| fields.contains_key(*key)) {
        return Vec::new();
    }
    let mut types = Vec::new();
    for value in values.iter().filter(|value| !value.is_null()) {
        match r#type(value) {
            Some(name) if types.contains(&name) => {}
            Some(name) => types.push(name),
            None => return Vec::new(),
        }
    }
    let has_fractions = types.contains(&"number");
    types.retain(|name| !(has_fractions && *name == "integer"));
    types
}

fn r#type(value: &Value) -> Option<&'static str> {
    match value {
        Value::String(_) => Some("string"),
        Value::Bool(_) => Some("boolean"),
        Value::Number(number) if number.is_i64() => Some("integer"),
        Value::Number(_) => Some("number"),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{say, says_more};

    fn said(schema: Value) -> Value {
        let Value::Object(mut fields) = schema.clone() else { panic!("an object") };
        if says_more(&fields) {
            say(&mut fields);
        }
        Value::Object(fields)
    }

    #[test]
    fn values_of_one_type_have_it() {
        let texts = json!({ "enum": ["a", "b"], "description": "d" });
        let typed = json!({ "enum": ["a", "b"], "description": "d", "type": "string" });
        assert_eq!(said(texts), typed);
        assert_eq!(said(json!({ "enum": [1] })), json!({ "enum": [1], "type": "integer" }));
        let numbers = json!({ "enum": [1.5, 2], "type": "number" });
        assert_eq!(said(json!({ "enum": [1.5, 2] })), numbers);
    }

    #[test]
    fn values_of_several_types_are_alternatives() {
        assert_eq!(
            said(json!({ "enum": [1, "auto", null, 2, true] })),
            json!({
                "nullable": true,
                "anyOf": [
                    { "type": "integer", "enum": [1, 2] },
                    { "type": "string", "enum": ["auto"] },
                    { "type": "boolean", "enum": [true] },
                ],
            })
        );
    }

    #[test]
    fn names_go_with_their_values() {
        let mixed = json!({ "enum": [1, null, "a", 2], "x-enum-varnames": ["A", "B", "C", "D"] });
        let alternatives = json!([
            { "type": "integer", "enum": [1, 2], "x-enum-varnames": ["A", "D"] },
            { "type": "string", "enum": ["a"], "x-enum-varnames": ["C"] },
        ]);
        assert_eq!(said(mixed)["anyOf"], alternatives);
    }

    #[test]
    fn null_among_the_values_is_a_value() {
        assert_eq!(
            said(json!({ "type": "string", "enum": ["a", null] })),
            json!({ "type": "string", "enum": ["a", null], "nullable": true })
        );
    }

    #[test]
    fn what_says_enough_stays_as_it_is() {
        for schema in [
            json!({ "type": "string", "enum": ["a"] }),
            json!({ "type": "string", "enum": ["a", null], "nullable": true }),
            json!({ "enum": [null] }),
            json!({ "enum": [["a"], "b"] }),
            json!({ "enum": ["a"], "allOf": [] }),
        ] {
            assert_eq!(said(schema.clone()), schema);
        }
    }
}
