//! Keywords of 2020-12 that have a counterpart of another name or form.

use serde_json::{Value, json};

use super::Fields;

/// `const` is an enum of one.
pub(super) fn constant(fields: &mut Fields) -> bool {
    let Some(value) = fields.shift_remove("const") else { return false };
    fields.entry("enum").or_insert_with(|| json!([value]));
    if !fields.contains_key("type") {
        let name = match &value {
            Value::String(_) => "string",
            Value::Bool(_) => "boolean",
            Value::Number(number) if !number.is_f64() => "integer",
            _ => return true,
        };
        fields.insert("type".to_owned(), json!(name));
    }
    true
}

/// Of several examples the first.
pub(super) fn examples(fields: &mut Fields) -> bool {
    match fields.shift_remove("examples") {
        Some(Value::Array(mut examples)) if !examples.is_empty() => {
            fields.entry("example").or_insert_with(|| examples.swap_remove(0));
            true
        }
        Some(_) => true,
        None => false,
    }
}

/// An exclusive bound is a number in 2020-12 and a mark beside the bound in 3.0.
pub(super) fn bounds(fields: &mut Fields) -> bool {
    let mut changed = false;
    for (exclusive, inclusive) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")]
    {
        let Some(bound) = fields.get(exclusive).filter(|bound| bound.is_number()).cloned() else {
            continue;
        };
        fields.insert(inclusive.to_owned(), bound);
        fields.insert(exclusive.to_owned(), Value::Bool(true));
        changed = true;
    }
    changed
}

/// Text that stands for bytes (JSON Schema Validation 2020-12, section 8).
pub(super) fn encoding(fields: &mut Fields) -> bool {
    let encoding = fields.shift_remove("contentEncoding");
    let media_type = fields.shift_remove("contentMediaType");
    let is_encoded = |value: &Value| value.as_str().is_some_and(|it| it.starts_with("base64"));
    let format = match (&encoding, &media_type) {
        (Some(encoding), _) if is_encoded(encoding) => "byte",
        (None, Some(Value::String(media_type))) if is_binary(media_type) => "binary",
        _ => return encoding.is_some() || media_type.is_some(),
    };
    fields.entry("type").or_insert_with(|| json!("string"));
    fields.entry("format").or_insert_with(|| json!(format));
    true
}

/// Whether a media type is never text: without an encoding, its bytes stand as they are.
fn is_binary(media_type: &str) -> bool {
    let kinds = ["application/octet-stream", "application/pdf", "application/zip"];
    let trees = ["image/", "audio/", "video/", "font/"];
    kinds.contains(&media_type) || trees.iter().any(|tree| media_type.starts_with(tree))
}

/// Properties whose names follow one pattern are additional properties.
pub(super) fn patterns(fields: &mut Fields) -> bool {
    if fields.get("unevaluatedProperties").is_some() && !fields.contains_key("additionalProperties")
    {
        let rest = fields.shift_remove("unevaluatedProperties").unwrap_or_default();
        fields.insert("additionalProperties".to_owned(), rest);
    }
    let is_open = !matches!(fields.get("additionalProperties"), Some(Value::Object(_)));
    let single = fields.get("patternProperties").and_then(Value::as_object);
    match single.filter(|patterns| patterns.len() == 1 && is_open) {
        Some(patterns) => {
            let values = patterns.values().next().cloned().unwrap_or_default();
            fields.shift_remove("patternProperties");
            fields.insert("additionalProperties".to_owned(), values);
            true
        }
        None => false,
    }
}
