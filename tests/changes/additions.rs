//! Operations to add to a document, which have nothing to do with what it has.

use serde_json::{Map, Value, json};

/// A way to add an operation; nothing for a document without operations, whose unused schemas are types
/// for that reason alone.
pub type Addition = fn(&Value) -> Option<Value>;

pub const ADDITIONS: &[(&str, Addition)] = &[
    ("with a path and a schema of its own", |api| {
        extended(api, "/late/{LateId}/records", "LateRecord")
    }),
    ("below the path of another", |api| {
        let path = api["paths"].as_object()?.keys().next()?;
        extended(api, &format!("{}/late-records", path.trim_end_matches('/')), "LateRecord")
    }),
    ("with a schema whose name ends as another's", |api| {
        let name = schemas(&mut api.clone())?.keys().next()?.clone();
        let last = name.rsplit('.').next()?.to_owned();
        extended(api, "/late/{LateId}/records", &format!("Late_{last}"))
    }),
    ("with a schema whose name starts as another's", |api| {
        let name = schemas(&mut api.clone())?.keys().next()?.clone();
        extended(api, "/late/{LateId}/records", &format!("{name}_late"))
    }),
];

/// The document with an operation more, which answers with a schema.
fn extended(api: &Value, path: &str, schema: &str) -> Option<Value> {
    let mut api = api.clone();
    let is_2 = api.get("swagger").is_some();
    let parameters: Vec<Value> = names(path).map(|name| parameter(name, is_2)).collect();
    let operation = json!({
        "operationId": "listLateRecords",
        "parameters": parameters,
        "responses": { "200": answer(schema, is_2) },
    });
    schemas(&mut api)?.insert(schema.to_owned(), record());
    let paths = api["paths"].as_object_mut().filter(|it| !it.is_empty())?;
    paths.insert(path.to_owned(), json!({ "get": operation }));
    Some(api)
}

/// The schemas of a document that have a name.
fn schemas(api: &mut Value) -> Option<&mut Map<String, Value>> {
    let is_2 = api.get("swagger").is_some();
    api.pointer_mut(if is_2 { "/definitions" } else { "/components/schemas" })?.as_object_mut()
}

/// The parameters that a path names.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

fn parameter(name: &str, is_2: bool) -> Value {
    match is_2 {
        true => json!({ "name": name, "in": "path", "required": true, "type": "string" }),
        false => {
            let text = json!({ "type": "string" });
            json!({ "name": name, "in": "path", "required": true, "schema": text })
        }
    }
}

fn answer(schema: &str, is_2: bool) -> Value {
    match is_2 {
        true => {
            json!({ "description": "It.", "schema": { "$ref": format!("#/definitions/{schema}") } })
        }
        false => {
            let schema = json!({ "$ref": format!("#/components/schemas/{schema}") });
            let content = json!({ "application/json": { "schema": schema } });
            json!({ "description": "It.", "content": content })
        }
    }
}

/// An object with values, an object and a list in it, under names that many properties have.
fn record() -> Value {
    json!({
        "type": "object",
        "properties": {
            "id": { "type": "string" },
            "status": { "type": "string", "enum": ["early", "late"] },
            "type": { "type": "integer", "enum": [17, 18] },
            "meta": { "type": "object", "properties": { "late_count": { "type": "integer" } } },
            "items": {
                "type": "array",
                "items": { "type": "object", "properties": { "late": { "type": "boolean" } } },
            },
        },
    })
}
