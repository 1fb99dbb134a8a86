//! What `diff` reads, what it prints, its exit codes.

use super::place::{BOOKS, FAULTY, Place};

/// The books, with one operation more.
fn more_books() -> String {
    BOOKS.replace(r#""paths": {"#, r#""paths": { "/pens": { "get": { "responses": { "204": { "description": "Nothing." } } } },"#)
}

/// The books, with none of their operations.
fn no_books() -> String {
    BOOKS.replace("\"/books\"", "\"/pens\"")
}

#[test]
fn a_change_is_told_with_its_verdict_and_its_places() {
    let place = Place::new();
    place.write("later/books.json", &no_books());
    let run = place.done(&["diff", "books.json", "later/books.json"]);
    assert!(run.out.starts_with("major: 2 breaking"), "{}", run.out);
    assert!(
        run.out.contains("breaking: method `books::BooksResource::list` is gone"),
        "{}",
        run.out
    );
    assert!(run.out.contains("wire: `GET /books` is gone (breaking)"), "{}", run.out);
    assert!(run.out.contains("old: books.json:6:17"), "{}", run.out);
    assert!(run.out.contains("new: later/books.json:6:16"), "{}", run.out);
}

/// The books, whose list fails with these statuses, each with a property of that number.
fn failing(failures: &[(&str, u32)]) -> String {
    let response = |(status, number): &(&str, u32)| {
        let schema = format!(
            r#"{{ "type": "object", "properties": {{ "p{number}": {{ "type": "string" }} }} }}"#
        );
        format!(
            r#", "{status}": {{ "description": "No.", "content": {{ "application/json": {{ "schema": {schema} }} }} }}"#
        )
    };
    let failures: String = failures.iter().map(response).collect();
    BOOKS.replace(r#""Nothing." }"#, &format!(r#""Nothing." }}{failures}"#))
}

#[test]
fn what_failures_say_is_compared() {
    let place = Place::new();
    place.write("one.json", &failing(&[("404", 1)]));
    place.write("two.json", &failing(&[("404", 1), ("409", 2)]));
    place.write("other.json", &failing(&[("404", 1), ("409", 3)]));
    let told = |old: &str, new: &str| place.done(&["diff", old, new]).out;
    let more = told("one.json", "two.json");
    assert!(more.starts_with("minor: "), "{more}");
    assert!(more.contains("additive: failure `two::ListBooksFailure::Conflict` is new"), "{more}");
    let less = told("two.json", "one.json");
    assert!(less.contains("breaking: failure `one::ListBooksFailure::Conflict` is gone"), "{less}");
    place.write("all.json", &failing(&[("404", 1), ("409", 2), ("default", 4)]));
    let all = told("two.json", "all.json");
    assert!(
        all.contains("breaking: failure `all::ListBooksFailure::Other` was `nothing`"),
        "{all}"
    );
    let changed = told("two.json", "other.json");
    assert!(changed.contains("property `p2` is now called `p3` (breaking)"), "{changed}");
}

#[test]
fn what_is_refused_ends_with_one() {
    let place = Place::new();
    place.write("more.json", &more_books());
    place.write("none.json", &no_books());
    let run =
        |new: &str, class: &str| place.run(&["diff", "books.json", new, "--fail-on", class]).code;
    assert_eq!(run("none.json", "breaking"), Some(1));
    assert_eq!(run("more.json", "breaking"), Some(0));
    assert_eq!(run("more.json", "additive"), Some(1));
    assert_eq!(run("books.json", "documentation"), Some(0));
}

#[test]
fn a_folder_is_compared_document_by_document() {
    let place = Place::new();
    for (name, text) in [("old/a.json", BOOKS), ("old/b.json", BOOKS), ("new/a.json", BOOKS)] {
        place.write(name, text);
    }
    place.write("new/c.json", &more_books());
    let run = place.done(&["diff", "old", "new"]);
    assert!(run.out.contains("breaking: module `b` is gone"), "{}", run.out);
    assert!(run.out.contains("additive: module `c` is new"), "{}", run.out);
    assert!(!run.out.contains("`a"), "{}", run.out);
}

#[test]
fn a_revision_is_read_from_git() {
    let place = Place::new();
    place.write("apis/books.json", BOOKS);
    place.git(&["init", "-q"]);
    place.commit();
    place.write("apis/books.json", &more_books());
    for (old, new) in [("HEAD:apis/books.json", "apis/books.json"), ("HEAD:apis", "apis")] {
        let run = place.done(&["diff", old, new]);
        assert!(run.out.starts_with("minor: 2 additive"), "{}", run.out);
    }
    assert_eq!(place.run(&["diff", "HEAD:apis/pens.json", "apis/books.json"]).code, Some(2));
    assert_eq!(place.run(&["diff", "--", "--help:x", "apis/books.json"]).code, Some(2));
}

#[test]
fn programs_get_one_object() {
    let place = Place::new();
    place.write("new.json", &more_books());
    let run = place.done(&["diff", "books.json", "new.json", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((&json["schema"], &json["verdict"]), (&1.into(), &"minor".into()));
    let change =
        json["changes"].as_array().and_then(|it| it.iter().find(|it| it["kind"] == "method"));
    let change = change.expect("the method");
    let keys: Vec<&str> =
        change.as_object().expect("an object").keys().map(String::as_str).collect();
    let expected = [
        "fingerprint",
        "class",
        "verdict",
        "document",
        "kind",
        "action",
        "aspect",
        "wire",
        "rust",
        "old",
        "new",
    ];
    assert_eq!(keys, expected);
    assert_eq!(change["new"]["pointer"], "/paths/~1pens/get");
}

#[test]
fn a_pull_request_and_a_workflow_have_formats_of_their_own() {
    let place = Place::new();
    place.write("new.json", &no_books());
    let run =
        |format: &str| place.done(&["diff", "books.json", "new.json", "--format", format]).out;
    let markdown = run("markdown");
    assert!(markdown.starts_with("# The documents have changed: major ("), "{markdown}");
    assert!(markdown.contains("\n## Breaking\n"), "{markdown}");
    let github = run("github");
    assert!(github.contains("::warning file=books.json,line=6,"), "{github}");
    assert!(github.contains("::notice file=new.json,line=6,"), "{github}");
}

#[test]
fn a_pull_request_has_room_for_its_text() {
    let place = Place::new();
    let path = |number| {
        format!(
            r#""/pens{number}": {{ "get": {{ "responses": {{ "204": {{ "description": "" }} }} }} }},"#
        )
    };
    let paths: String = (0..500).map(path).collect();
    place.write("new.json", &BOOKS.replace("\"paths\": {", &format!("\"paths\": {{{paths}")));
    let run = place.done(&["diff", "books.json", "new.json", "--format", "markdown"]);
    assert!((50_000..55_000).contains(&run.out.len()), "{}", run.out.len());
    let (_, last) = run.out.trim_end().rsplit_once('\n').expect("lines");
    let listed = run.out.matches("\n- **").count();
    assert_eq!(last, format!("- and {} more: see `bindery diff`", 1000 - listed));
}

#[test]
fn a_faulty_side_is_told_and_nothing_is_compared() {
    let place = Place::new();
    place.write("faulty.json", FAULTY);
    let run = place.run(&["diff", "books.json", "faulty.json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("E0207"), "{}", run.err);
}
