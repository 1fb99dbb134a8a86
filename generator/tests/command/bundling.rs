//! Documents of several files.

use super::place::{CHECK, GENERATE, Place};

const WHOLE: &str = r##"{
    "openapi": "3.0.3", "info": {"title": "Books", "version": "1"},
    "servers": [{"url": "https://api.example.com"}],
    "paths": {"/books": {"get": {"operationId": "listBooks", "responses": {"200": {
        "description": "All.",
        "content": {"application/json": {"schema": {"$ref": "schemas/book.json"}}}
    }}}}}
}"##;

const BOOK: &str = r#"{"type": "object", "properties": {"title": {"type": "string"}}}"#;

fn place() -> Place {
    let place = Place::new();
    place.write("books.json", WHOLE);
    place.write("schemas/book.json", BOOK);
    place
}

#[test]
fn a_file_that_the_document_leads_to_makes_the_crate_stale() {
    let place = place();
    place.done(GENERATE);
    assert!(place.read("client/src/books/types.rs").contains("pub title: Option<String>"));
    place.done(CHECK);
    place.write("schemas/book.json", &BOOK.replace("title", "name"));
    let run = place.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("client/src/books/types.rs is stale"), "{}", run.out);
    place.done(GENERATE);
    place.done(CHECK);
}

#[test]
fn a_change_of_a_file_is_a_change_of_the_document_that_leads_to_it() {
    let place = place();
    place.git(&["init", "-q"]);
    place.commit();
    place.write("schemas/book.json", &BOOK.replace("title", "name"));
    let run = place.run(&["diff", "HEAD:books.json", "books.json"]);
    assert!(run.out.contains("schemas/book.json:1:"), "{}", run.out);
    assert!(run.out.contains("property `title`"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let place = place();
    let folder = tempfile::tempdir().expect("a folder");
    let secret = folder.path().join("secret.json");
    std::fs::write(&secret, BOOK).expect("a file");
    std::fs::remove_file(place.path("schemas/book.json")).expect("a file that was there");
    std::os::unix::fs::symlink(&secret, place.path("schemas/book.json")).expect("a link");
    let run = place.run(GENERATE);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("E0303"), "{}", run.err);
}
