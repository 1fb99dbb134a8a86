//! Schema Objects: what 2.0 calls by another name, and where references lead.

use serde_json::{Value, json};

use crate::normalize::dialect::places::each_schema;

/// Brings every schema of a document, which otherwise speaks 3.0, to the words of 3.0.
pub(super) fn translate(root: &mut Value) {
    each_schema(root, &mut |schema, _| {
        let Some(fields) = schema.as_object_mut() else { return };
        if let Some(Value::String(text)) = fields.get_mut("$ref") {
            *text = reference(text);
        }
        if let Some(Value::String(property)) = fields.get("discriminator") {
            let property = property.clone();
            fields.insert("discriminator".to_owned(), json!({ "propertyName": property }));
        }
        if let Some(Value::Bool(nullable)) = fields.get("x-nullable") {
            let nullable = *nullable;
            fields.insert("nullable".to_owned(), json!(nullable));
        }
        if fields.get("type").is_some_and(|name| name == "file") {
            fields.insert("type".to_owned(), json!("string"));
            fields.insert("format".to_owned(), json!("binary"));
        }
    });
}

/// The sections of a document and where 3.0 has them.
const SECTIONS: &[(&str, &str)] = &[
    ("#/definitions/", "#/components/schemas/"),
    ("#/parameters/", "#/components/parameters/"),
    ("#/responses/", "#/components/responses/"),
];

/// The reference to where its target went.
pub(super) fn reference(text: &str) -> String {
    for (old, new) in SECTIONS {
        if let Some(name) = text.strip_prefix(old) {
            return format!("{new}{name}");
        }
    }
    text.to_owned()
}
