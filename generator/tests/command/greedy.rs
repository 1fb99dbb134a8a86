//! Small documents that ask for large samples: what is made of them stays small.

use super::place::{BOOKS, Place};

/// Schemas of a request body, each of which once took all memory or all time.
const GREEDY: &[(&str, &str)] = &[
    ("a list", r#"{"type":"array","minItems":4000000000,"items":{"type":"string"}}"#),
    ("a text", r#"{"type":"array","items":{"type":"string","minLength":4000000000}}"#),
    (
        "lists of lists",
        r##"{"type":"array","minItems":900,"items":{"type":"array","minItems":900,
        "items":{"type":"array","minItems":900,"items":{"type":"string"}}}}"##,
    ),
    ("a pattern", r#"{"type":"array","items":{"type":"string","pattern":"((a{900}){900}){900}"}}"#),
    ("a tree", r##"{"$ref":"#/components/schemas/Tree"}"##),
];

const TREE: &str = r##"{"schemas":{"Tree":{"type":"object","properties":{
    "a":{"$ref":"#/components/schemas/Many"},"b":{"$ref":"#/components/schemas/Many"},
    "c":{"$ref":"#/components/schemas/Many"},"d":{"$ref":"#/components/schemas/Many"},
    "e":{"$ref":"#/components/schemas/Many"},"f":{"$ref":"#/components/schemas/Many"}}},
    "Many":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}}}"##;

#[test]
fn a_small_document_cannot_ask_for_a_large_crate() {
    for (name, schema) in GREEDY {
        let place = Place::new();
        let content = format!(r#"{{"content":{{"application/json":{{"schema":{schema}}}}}}}"#);
        let operation = format!(r#""post": {{ "requestBody": {content}, "responses""#);
        let document = BOOKS.replacen(r#""get": { "responses""#, &operation, 1);
        let document = document.replacen('{', &format!(r#"{{"components":{TREE},"#), 1);
        place.write("books.json", &document);
        place.done(&["generate", "books.json", "--out", "client", "--tests"]);
        let bytes: usize = place.files().values().map(|(bytes, _)| bytes.len()).sum();
        assert!(bytes < 2_000_000, "{name}: {bytes} bytes");
    }
}
