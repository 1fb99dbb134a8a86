//! Files and bytes in, a [`Document`] out: JSON and YAML, with the place of every value on demand.

mod document;
mod fault;
mod json;
mod lines;
mod positions;
mod text;
mod values;
mod yaml;

pub use document::{Document, Format};

use std::path::Path;

use crate::diagnostics::Diagnostics;

/// The largest file that is read, in bytes: 64 MiB.
pub const MAX_BYTES: usize = 64 << 20;

/// The deepest nesting of objects and arrays that is read.
pub const MAX_DEPTH: usize = 64;

/// Reads a document from a file. `label` is the file's name as diagnostics show it.
///
/// # Errors
///
/// When the file cannot be read, and as [`parse`] does.
pub fn load(path: &Path, label: &str) -> Result<Document, Diagnostics> {
    let bytes = text::read(path).map_err(|fault| fault.named(label))?;
    parse(label, bytes)
}

/// Reads a document from bytes.
///
/// The end of `label` decides between JSON (`.json`) and YAML (`.yaml`, `.yml`); with any other name,
/// text that opens with `{` or `[` is JSON.
///
/// # Errors
///
/// When there are more than [`MAX_BYTES`] bytes, when they are no UTF-8 text, break the syntax, are nested
/// deeper than [`MAX_DEPTH`], or hold no object; and for every key that an object has twice.
pub fn parse(label: &str, bytes: Vec<u8>) -> Result<Document, Diagnostics> {
    let text = text::decode(bytes).map_err(|fault| fault.named(label))?;
    let format = Format::guess(label, &text);
    let parsed = match format {
        Format::Json => json::parse(&text),
        Format::Yaml => yaml::parse(&text),
    };
    let parsed = parsed.map_err(|fault| fault.named(label))?;
    let document = Document::new(label, text, format, parsed.value);
    refuse_duplicates(&document, parsed.has_duplicates)?;
    refuse_other_kinds(&document)?;
    Ok(document)
}

/// Reports every repeated key. Their places cost a second reading, so only documents that have some pay it.
fn refuse_duplicates(document: &Document, has_duplicates: bool) -> Result<(), Diagnostics> {
    if has_duplicates {
        Err(document.duplicate_keys())
    } else {
        Ok(())
    }
}

fn refuse_other_kinds(document: &Document) -> Result<(), Diagnostics> {
    if document.root.is_object() {
        return Ok(());
    }
    Err(document
        .diagnose(fault::not_an_object(&document.root))
        .into())
}

#[cfg(test)]
mod tests {
    use super::{Document, parse};
    use crate::diagnostics::Diagnostics;

    fn document(label: &str, text: &str) -> Document {
        parse(label, text.into()).unwrap_or_else(|problems| panic!("{problems}"))
    }

    fn refusal(label: &str, text: &str) -> Diagnostics {
        parse(label, text.into()).expect_err("the text is faulty")
    }

    fn at(document: &Document, pointer: &str) -> (usize, usize) {
        let place = document.place(pointer);
        (place.line, place.column)
    }

    #[test]
    fn places_in_json_are_those_of_values() {
        let document = document(
            "a.json",
            "{\n  \"é\": 1,\n  \"a/b\": [true, {\"c\": null}]\n}",
        );
        assert_eq!(at(&document, ""), (1, 1));
        assert_eq!(at(&document, "/é"), (2, 8));
        assert_eq!(at(&document, "/a~1b/1/c"), (3, 23));
    }

    #[test]
    fn places_in_yaml_are_those_of_values() {
        let document = document(
            "a.yaml",
            "é: 1\nlist:\n  - x: 1\n    y: {z: \"é\", w: 2}\n  - &a last\nagain: *a\n",
        );
        assert_eq!(at(&document, "/é"), (1, 4));
        assert_eq!(at(&document, "/list/0"), (3, 5));
        assert_eq!(at(&document, "/list/0/y/w"), (4, 20));
        assert_eq!(at(&document, "/again"), (6, 8));
    }

    #[test]
    fn what_is_absent_has_the_place_of_its_nearest_ancestor() {
        let document = document("a.json", "{\"a\":\n {\"b\": [0]}}");
        assert_eq!(at(&document, "/a/c/d"), (2, 2));
        assert_eq!(at(&document, "/a/b/7"), (2, 8));
        assert_eq!(document.place("/a/c/d").pointer, "/a/c/d");
    }

    #[test]
    fn both_notations_give_the_same_values() {
        let text = r#"{"a": [1, -2, 2.5, "x", null, true], "b": {"200": {}}}"#;
        assert_eq!(document("a.json", text).root, document("a.yaml", text).root);
    }

    #[test]
    fn yaml_is_read_as_version_1_2() {
        let document = document(
            "a.yaml",
            "no: on\n200: yes\nd: 2020-01-01\nt: 12:30\nn: 1_000\n",
        );
        assert_eq!(
            document.root.to_string(),
            r#"{"no":"on","200":"yes","d":"2020-01-01","t":"12:30","n":"1_000"}"#
        );
    }

    #[test]
    fn every_repeated_key_is_placed() {
        let found = refusal(
            "a.json",
            "{\"a\": 1, \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3, \"a\": 4}",
        );
        let places: Vec<_> = found
            .iter()
            .filter_map(|found| found.place.as_ref())
            .collect();
        let shown: Vec<_> = places
            .iter()
            .map(|place| format!("{place} {}", place.pointer))
            .collect();
        assert_eq!(
            shown,
            ["a.json:1:24 /b/c", "a.json:2:2 /a", "a.json:2:10 /a"]
        );
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
        for (text, kind) in [
            ("[]", "an array"),
            ("# nothing\n", "nothing"),
            ("text\n", "a single value"),
        ] {
            let found = refusal("a", text).to_string();
            assert!(found.contains(&format!("found {kind}")), "{found}");
        }
    }
}
