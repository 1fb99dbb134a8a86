//! Security Scheme Objects.

use serde_json::{Map, Value, json};

use super::{Fields, each};

pub(super) fn schemes(definitions: &Value) -> Value {
    each(definitions, |_, scheme| match scheme.as_object() {
        Some(fields) => Value::Object(scheme_of(fields)),
        None => scheme.clone(),
    })
}

fn scheme_of(fields: &Fields) -> Fields {
    let mut scheme = fields.clone();
    match fields.get("type").and_then(Value::as_str) {
        Some("basic") => {
            scheme.insert("type".to_owned(), json!("http"));
            scheme.insert("scheme".to_owned(), json!("basic"));
        }
        Some("oauth2") => {
            scheme.retain(|key, _| matches!(key.as_str(), "type" | "description"));
            scheme.insert("flows".to_owned(), flows(fields));
        }
        _ => {}
    }
    scheme
}

/// The one flow that a scheme of 2.0 has, by its name in 3.0.
fn flows(fields: &Fields) -> Value {
    let name = match fields.get("flow").and_then(Value::as_str) {
        Some("application") => "clientCredentials",
        Some("accessCode") => "authorizationCode",
        Some(same) => same,
        None => return json!({}),
    };
    let mut flow = Map::new();
    for key in ["authorizationUrl", "tokenUrl", "scopes"] {
        if let Some(value) = fields.get(key) {
            flow.insert(key.to_owned(), value.clone());
        }
    }
    flow.entry("scopes").or_insert_with(|| json!({}));
    json!({ name: flow })
}
