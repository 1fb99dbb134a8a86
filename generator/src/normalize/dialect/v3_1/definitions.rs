//! `$defs` of a schema become components, for 3.0 has no other place that a reference may lead to.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::diagnostics::escape_token;
use crate::normalize::dialect::Translation;
use crate::normalize::dialect::places::each_schema;
use crate::normalize::reference::{Target, target};

/// A definition that was found: where it stood, and what it says.
struct Definition {
    place: String,
    name: String,
    schema: Value,
}

/// A definition may hold others, which are found once it is a component.
pub(super) fn hoist(translation: &mut Translation<'_>) {
    let mut names = BTreeMap::new();
    loop {
        let found = take(translation.root.to_mut());
        let Some(schemas) = components(translation.root.to_mut()).filter(|_| !found.is_empty())
        else {
            break;
        };
        for Definition { place, name, schema } in found {
            let place = translation.origins.of(&place);
            let name = free_name(schemas, &place, name);
            let component = format!("/components/schemas/{}", escape_token(&name));
            translation.origins.moved(&component, &place);
            translation.moves.insert(place.clone(), component);
            schemas.insert(name.clone(), schema);
            names.insert(place, name);
        }
    }
    if !names.is_empty() {
        each_schema(translation.root.to_mut(), &mut |schema, _| point(schema, &names));
    }
}

/// Takes the definitions out of all schemas.
fn take(root: &mut Value) -> Vec<Definition> {
    let mut found = Vec::new();
    each_schema(root, &mut |schema, at| {
        let definitions = schema.as_object_mut().and_then(|fields| fields.shift_remove("$defs"));
        let Some(Value::Object(definitions)) = definitions else { return };
        for (name, schema) in definitions {
            let place = format!("{at}/$defs/{}", escape_token(&name));
            found.push(Definition { place, name, schema });
        }
    });
    found
}

/// The schemas of the Components Object; nothing if the document has something else there.
fn components(root: &mut Value) -> Option<&mut Map<String, Value>> {
    let root = root.as_object_mut()?;
    let components = root.entry("components").or_insert_with(|| json!({})).as_object_mut()?;
    components.entry("schemas").or_insert_with(|| json!({})).as_object_mut()
}

/// The definition's own name, else one that its place adds to.
fn free_name(schemas: &Map<String, Value>, place: &str, name: String) -> String {
    if !schemas.contains_key(&name) {
        return name;
    }
    let owner = place.rsplit("/$defs/").nth(1).and_then(|owner| owner.rsplit('/').next());
    let mut candidate = format!("{}.{name}", owner.unwrap_or("defs"));
    while schemas.contains_key(&candidate) {
        candidate.push('_');
    }
    candidate
}

/// `#/$defs/A` is taken for the only definition of that name, as generators of schemas write it.
fn point(schema: &mut Value, names: &BTreeMap<String, String>) {
    let Some(Value::String(text)) = schema.get_mut("$ref") else { return };
    let Target::Local(tokens) = target(text) else { return };
    let place: String = tokens.iter().map(|token| format!("/{}", escape_token(token))).collect();
    let ends_so = |(key, _): &(&String, &String)| {
        place.starts_with("/$defs/") && key.ends_with(place.as_str())
    };
    let mut alike = names.iter().filter(ends_so);
    if let (Some((_, name)), None) = (alike.next(), alike.next()) {
        *text = format!("#/components/schemas/{}", escape_token(name));
    }
}
