//! What a whole document is told about itself.

use serde_json::{Value, json};

use super::{Normalized, normalize};
use crate::diagnostics::Diagnostics;
use crate::load;

/// A document with one path `/pets/{id}` and one schema `Pet`, which keeps every rule.
fn sound() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Pets", "version": "1" },
        "paths": {
            "/pets/{id}": {
                "get": {
                    "operationId": "getPet",
                    "parameters": [{ "name": "id", "in": "path", "required": true, "schema": {} }],
                    "responses": { "200": { "description": "A pet." } }
                }
            }
        },
        "components": { "schemas": { "Pet": { "type": "object" } } }
    })
}

/// The sound document with one value put at a place.
fn with(pointer: &str, value: Value) -> Value {
    let mut root = sound();
    let (owner, key) = pointer.rsplit_once('/').expect("a pointer");
    root.pointer_mut(owner).expect("an object")[key.replace("~1", "/")] = value;
    root
}

fn check(root: &Value) -> Result<Normalized, Diagnostics> {
    normalize(
        &load::parse("a.json", root.to_string().into(), &load::Limits::DEFAULT)
            .expect("a document"),
    )
}

/// Code and pointer of everything that is found.
fn found(root: &Value) -> Vec<String> {
    let found = match check(root) {
        Ok(normalized) => normalized.warnings,
        Err(problems) => problems,
    };
    let show = |place: Option<_>| {
        place.and_then(|place: crate::diagnostics::Place| place.pointer).unwrap_or_default()
    };
    found.into_iter().map(|one| format!("{} {}", one.code, show(one.place))).collect()
}

#[test]
fn a_sound_document_has_no_problems() {
    assert!(found(&sound()).is_empty());
}

#[test]
fn each_fault_is_found_at_its_place() {
    let operation = "/paths/~1pets~1{id}/get";
    let optional = json!([{ "name": "id", "in": "path", "schema": {} }]);
    let both = json!([{
        "name": "id", "in": "path", "required": true, "schema": {}, "content": { "a/b": {} }
    }]);
    let styled =
        json!([{ "name": "id", "in": "path", "required": true, "style": "form", "schema": {} }]);
    let cases = [
        (with("/info", json!({ "title": "t" })), "W0217 /info"),
        (with("/info/description", json!({})), "W0218 /info/description"),
        (with("/info", json!({ "title": 7, "version": "1" })), "W0221 /info/title"),
        (with("/info", json!({ "title": [], "version": "1" })), "E0204 /info/title"),
        (with("/tags", json!(["a"])), "E0204 /tags/0"),
        (with("/tags", json!(null)), "W0213 /tags"),
        (with("/paths/pets", json!({})), "E0207 /paths/pets"),
        (with("/paths/~1{pets", json!({})), "E0207 /paths/~1{pets"),
        (with("/paths/~1pets~1{id}/fetch", json!({})), "W0211 /paths/~1pets~1{id}/fetch"),
        (
            with(&format!("{operation}/responses"), json!({ "2xx": {} })),
            "E0206 /paths/~1pets~1{id}/get/responses/2xx",
        ),
        (
            with(&format!("{operation}/parameters"), optional),
            "E0209 /paths/~1pets~1{id}/get/parameters/0",
        ),
        (
            with(&format!("{operation}/parameters"), both),
            "E0208 /paths/~1pets~1{id}/get/parameters/0",
        ),
        (
            with(&format!("{operation}/parameters"), styled),
            "E0205 /paths/~1pets~1{id}/get/parameters/0/style",
        ),
        (with(&format!("{operation}/parameters"), json!([])), "W0401 /paths/~1pets~1{id}/get"),
        (with("/paths/~1cats", json!({ "get": {} })), "W0216 /paths/~1cats/get"),
        (
            with("/components/schemas/A", json!({ "type": ["string", "null"] })),
            "W0214 /components/schemas/A",
        ),
        (
            with("/components/schemas/A", json!({ "required": true })),
            "W0215 /components/schemas/A/required",
        ),
        (with("/components/headers", json!({ "A": {} })), "W0219 /components/headers/A"),
        (
            with("/components/parameters", json!({ "A": { "type": "object" } })),
            "W0220 /components/parameters/A",
        ),
        (with("/paths/~1pets~1{name}", json!({})), "W0404 /paths/~1pets~1{name}"),
        (
            with("/components/schemas/A", json!({ "type": "strng" })),
            "E0205 /components/schemas/A/type",
        ),
        (with("/components/schemas/A", json!({ "type": "array" })), "W0212 /components/schemas/A"),
        (
            with("/components/schemas/A", json!({ "minLength": -1 })),
            "E0204 /components/schemas/A/minLength",
        ),
        (
            with("/components/schemas/A", json!({ "type": "string", "maxLength": "5" })),
            "W0221 /components/schemas/A/maxLength",
        ),
        (
            with("/components/schemas/A", json!({ "type": "string", "enum": ["a", true] })),
            "W0221 /components/schemas/A/enum/1",
        ),
        (
            with("/components/schemas/A", json!({ "type": "integer", "enum": ["1", "a"] })),
            "W0221 /components/schemas/A/enum/0",
        ),
        (with("/components/links", json!({ "a": {} })), "E0203 /components/links/a"),
        (
            with("/components/securitySchemes", json!({ "a": { "type": "http" } })),
            "E0203 /components/securitySchemes/a",
        ),
    ];
    for (root, expected) in cases {
        assert_eq!(found(&root), [expected]);
    }
}

#[test]
fn each_faulty_reference_is_found_at_its_place() {
    let refer = |target: &str| with("/components/schemas/A", json!({ "$ref": target }));
    let cases = [
        (refer("#/components/schemas/Pat"), "E0301 /components/schemas/A/$ref"),
        (refer("#/info"), "E0302 /components/schemas/A/$ref"),
        (refer("other.yaml#/A"), "E0303 /components/schemas/A/$ref"),
        (refer("#/components/schemas/A"), "E0304 /components/schemas/A/$ref"),
        (
            with("/components/responses", json!({ "A": { "$ref": "#/components/schemas/Pet" } })),
            "W0306 /components/responses/A/$ref",
        ),
    ];
    for (root, expected) in cases {
        assert_eq!(found(&root), [expected]);
    }
}

#[test]
fn a_circle_of_references_is_found_once() {
    let mut root = sound();
    for (name, target) in [("A", "B"), ("B", "C"), ("C", "B"), ("D", "A")] {
        root["components"]["schemas"][name] =
            json!({ "$ref": format!("#/components/schemas/{target}") });
    }
    assert_eq!(found(&root), ["E0304 /components/schemas/B/$ref"]);
}

#[test]
fn a_dangling_reference_names_a_near_match() {
    let problems =
        check(&with("/components/schemas/A", json!({ "$ref": "#/definitions/pets" }))).unwrap_err();
    assert!(
        problems.to_string().contains("did you mean `#/components/schemas/Pet`?"),
        "{problems}"
    );
}

#[test]
fn a_property_named_like_a_reference_is_a_property() {
    let schema = json!({ "properties": { "$ref": { "type": "string" } } });
    assert!(found(&with("/components/schemas/A", schema)).is_empty());
}

#[test]
fn opaque_values_are_never_looked_into() {
    let lookalike = json!({ "$ref": "nowhere", "type": "nothing" });
    let schema = json!({
        "example": lookalike, "default": lookalike, "enum": [lookalike], "x-a": lookalike
    });
    assert!(found(&with("/components/schemas/A", schema)).is_empty());
}

#[test]
fn keys_beside_a_reference_survive() {
    let schema = json!({ "$ref": "#/components/schemas/Pet", "nullable": true });
    let normalized = check(&with("/components/schemas/A", schema)).expect("a sound document");
    let read = serde_json::to_value(normalized.openapi).expect("JSON");
    let expected = json!({ "allOf": [{ "$ref": "#/components/schemas/Pet" }], "nullable": true });
    assert_eq!(read.pointer("/components/schemas/A"), Some(&expected));
}

#[test]
fn callbacks_keep_their_names_only() {
    let callbacks = json!({ "a": { "$ref": "#/components/callbacks/b" }, "c": { "x-d": 1 } });
    let mut root = with("/paths/~1pets~1{id}/get/callbacks", callbacks);
    root["components"]["callbacks"] = json!({ "b": { "{$url}": { "x-e": 2 } } });
    let read = serde_json::to_value(check(&root).expect("a sound document").openapi).expect("JSON");
    assert_eq!(
        read.pointer("/paths/~1pets~1{id}/get/callbacks"),
        Some(&json!({ "a": {}, "c": {} }))
    );
}

#[test]
fn operations_with_one_id_are_both_named() {
    let copy = json!({ "operationId": "getPet", "responses": {} });
    let problems =
        check(&with("/paths/~1cats", json!({ "get": copy }))).expect("warnings").warnings;
    assert!(problems.to_string().contains("`GET /pets/{id}` and `GET /cats`"), "{problems}");
}

#[test]
fn a_parameter_of_the_path_item_counts_for_each_operation() {
    let mut root = sound();
    let parameters = root["paths"]["/pets/{id}"]["get"]["parameters"].take();
    root["components"]["parameters"] = json!({ "id": parameters[0] });
    root["paths"]["/pets/{id}"]["get"]["parameters"] = json!([]);
    root["paths"]["/pets/{id}"]["parameters"] = json!([{ "$ref": "#/components/parameters/id" }]);
    assert!(found(&root).is_empty());
}

#[test]
fn the_deepest_schema_that_loads_can_be_read() {
    let depth = load::Limits::DEFAULT.depth - 4;
    let schema = format!("{}{{}}{}", r#"{"items":"#.repeat(depth), "}".repeat(depth));
    let root = with("/components/schemas/A", serde_json::from_str(&schema).expect("JSON"));
    assert!(check(&root).is_ok());
}

#[test]
fn an_alternative_spelling_is_forgiven_beside_other_faults() {
    let mut root = with("/components/schemas/A", json!({ "type": ["string", "null"] }));
    root["components"]["schemas"]["B"] = json!({ "type": "strng" });
    assert_eq!(found(&root), ["W0214 /components/schemas/A", "E0205 /components/schemas/B/type"]);
}

#[test]
fn a_fault_of_swagger_has_its_place_in_the_authors_text() {
    let root = json!({
        "swagger": "2.0",
        "info": { "title": "Pets", "version": "1" },
        "paths": { "/pets": { "post": {
            "parameters": [
                { "name": "page", "in": "query", "type": "integer" },
                { "name": "pet", "in": "body", "schema": { "$ref": "#/definitions/Pat" } }
            ],
            "responses": { "200": { "description": "d", "schema": { "type": "pet" } } }
        } } },
        "definitions": { "Pet": { "type": "object", "properties": { "a": { "type": 1 } } } }
    });
    assert_eq!(
        found(&root),
        [
            "E0301 /paths/~1pets/post/parameters/1/schema/$ref",
            "E0205 /paths/~1pets/post/responses/200/schema/type",
            "E0204 /definitions/Pet/properties/a/type",
        ]
    );
}
