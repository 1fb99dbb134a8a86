//! References that lead to another kind of object whose meaning is plain: a response that is a
//! schema, a schema that is a response.

use serde_json::{Value, json};

use crate::diagnostics::Problem;
use crate::normalize::dialect::places::each_object;
use crate::normalize::faults;
use crate::normalize::grammar::{RESPONSE, SCHEMA};

const SCHEMAS: &str = "#/components/schemas/";
const RESPONSES: &str = "#/components/responses/";
const JSON_SCHEMA: &str = "/content/application~1json/schema";

pub(super) fn forgive(root: &mut Value, problems: &mut Vec<Problem>) {
    let original = root.clone();
    each_object(root, &mut |kind, value, at| {
        let Some(text) = value.get("$ref").and_then(Value::as_str) else { return };
        let place = format!("{at}/$ref");
        if kind.is(&RESPONSE) && text.starts_with(SCHEMAS) {
            problems.push(faults::other_kind(text, "the body of the response", &place));
            let schema = json!({ "$ref": text });
            let content = json!({ "application/json": { "schema": schema } });
            *value = json!({ "description": "", "content": content });
        } else if kind.is(&SCHEMA) && text.starts_with(RESPONSES) {
            let schema = format!("{text}{JSON_SCHEMA}");
            if original.pointer(schema.trim_start_matches('#')).is_some() {
                problems.push(faults::other_kind(text, "the schema of its body", &place));
                value["$ref"] = json!(schema);
            }
        }
    });
}
