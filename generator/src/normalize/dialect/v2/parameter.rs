//! Parameter Objects other than those that are a body, and Header Objects.

use serde_json::{Map, Value, json};

use super::schema::reference;
use super::{Fields, Reader, each};
use crate::diagnostics::escape_token;
use crate::normalize::resolve::resolve;

/// What a parameter says of its value; in 3.0 its schema says it.
const OF_THE_VALUE: &[&str] = &[
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "x-nullable",
];

impl Reader<'_> {
    /// The shared parameters without those that are a body: each operation has its own copy.
    pub(super) fn shared_parameters(&mut self, parameters: &Value) -> Value {
        let Some(fields) = parameters.as_object() else { return parameters.clone() };
        let stays = |(_, it): &(&String, &Value)| !is_body(it);
        let kept = fields.iter().filter(stays);
        kept.map(|(name, it)| {
            let at = format!("/components/parameters/{}", escape_token(name));
            (name.clone(), self.parameter(it, &at, &format!("/parameters/{}", escape_token(name))))
        })
        .collect()
    }

    /// A parameter that is no body, which moves from `old` to `new`.
    pub(super) fn parameter(&mut self, it: &Value, new: &str, old: &str) -> Value {
        self.origins.moved(new, old);
        let Some(fields) = it.as_object() else { return it.clone() };
        if let Some(Value::String(text)) = fields.get("$ref") {
            return json!({ "$ref": reference(text) });
        }
        self.origins.moved(format!("{new}/schema"), old);
        let mut parameter = without_value(fields);
        if fields.get("type").is_some_and(|name| name == "array") {
            set_style(fields, &mut parameter);
        }
        Value::Object(parameter)
    }

    /// The parameter itself, where it is a reference to a shared one.
    pub(super) fn resolved<'v>(&'v self, it: &'v Value) -> &'v Value {
        resolve(self.root, it).unwrap_or(it)
    }
}

/// Header Objects of a response.
pub(super) fn headers(headers: &Value) -> Value {
    each(headers, |_, header| match header.as_object() {
        Some(fields) => Value::Object(without_value(fields)),
        None => header.clone(),
    })
}

/// Whether a parameter is the body or a part of it.
pub(super) fn is_body(parameter: &Value) -> bool {
    matches!(parameter.get("in").and_then(Value::as_str), Some("body" | "formData"))
}

/// The schema of a parameter's value.
pub(super) fn schema_of(fields: &Fields) -> Value {
    let own = fields.iter().filter(|(key, _)| OF_THE_VALUE.contains(&key.as_str()));
    own.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// What is left of a parameter or header, beside the schema of its value.
fn without_value(fields: &Fields) -> Fields {
    let is_left = |key: &str| !OF_THE_VALUE.contains(&key) && key != "collectionFormat";
    let mut rest: Fields = Map::new();
    rest.extend(fields.iter().filter(|(key, _)| is_left(key)).map(|(k, v)| (k.clone(), v.clone())));
    rest.insert("schema".to_owned(), schema_of(fields));
    rest
}

/// How several values are written. Nothing said is `csv`; tabs have no counterpart and become it.
fn set_style(fields: &Fields, parameter: &mut Fields) {
    let in_query = fields.get("in").is_some_and(|place| place == "query");
    let style = match fields.get("collectionFormat").and_then(Value::as_str) {
        Some("multi") if in_query => ("form", true),
        Some("ssv") if in_query => ("spaceDelimited", false),
        Some("pipes") if in_query => ("pipeDelimited", false),
        _ if in_query => ("form", false),
        _ => return,
    };
    parameter.insert("style".to_owned(), json!(style.0));
    parameter.insert("explode".to_owned(), json!(style.1));
}
