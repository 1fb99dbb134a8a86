//! What a text becomes, and where its values stand.

use super::{Document, Limits, parse};
use crate::diagnostics::Diagnostics;

fn document(label: &str, text: &str) -> Document {
    parse(label, text.into(), &Limits::DEFAULT).unwrap_or_else(|problems| panic!("{problems}"))
}

fn refusal(label: &str, text: &str) -> Diagnostics {
    parse(label, text.into(), &Limits::DEFAULT).expect_err("the text is faulty")
}

fn at(document: &Document, pointer: &str) -> (usize, usize) {
    let place = document.place(pointer);
    (place.line, place.column)
}

#[test]
fn places_in_json_are_those_of_words_and_else_of_keys() {
    let document = document("a.json", "{\n  \"é\": 1,\n  \"a/b\": [true, {\"c\": null}]\n}");
    assert_eq!(at(&document, ""), (1, 1));
    assert_eq!(at(&document, "/é"), (2, 8));
    assert_eq!(at(&document, "/a~1b/1/c"), (3, 23));
    assert_eq!(at(&document, "/a~1b/1"), (3, 17));
    assert_eq!(at(&document, "/a~1b"), (3, 3));
}

#[test]
fn places_in_yaml_are_those_of_words_and_else_of_keys() {
    let document = document(
        "a.yaml",
        "é: 1\nlist:\n  - x: 1\n    y: {z: \"é\", w: 2}\n  - &a last\nagain: *a\nnone:\n",
    );
    assert_eq!(at(&document, "/é"), (1, 4));
    assert_eq!(at(&document, "/list/0"), (3, 5));
    assert_eq!(at(&document, "/list/0/y/w"), (4, 20));
    assert_eq!(at(&document, "/again"), (6, 8));
    assert_eq!(at(&document, "/none"), (7, 1));
    assert_eq!(at(&document, "/list/0/y"), (4, 5));
    assert_eq!(at(&document, "/list"), (2, 1));
}

#[test]
fn what_is_absent_has_the_place_of_its_nearest_ancestor() {
    let document = document("a.json", "{\"a\":\n {\"b\": [0]}}");
    assert_eq!(at(&document, "/a/c/d"), (1, 2));
    assert_eq!(at(&document, "/a/b/7"), (2, 3));
    assert_eq!(document.place("/a/c/d").pointer.as_deref(), Some("/a/c/d"));
}

#[test]
fn both_notations_give_the_same_values() {
    let text = r#"{"a": [1, -2, 2.5, "x", null, true], "b": {"200": {}}}"#;
    assert_eq!(document("a.json", text).root, document("a.yaml", text).root);
}

#[test]
fn yaml_is_read_as_version_1_2() {
    let document = document("a.yaml", "no: on\n200: yes\nd: 2020-01-01\nt: 12:30\nn: 1_000\n");
    assert_eq!(
        document.root.to_string(),
        r#"{"no":"on","200":"yes","d":"2020-01-01","t":"12:30","n":"1_000"}"#
    );
}

#[test]
fn every_repeated_key_is_placed() {
    let found = refusal("a.json", "{\"a\": 1, \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3, \"a\": 4}");
    let places: Vec<_> = found.iter().filter_map(|found| found.place.as_ref()).collect();
    let shown: Vec<_> = places
        .iter()
        .map(|place| format!("{place} {}", place.pointer.as_deref().unwrap_or("none")))
        .collect();
    assert_eq!(shown, ["a.json:1:24 /b/c", "a.json:2:2 /a", "a.json:2:10 /a"]);
}

#[test]
fn a_number_and_a_text_are_the_same_key() {
    let found = refusal("a.yaml", "200: a\n'200': b\n");
    assert!(found.to_string().contains("a.yaml:2:1 (#/200)"), "{found}");
}

#[test]
fn deep_nesting_is_refused_in_both_notations() {
    let text = format!("{{\"a\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    for label in ["a.json", "a.yaml"] {
        let found = refusal(label, &text).to_string();
        assert!(found.starts_with("error[E0106]"), "{found}");
    }
}

#[test]
fn syntax_errors_have_a_line_and_a_column() {
    let found = refusal("a.json", "{\n  \"é\": x\n}").to_string();
    assert!(found.contains("a.json:2:8"), "{found}");
    let found = refusal("a.yaml", "a: b: c\n").to_string();
    assert!(found.contains("a.yaml:1:5"), "{found}");
}

#[test]
fn only_an_object_is_a_document() {
    for (text, kind) in
        [("[]", "an array"), ("# nothing\n", "nothing"), ("text\n", "a single value")]
    {
        let found = refusal("a", text).to_string();
        assert!(found.contains(&format!("found {kind}")), "{found}");
    }
}
