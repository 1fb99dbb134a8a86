//! `type` as a list, which may hold `null`.

use serde_json::{Map, Value, json};

use super::Fields;
use crate::normalize::values;

/// The keywords that go with each type (JSON Schema Validation 2020-12, section 6).
const KEYWORDS: &[(&str, &[&str])] = &[
    ("string", &["format", "pattern", "minLength", "maxLength", "enum"]),
    ("integer", &NUMBER),
    ("number", &NUMBER),
    ("boolean", &["enum"]),
    ("array", &["items", "minItems", "maxItems", "uniqueItems"]),
    (
        "object",
        &["properties", "required", "additionalProperties", "minProperties", "maxProperties"],
    ),
];

const NUMBER: [&str; 7] =
    ["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "enum"];

/// Leaves one type, or else an alternative for each.
pub(super) fn one_type(fields: &mut Fields) -> bool {
    let listed = match fields.get("type") {
        Some(Value::String(name)) if name == "null" => vec![json!("null")],
        Some(Value::Array(names)) => names.iter().map(name).collect(),
        _ => return false,
    };
    let mut names: Vec<String> = Vec::new();
    for name in listed.iter().filter_map(Value::as_str) {
        if name != "null" && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    if listed.iter().any(|name| name == "null") {
        fields.insert("nullable".to_owned(), Value::Bool(true));
    }
    match names.as_slice() {
        [] => only_null(fields),
        [only] => _ = fields.insert("type".to_owned(), json!(only)),
        _ if fields.contains_key("anyOf") || fields.contains_key("oneOf") => {
            fields.shift_remove("type");
        }
        _ => split(fields, &names),
    }
    true
}

/// A type's name; YAML makes `null` out of the name of that type where it has no quotes.
fn name(value: &Value) -> Value {
    if value.is_null() { json!("null") } else { value.clone() }
}

/// A schema that allows nothing but null.
fn only_null(fields: &mut Fields) {
    fields.shift_remove("type");
    if fields.get("nullable") == Some(&Value::Bool(true)) {
        fields.insert("enum".to_owned(), json!([null]));
    }
}

/// An alternative for each type, with the keywords that go with it.
fn split(fields: &mut Fields, names: &[String]) {
    let alternatives = names.iter().map(|name| alternative(fields, name)).collect();
    fields.shift_remove("type");
    for keyword in KEYWORDS.iter().flat_map(|(_, keywords)| *keywords) {
        fields.shift_remove(*keyword);
    }
    fields.insert("anyOf".to_owned(), Value::Array(alternatives));
}

fn alternative(fields: &Fields, name: &str) -> Value {
    let mut alternative = Map::from_iter([("type".to_owned(), json!(name))]);
    let keywords = KEYWORDS.iter().find(|(own, _)| *own == name).map_or(&[][..], |(_, it)| *it);
    for keyword in keywords.iter().filter(|keyword| **keyword != "enum") {
        if let Some(value) = fields.get(*keyword) {
            alternative.insert((*keyword).to_owned(), value.clone());
        }
    }
    if keywords.contains(&"enum") {
        values::share(fields, &mut alternative, |value| is_of(name, value));
    }
    Value::Object(alternative)
}

fn is_of(name: &str, value: &Value) -> bool {
    match name {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        _ => value.is_number(),
    }
}
