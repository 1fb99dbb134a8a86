//! Changes to make in a document, each with what must be said of it.

use bindery::diff::{Action, Class, Kind, Verdict};
use serde_json::{Map, Value, json};

use super::seed::Seed;
use Action::{Added, Changed, Removed, Renamed};
use Class::{Additive, Breaking, Documentation};
use Verdict::{Major, Minor, Patch};

/// A change, and the heaviest that must be found of it.
pub struct Mutation {
    pub name: &'static str,
    pub class: Class,
    pub verdict: Verdict,
    pub kind: Kind,
    pub action: Action,
    /// Makes the change somewhere and says where; nothing if the document has no such place.
    pub apply: fn(&mut Value, &mut Seed) -> Option<String>,
}

macro_rules! mutations {
    ($all:ident: $($name:literal => $class:ident $verdict:ident $kind:ident $action:ident, $apply:expr;)*) => {
        pub const $all: &[Mutation] = &[$(Mutation {
            name: $name,
            class: $class,
            verdict: $verdict,
            kind: Kind::$kind,
            action: $action,
            apply: $apply,
        }),*];
    };
}

mutations! { MUTATIONS:
    "a property more" => Additive Minor Field Added, |api, seed| {
        change(api, seed, "/properties", is_received, |it| set(it, "seen_by", json!({ "type": "string" })))
    };
    "a property less" => Breaking Major Field Removed, |api, seed| {
        change(api, seed, "/properties", is_received, remove_first)
    };
    "a property called otherwise" => Breaking Major Field Renamed, |api, seed| {
        change(api, seed, "/properties", is_received, |it| rename(it, 1, |key| format!("{key}_text")))
    };
    "a property of another type" => Breaking Major Field Changed, |api, seed| {
        change(api, seed, "", is_plain_property, |it| set(it, "type", json!("integer")))
    };
    "a property that must be there" => Breaking Major Field Changed, |api, seed| {
        change(api, seed, "", is_plain_property, |it| it.as_object_mut().is_some_and(|it| it.remove("nullable").is_some()))
            .and_then(|pointer| require(api, &pointer))
    };
    "a property that is never null" => Additive Patch Field Changed, |api, seed| {
        change(api, seed, "", is_plain_property, |it| it.as_object_mut().is_some_and(|it| it.remove("nullable").is_some()))
    };
    "a property described otherwise" => Documentation Patch Field Changed, |api, seed| {
        change(api, seed, "", is_plain_property, |it| set(it, "description", json!("Something else.")))
    };
    "a deprecated property" => Documentation Patch Field Changed, |api, seed| {
        change(api, seed, "", is_plain_property, |it| set(it, "deprecated", json!(true)))
    };
    "a value more" => Additive Minor Variant Added, |api, seed| {
        change(api, seed, "", is_enum, |it| push(&mut it["enum"], json!("of-late")))
    };
    "a value less" => Breaking Major Variant Removed, |api, seed| {
        change(api, seed, "", is_enum, |it| it["enum"].as_array_mut().is_some_and(|it| !it.is_empty() && it.remove(0) != Value::Null))
    };
    "a value called otherwise" => Breaking Major Variant Renamed, |api, seed| {
        change(api, seed, "", is_enum, |it| match it["enum"][0].as_str().map(|text| format!("{text}s")) {
            Some(text) => { it["enum"][0] = text.into(); true }
            None => false,
        })
    };
    "a setter more" => Additive Minor Parameter Added, |api, seed| {
        change(api, seed, "/parameters", has_query, |it| push(it, json!({ "name": "Hue", "in": "query", "schema": { "type": "string" } })))
    };
    "an argument more" => Breaking Major Parameter Added, |api, seed| {
        change(api, seed, "/parameters", has_query, |it| push(it, json!({ "name": "Hue", "in": "query", "required": true, "schema": { "type": "string" } })))
    };
    "a setter less" => Breaking Major Parameter Removed, |api, seed| {
        change(api, seed, "/parameters", has_query, |it| it.as_array_mut().is_some_and(|it| {
            let found = it.iter().position(|it| it["in"] == "query" && it["required"] != true && it["name"] != "PageToken");
            found.map(|found| it.remove(found)).is_some()
        }))
    };
    "a setter that becomes an argument" => Breaking Major Parameter Changed, |api, seed| {
        change(api, seed, "", is_query, |it| set(it, "required", json!(true)))
    };
    "a setter of another type" => Breaking Major Parameter Changed, |api, seed| {
        change(api, seed, "", is_query, |it| set(it, "schema", json!({ "type": "boolean" })))
    };
    "a setter described otherwise" => Documentation Patch Parameter Changed, |api, seed| {
        change(api, seed, "", is_query, |it| set(it, "description", json!("Something else.")))
    };
    "an operation more" => Additive Minor Method Added, |api, _| {
        let path = json!({ "get": { "operationId": "ListHue", "responses": { "204": { "description": "Nothing." } } } });
        set(&mut api["paths"], "/v9/Hues", path).then(|| "/paths/~1v9~1Hues".to_owned())
    };
    "an operation less" => Breaking Major Method Removed, |api, seed| {
        change(api, seed, "", is_path_of_several, |it| it.as_object_mut().is_some_and(|it| it.remove("post").is_some()))
    };
    "operations at other paths" => Breaking Major Method Changed, |api, seed| {
        change(api, seed, "", |pointer, _| pointer == "/paths", |it| rename(it, usize::MAX, |key| format!("/v9{key}")))
    };
    "an operation that brings nothing" => Breaking Major Method Changed, |api, seed| {
        change(api, seed, "", brings_json, |it| set(it, "responses", json!({ "204": { "description": "Nothing." } })))
    };
    "an operation described otherwise" => Documentation Patch Method Changed, |api, seed| {
        change(api, seed, "", brings_json, |it| set(it, "description", json!("Something else.")))
    };
    "a deprecated operation" => Additive Minor Method Changed, |api, seed| {
        change(api, seed, "", brings_json, |it| set(it, "deprecated", json!(true)))
    };
    "a schema called otherwise" => Breaking Major Type Renamed, |api, _| rename_schema(api);
    "another server" => Breaking Patch Module Changed, |api, _| {
        api["servers"][0]["url"] = "https://elsewhere.twilio.com".into();
        Some("/servers/0/url".to_owned())
    };
    "another title" => Documentation Patch Module Changed, |api, _| {
        api["info"]["title"] = "Something else".into();
        Some("/info/title".to_owned())
    };
}

mutations! { OF_UNIONS:
    "a type more in a union" => Additive Minor Variant Added, |api, seed| {
        change(api, seed, "/oneOf", is_union, |it| push(it, json!({ "type": "boolean" })))
    };
    "a type less in a union" => Breaking Major Variant Removed, |api, seed| {
        change(api, seed, "/oneOf", is_union, |it| it.as_array_mut().is_some_and(|it| it.pop().is_some()))
    };
    "a text called otherwise" => Breaking Patch Variant Renamed, |api, seed| {
        change(api, seed, "/discriminator/mapping", |_, _| true, |it| rename(it, 1, |key| format!("{key}-of-late")))
    };
    "a union told otherwise" => Breaking Major Type Changed, |api, seed| {
        change(api, seed, "/discriminator", |_, _| true, |it| set(it, "propertyName", json!("sort")))
    };
}

mutations! { OF_TUPLES:
    "a position of another type" => Breaking Major Type Changed, |api, seed| {
        change(api, seed, "/Position/prefixItems/1", |_, _| true, |it| set(it, "type", json!("boolean")))
    };
    "positions in another order" => Breaking Major Type Changed, |api, seed| {
        change(api, seed, "/Unsaid/prefixItems", |_, _| true, |it| it.as_array_mut().is_some_and(|it| { it.reverse(); true }))
    };
    "a position more" => Breaking Major Type Changed, |api, seed| {
        change(api, seed, "/Unsaid/prefixItems", |_, _| true, |it| push(it, json!({ "type": "integer" })))
    };
    "a position that may be null" => Breaking Major Type Changed, |api, seed| {
        change(api, seed, "/Unsaid/prefixItems/1", |_, _| true, |it| set(it, "type", json!(["boolean", "null"])))
    };
    "a tuple that is open" => Breaking Major Type Changed, |api, seed| {
        change(api, seed, "/Unsaid", |_, _| true, |it| set(it, "items", json!(true)))
    };
}

/// Changes one of the values whose pointers end like that and that are as wanted.
fn change(
    api: &mut Value,
    seed: &mut Seed,
    end: &str,
    wanted: fn(&str, &Value) -> bool,
    apply: fn(&mut Value) -> bool,
) -> Option<String> {
    let mut found = Vec::new();
    collect(api, String::new(), &mut |pointer, value| {
        if pointer.ends_with(end) && wanted(pointer, value) {
            found.push(pointer.to_owned());
        }
    });
    let pointer = seed.choose(found)?;
    apply(api.pointer_mut(&pointer)?).then_some(pointer)
}

fn collect(value: &Value, pointer: String, each: &mut dyn FnMut(&str, &Value)) {
    each(&pointer, value);
    let child = |token: &str| format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Object(it) => it.iter().for_each(|(key, value)| collect(value, child(key), each)),
        Value::Array(it) => {
            it.iter()
                .enumerate()
                .for_each(|(at, value)| collect(value, child(&at.to_string()), each));
        }
        _ => {}
    }
}

/// The properties of a component that is more than a list of values.
fn is_received(pointer: &str, value: &Value) -> bool {
    let depth = pointer.matches('/').count();
    let named = pointer.starts_with("/components/schemas/") && depth == 4;
    named && value.as_object().is_some_and(|it| it.len() > 3)
}

/// Text of a component that may be null, and is nothing else.
fn is_plain_property(pointer: &str, value: &Value) -> bool {
    let depth = pointer.matches('/').count();
    let named = pointer.starts_with("/components/schemas/")
        && depth == 5
        && pointer.contains("/properties/");
    let plain = ["pattern", "format", "enum", "x-twilio", "$ref", "deprecated"]
        .iter()
        .all(|key| value.get(key).is_none());
    named
        && plain
        && value["type"] == "string"
        && value["nullable"] == true
        && value["description"].is_string()
}

fn is_enum(pointer: &str, value: &Value) -> bool {
    let named = pointer.starts_with("/components/schemas/") && pointer.matches('/').count() == 3;
    named && value["enum"].as_array().is_some_and(|it| it.len() > 1)
}

/// The alternatives of a component, three or more.
fn is_union(pointer: &str, value: &Value) -> bool {
    let named = pointer.starts_with("/components/schemas/") && pointer.matches('/').count() == 4;
    named && value.as_array().is_some_and(|it| it.len() > 2)
}

/// The parameters of an operation that has one to set, and pages.
fn has_query(_: &str, value: &Value) -> bool {
    let parameters = value.as_array().map(Vec::as_slice).unwrap_or_default();
    parameters.iter().filter(|it| it["in"] == "query" && it["required"] != true).count() > 1
}

fn is_query(pointer: &str, value: &Value) -> bool {
    pointer.contains("/parameters/")
        && value["in"] == "query"
        && value["required"] != true
        && value["schema"]["type"] != "boolean"
}

fn is_path_of_several(pointer: &str, value: &Value) -> bool {
    let is_path = pointer.starts_with("/paths/") && pointer.matches('/').count() == 2;
    is_path && value.get("post").is_some() && value.get("get").is_some()
}

fn brings_json(pointer: &str, value: &Value) -> bool {
    let is_operation = pointer.starts_with("/paths/") && pointer.matches('/').count() == 3;
    is_operation
        && value["deprecated"] != true
        && pointer.ends_with("/get")
        && value["responses"]["200"]["content"].is_object()
}

fn set(value: &mut Value, key: &str, to: Value) -> bool {
    value.as_object_mut().map(|it| it.insert(key.to_owned(), to)).is_some()
}

fn push(value: &mut Value, item: Value) -> bool {
    value.as_array_mut().map(|it| it.push(item)).is_some()
}

fn remove_first(value: &mut Value) -> bool {
    let Some(object) = value.as_object_mut() else { return false };
    let first = object.keys().next().cloned();
    first.and_then(|first| object.remove(&first)).is_some()
}

/// Calls the first keys of an object otherwise.
fn rename(value: &mut Value, count: usize, name: fn(&str) -> String) -> bool {
    let Some(object) = value.as_object_mut() else { return false };
    let renamed = std::mem::take(object).into_iter().enumerate();
    *object = renamed
        .map(|(at, (key, it))| (if at < count { name(&key) } else { key }, it))
        .collect::<Map<_, _>>();
    true
}

/// Says of the property at a pointer that it must be there.
fn require(api: &mut Value, pointer: &str) -> Option<String> {
    let (properties, name) = pointer.rsplit_once('/')?;
    let (schema, _) = properties.rsplit_once('/')?;
    set(api.pointer_mut(schema)?, "required", json!([name])).then(|| pointer.to_owned())
}

/// Calls the first component with properties otherwise, and all references to it.
fn rename_schema(api: &mut Value) -> Option<String> {
    let schemas = api["components"]["schemas"].as_object()?;
    let name = schemas.iter().find(|(_, it)| it["properties"].is_object())?.0.clone();
    let text = api.to_string();
    let renamed = text
        .replace(&format!("schemas/{name}\""), &format!("schemas/{name}_text\""))
        .replace(&format!("\"{name}\":"), &format!("\"{name}_text\":"));
    *api = serde_json::from_str(&renamed).ok()?;
    Some(format!("/components/schemas/{name}_text"))
}
