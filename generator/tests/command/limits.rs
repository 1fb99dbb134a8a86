//! What a document may ask for: flags and `bindery.toml` move every limit, and a refusal names both.

use super::place::Place;

/// A document that comes near no limit, and is beyond each of those below.
const FAMILY: &str = r##"
openapi: 3.0.3
info: {title: Family, version: '1'}
paths: {}
components:
  schemas:
    Alias: {$ref: '#/components/schemas/Other'}
    Other: {$ref: '#/components/schemas/Child'}
    Child:
      allOf:
        - $ref: '#/components/schemas/Parent'
        - properties: {age: {type: integer}}
    Parent: {properties: {name: {type: string}}}
"##;

/// Each limit, a value that the document exceeds, and the code of the refusal.
const LIMITS: &[(&str, usize, &str)] = &[
    ("bytes", 100, "E0102"),
    ("depth", 5, "E0106"),
    ("values", 20, "E0110"),
    ("references", 1, "E0307"),
    ("copies", 3, "E0308"),
];

fn family() -> Place {
    let place = Place::new();
    place.write("family.yaml", FAMILY);
    let document = "[[crate.document]]\npath = \"family.yaml\"\n";
    let family = format!("[[crate]]\nname = \"family\"\nout = \"client\"\n{document}");
    place.write("bindery.toml", &family);
    place
}

#[test]
fn a_flag_lowers_a_limit_and_the_refusal_says_which() {
    let place = family();
    for (name, most, code) in LIMITS {
        let (flag, most) = (format!("--max-{name}"), most.to_string());
        for verb in [&["generate"][..], &["check"], &["inspect", "family.yaml"]] {
            let run = place.run(&[verb, &[&flag, &most]].concat());
            assert_eq!(run.code, Some(2), "{name}: {}", run.err);
            for part in [code, most.as_str(), flag.as_str(), "[limits]"] {
                assert!(run.err.contains(part), "{part}: {}", run.err);
            }
        }
    }
    assert!(place.files().is_empty());
}

#[test]
fn bindery_toml_lowers_a_limit_and_a_flag_overrules_it() {
    for (name, most, code) in LIMITS {
        let place = family();
        let limits = format!("{}\n[limits]\n{name} = {most}\n", place.read("bindery.toml"));
        place.write("bindery.toml", &limits);
        let run = place.run(&["generate"]);
        assert!(run.code == Some(2) && run.err.contains(code), "{name}: {}", run.err);
        place.done(&["generate", &format!("--max-{name}"), "100000"]);
    }
}

#[test]
fn a_limit_that_is_unknown_is_refused() {
    let place = family();
    place.write("bindery.toml", &format!("{}\n[limits]\nnodes = 1\n", place.read("bindery.toml")));
    let run = place.run(&["generate"]);
    assert!(run.code == Some(2) && run.err.contains("nodes"), "{}", run.err);
}

#[test]
fn a_document_that_must_be_deeper_is_read_when_its_user_says_so() {
    let place = Place::new();
    let deep = format!("{}{}", "{\"a\":".repeat(90), "1") + &"}".repeat(90);
    let document = super::place::BOOKS.replacen('{', &format!("{{\"x-deep\":{deep},"), 1);
    place.write("books.json", &document);
    let run = place.run(&["inspect", "books.json"]);
    assert!(run.code == Some(2) && run.err.contains("E0106"), "{}", run.err);
    place.done(&["inspect", "books.json", "--max-depth", "100"]);
}
