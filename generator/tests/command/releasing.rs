//! What `generate --changelog` writes.

use super::place::{BOOKS, CHECK, GENERATE, Place};

const RELEASE: &[&str] = &["generate", "books.json", "--out", "client", "--changelog"];

/// A folder whose books, and their client, are in Git.
fn committed() -> Place {
    let place = Place::new();
    place.done(GENERATE);
    place.git(&["init", "-q"]);
    place.commit();
    place
}

#[test]
fn a_section_says_what_changed_and_the_version_moves_by_it() {
    let place = committed();
    place.write("books.json", &BOOKS.replace("\"/books\"", "\"/pens\""));
    place.done(RELEASE);
    let changelog = place.read("client/CHANGELOG.md");
    assert!(changelog.starts_with("# Changelog\n\n## 0.2.0\n\n### Breaking\n\n- "), "{changelog}");
    assert!(changelog.contains("method `books::BooksResource::list` is gone"), "{changelog}");
    assert!(place.read("client/Cargo.toml").contains("version = \"0.2.0\""));
    place.done(CHECK);
    place.done(RELEASE);
    assert_eq!(place.read("client/CHANGELOG.md"), changelog);
}

#[test]
fn the_next_section_goes_above_and_nothing_is_said_of_nothing() {
    let place = committed();
    place.done(RELEASE);
    assert!(!place.path("client/CHANGELOG.md").exists());
    for (count, title) in [(1, "Pens"), (2, "Inks")] {
        place.write("books.json", &BOOKS.replace("Books", title));
        place.done(RELEASE);
        let changelog = place.read("client/CHANGELOG.md");
        assert!(changelog.starts_with(&format!("# Changelog\n\n## 0.1.{count}\n")), "{changelog}");
        assert_eq!(changelog.matches("\n## ").count(), count, "{changelog}");
        place.commit();
    }
}

#[test]
fn a_revision_that_is_none_is_refused() {
    let place = committed();
    let run = place.run(&[RELEASE, &["--since", "nothing"]].concat());
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("nothing cannot be read"), "{}", run.err);
}

#[test]
fn an_overlay_is_compared_with_what_it_was() {
    let place = Place::new();
    place.write(
        "bindery.toml",
        "[[crate]]\nname = \"shelf\"\nout = \"client\"\n[[crate.document]]\npath = \"books.json\"\n\
         [[crate.document.overlay]]\npath = \"overlay.yaml\"\nreason = \"a method more\"\n",
    );
    let overlay = |method: &str| {
        format!(
            "overlay: 1.0.0\nactions:\n  - target: $.paths['/books']\n    update:\n      \
             {method}: {{ responses: {{ '204': {{ description: Nothing. }} }} }}\n"
        )
    };
    place.write("overlay.yaml", &overlay("delete"));
    place.done(&["generate"]);
    place.git(&["init", "-q"]);
    place.commit();
    place.write("overlay.yaml", &overlay("put"));
    place.done(&["generate", "--changelog"]);
    let changelog = place.read("client/CHANGELOG.md");
    assert!(changelog.contains("method `books::BooksResource::delete` is gone"), "{changelog}");
    assert!(changelog.contains("method `books::BooksResource::replace` is new"), "{changelog}");
    place.done(&["check"]);
}
