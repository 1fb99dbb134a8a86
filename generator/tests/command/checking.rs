//! What `check` says of a folder, and what all verbs refuse.

use std::fs;

use super::place::{CHECK, FAULTY, GENERATE, Place};

#[test]
fn check_agrees_with_what_generate_wrote() {
    let place = Place::new();
    place.done(GENERATE);
    assert!(place.done(CHECK).out.contains("up to date"));
}

#[test]
fn check_names_what_is_stale_and_the_command_that_repairs_it() {
    let place = Place::new();
    place.done(GENERATE);
    place.write("client/src/client.rs", "changed by hand");
    fs::remove_file(place.path("client/README.md")).expect("a file that was there");
    let run = place.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("client/src/client.rs is stale"), "{}", run.out);
    assert!(run.out.contains("client/README.md is missing"), "{}", run.out);
    assert!(run.out.contains("`bindery generate books.json --out client`"), "{}", run.out);
    assert_eq!(place.read("client/src/client.rs"), "changed by hand");
    place.done(GENERATE);
    place.done(CHECK);
}

#[test]
fn check_and_inspect_refuse_what_generate_refuses() {
    let place = Place::new();
    place.write("faulty.json", FAULTY);
    for arguments in [&["check", "faulty.json", "--out", "client"][..], &["inspect", "faulty.json"]]
    {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(run.err.contains("E0207"), "{}", run.err);
    }
}
