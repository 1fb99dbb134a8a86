//! OpenAPI 3.1 in the words of 3.0.

mod definitions;

use serde_json::{Map, Value, json};

use super::{Translation, moved_references, schemas};
use crate::diagnostics::escape_token;

/// Translates a document of OpenAPI 3.1.
pub(super) fn translate(root: &Value) -> Translation<'_> {
    let mut translation = Translation::of(root);
    definitions::hoist(&mut translation);
    schemas::translate(&mut translation);
    moved_references::follow(&mut translation);
    let webhooks =
        translation.root.to_mut().as_object_mut().and_then(|it| it.shift_remove("webhooks"));
    if let Some(Value::Object(webhooks)) = webhooks {
        for (name, webhook) in &webhooks {
            gather_references(webhook, &mut translation.kept);
            let place = format!("/webhooks/{}", escape_token(name));
            translation.note(&place, "a webhook, which the server sends", "nothing");
        }
    }
    if let Some(root) = translation.root.to_mut().as_object_mut() {
        root.insert("openapi".to_owned(), json!("3.0.3"));
        complete(root);
    }
    translation
}

/// All references in a value: those in examples too, which do no harm.
fn gather_references(value: &Value, to: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            to.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| gather_references(value, to));
        }
        Value::Array(items) => items.iter().for_each(|item| gather_references(item, to)),
        _ => {}
    }
}

/// Fields that 3.0 requires and 3.1 does not.
fn complete(root: &mut Map<String, Value>) {
    let paths = root.entry("paths").or_insert_with(|| json!({}));
    for item in paths.as_object_mut().into_iter().flat_map(Map::values_mut) {
        for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
            // Lists and texts of a path item are no operations.
            if let Some(operation) = operation.as_object_mut() {
                operation.entry("responses").or_insert_with(|| json!({}));
            }
        }
    }
    let schemes = root.get_mut("components").and_then(|it| it.get_mut("securitySchemes"));
    if let Some(schemes) = schemes.and_then(Value::as_object_mut) {
        schemes.retain(|_, scheme| scheme.get("type").is_none_or(|name| name != "mutualTLS"));
    }
}
