//! What `review` asks, and what it writes of what is answered.

use super::place::{BOOKS, CHECK, GENERATE, Place};

const REVIEW: &[&str] = &["review", "books.json", "--out", "client"];

/// A client of the books, and a document that has pens instead.
fn place() -> Place {
    let place = Place::new();
    place.done(GENERATE);
    place.git(&["init", "-q"]);
    place.commit();
    place.write("books.json", &BOOKS.replace("\"/books\"", "\"/pens\""));
    place
}

#[test]
fn what_is_accepted_is_what_generate_writes() {
    let place = place();
    let run = place.answer(REVIEW, "A\n");
    assert_eq!(run.code, Some(0), "{}", run.err);
    place.done(CHECK);
}

#[test]
fn each_file_is_shown_with_its_text_and_with_what_happens_to_its_items() {
    let place = place();
    let run = place.answer(REVIEW, &"s\n".repeat(20));
    assert!(run.out.contains("client/src/books/pens.rs\nminor: 1 additive\n"), "{}", run.out);
    assert!(run.out.contains("additive: method `books::Pens::list` is new"), "{}", run.out);
    assert!(run.out.contains("new: books.json:"), "{}", run.out);
    assert!(run.out.contains("+pub struct Pens("), "{}", run.out);
}

#[test]
fn what_is_skipped_or_rejected_stays_and_is_stale() {
    for (answer, code) in [("s\n", 0), ("r\n", 1), ("q\n", 0), ("what?\n", 0)] {
        let place = place();
        let before = place.files();
        let run = place.answer(REVIEW, &answer.repeat(20));
        assert_eq!(run.code, Some(code), "{answer}{}", run.err);
        assert!(place.files() == before, "{answer}");
    }
}

#[test]
fn what_is_accepted_in_part_is_written_and_the_rest_stays_stale() {
    let place = place();
    assert_eq!(place.answer(REVIEW, "a\nq\n").code, Some(0));
    let check = place.run(CHECK);
    assert_eq!(check.code, Some(1));
    assert!(check.out.contains("because the document books.json has changed"), "{}", check.out);
    assert!(!check.out.contains("is not what bindery wrote"), "{}", check.out);
    place.done(GENERATE);
    place.done(CHECK);
}
