//! Which schemas the operations of a document use, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::reference::{Reference, Target, target};
use crate::diagnostics::escape_token;

const COMPONENTS: &str = "/components/";

/// The pointers of all components that are used. `kept` are references of parts that have been
/// taken out of the document. A document without operations uses all that it has: nothing here then.
pub(super) fn used(
    root: &Value,
    references: &[Reference<'_>],
    kept: &[String],
) -> Option<BTreeSet<String>> {
    let mut inside: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut pending: Vec<String> = kept.iter().filter_map(|text| component(text)).collect();
    let has_paths = root.get("paths").and_then(Value::as_object).is_some_and(|it| !it.is_empty());
    if !has_paths && pending.is_empty() {
        return None;
    }
    for reference in references {
        let Some(to) = component(&reference.text) else { continue };
        match holder(&reference.at) {
            Some(from) => {
                if extends(root, reference, &to) {
                    inside.entry(to.clone()).or_default().push(from.clone());
                }
                inside.entry(from).or_default().push(to);
            }
            None => pending.push(to),
        }
    }
    let mut used = BTreeSet::new();
    while let Some(pointer) = pending.pop() {
        if !used.contains(&pointer) {
            pending.extend(inside.get(&pointer).into_iter().flatten().cloned());
            used.insert(pointer);
        }
    }
    Some(used)
}

/// A schema that is told by its discriminator may be any that extends it (OpenAPI 3.0.3, "Composition
/// and Inheritance").
fn extends(root: &Value, reference: &Reference<'_>, to: &str) -> bool {
    let place = reference.holder();
    let is_member = place.rsplit('/').nth(1) == Some("allOf");
    is_member && root.pointer(to).is_some_and(|schema| schema.get("discriminator").is_some())
}

/// The component that a reference leads to, or into.
fn component(text: &str) -> Option<String> {
    let Target::Local(tokens) = target(text) else { return None };
    let [first, kind, name, ..] = tokens.as_slice() else { return None };
    (first == "components")
        .then(|| format!("{COMPONENTS}{}/{}", escape_token(kind), escape_token(name)))
}

/// The component that a place is in.
fn holder(at: &str) -> Option<String> {
    let inside = at.strip_prefix(COMPONENTS)?;
    let (kind, rest) = inside.split_once('/')?;
    let name = rest.split('/').next()?;
    Some(format!("{COMPONENTS}{kind}/{name}"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::load;
    use crate::normalize::normalize;

    fn used(root: &Value) -> Option<Vec<String>> {
        let document = load::parse("a.json", root.to_string().into(), &load::Limits::DEFAULT)
            .expect("a document");
        let used = normalize(&document).expect("a sound document").used?;
        Some(used.into_iter().map(|it| it.rsplit('/').next().unwrap_or("").to_owned()).collect())
    }

    fn document(paths: &Value) -> Value {
        let refer = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        json!({
            "openapi": "3.0.3",
            "info": { "title": "t", "version": "1" },
            "paths": paths,
            "components": { "schemas": {
                "Pet": { "properties": { "owner": refer("Owner") }, "discriminator": { "propertyName": "kind" } },
                "Owner": { "properties": { "pets": { "type": "array", "items": refer("Pet") } } },
                "Cat": { "allOf": [refer("Pet")] },
                "Tin": { "properties": { "cat": refer("Cat") } }
            } }
        })
    }

    #[test]
    fn what_an_operation_reaches_is_used_and_what_extends_it() {
        let schema = json!({ "$ref": "#/components/schemas/Owner" });
        let content = json!({ "application/json": { "schema": schema } });
        let answer = json!({ "200": { "description": "", "content": content } });
        let paths = json!({ "/a": { "get": { "responses": answer } } });
        let names = ["Cat", "Owner", "Pet"].map(str::to_owned);
        assert_eq!(used(&document(&paths)), Some(names.to_vec()));
    }

    #[test]
    fn a_document_without_operations_uses_all() {
        assert_eq!(used(&document(&json!({}))), None);
    }
}
