//! Crates that have their client and their runtime from another one.

use super::place::{BOOKS, Place};

const SPLIT: &[&str] =
    &["books.json", "pens.json", "--out", "clients", "--name", "shop", "--split"];

/// A verb with a crate for each of two documents.
pub fn with(verb: &'static str) -> Vec<&'static str> {
    [&[verb], SPLIT].concat()
}

#[test]
fn split_makes_a_crate_for_each_document_and_one_for_what_they_share() {
    let place = Place::new();
    place.write("pens.json", &BOOKS.replace("books", "pens"));
    place.done(&with("generate"));
    for name in ["books", "pens"] {
        let manifest = place.read(&format!("clients/{name}/Cargo.toml"));
        let runtime = "shop-runtime = { version = \"0.1.0\", path = \"../shop-runtime\" }\n";
        assert!(manifest.contains(runtime) && !manifest.contains("reqwest"), "{manifest}");
        assert!(!place.path(&format!("clients/{name}/src/runtime/call.rs")).exists());
    }
    let runtime = place.read("clients/shop-runtime/src/lib.rs");
    assert!(!runtime.contains("mod books") && !runtime.contains("mod fake"), "{runtime}");
    assert!(place.path("clients/shop-runtime/src/runtime/call.rs").exists());
    place.done(&with("check"));
}

#[test]
fn what_is_stale_of_a_split_is_repaired_by_the_same_command() {
    let place = Place::new();
    place.write("pens.json", &BOOKS.replace("books", "pens"));
    place.done(&with("generate"));
    place.write("clients/shop-runtime/src/client.rs", "");
    let run = place.run(&with("check"));
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("clients/shop-runtime/src/client.rs is stale"), "{}", run.out);
    assert!(run.out.contains("--name shop --split`"), "{}", run.out);
}

#[test]
fn two_documents_of_one_name_are_refused_before_anything_is_written() {
    let place = Place::new();
    place.write("more/books.json", BOOKS);
    let run =
        place.run(&["generate", "books.json", "more/books.json", "--out", "clients", "--split"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("the crates `books` and `books` share a folder"), "{}", run.err);
    assert!(!place.path("clients").exists());
}

const CONFIGURATION: &str = r#"
[[crate]]
name = "books"
out = "clients/books"
runtime = "shop-base"
[[crate.document]]
path = "books.json"

[[crate]]
name = "shop-base"
version = "1.2.0"
out = "base"
"#;

#[test]
fn a_configuration_names_the_crate_that_has_the_runtime() {
    let place = Place::new();
    place.write("bindery.toml", CONFIGURATION);
    place.done(&["generate"]);
    let manifest = place.read("clients/books/Cargo.toml");
    let runtime = "shop-base = { version = \"1.2.0\", path = \"../../base\" }\n";
    assert!(manifest.contains(runtime), "{manifest}");
    place.done(&["check"]);
    // What the runtime is called, and where it is, stands in the crates that have it.
    place.write("bindery.toml", &CONFIGURATION.replace("1.2.0", "1.3.0"));
    let run = place.run(&["check"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("clients/books/Cargo.toml is stale"), "{}", run.out);
}

#[test]
fn what_cannot_be_a_runtime_is_refused() {
    let cases = [
        ("runtime = \"shop-base\"", "runtime = \"shop-bass\"", "bindery.toml:5:11"),
        ("runtime = \"shop-base\"", "runtime = \"shop-bass\"", "did you mean `shop-base`?"),
        ("runtime = \"shop-base\"", "runtime = \"books\"", "cannot be the runtime of others"),
        ("runtime = \"shop-base\"", "", "the crate `shop-base` has no document"),
        ("name = \"shop-base\"", "runtime = \"shop-base\"\nname = \"shop-base\"", "or a runtime"),
        ("name = \"shop-base\"", "name = \"books\"", "two crates are called `books`"),
        ("shop-base", "serde", "the crate `serde` is called like one that it needs"),
        ("shop-base", "9base", "`9base` cannot be the name of a crate"),
        ("1.2.0", "1.2", "`version` of the crate `shop-base` is not a version"),
        ("1.2.0", "1.2.0-", "`version` of the crate `shop-base` is not a version"),
        ("out = \"base\"", "out = \"base\"\ntests = true", "has no document to test"),
    ];
    Place::refuses(CONFIGURATION, &cases, &["base", "clients"]);
}
