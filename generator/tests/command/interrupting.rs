//! What a run leaves behind that is killed.

use std::fmt::Write as _;
use std::fs;
use std::process::{Command, Stdio};

use super::place::{BOOKS, GENERATE, Place};

/// The run that is killed; it moves the version and writes the changelog too.
const RELEASE: &[&str] = &["generate", "books.json", "--out", "client", "--changelog"];

/// How often a run is killed, each time at a later point.
const KILLS: usize = 20;

/// A document of many resources, each with its file.
fn document(noun: &str) -> String {
    let mut paths = String::new();
    for number in 0..60 {
        let path = format!(
            r#""/{noun}{number}": {{ "get": {{ "responses": {{ "204": {{ "description": "{noun}" }} }} }} }},"#
        );
        // Writing to a string cannot fail.
        let _ = writeln!(paths, "{path}");
    }
    BOOKS.replace("\"paths\": {", &format!("\"paths\": {{{paths}"))
}

/// The files of a client, without the times of their changes.
fn contents(place: &Place) -> Vec<(String, Vec<u8>)> {
    place.files().into_iter().map(|(name, (bytes, _))| (name, bytes)).collect()
}

/// A client of a document, both in Git.
fn committed(document: &str) -> Place {
    let place = Place::new();
    place.write("books.json", document);
    place.done(GENERATE);
    place.git(&["init", "-q"]);
    place.commit();
    place
}

#[test]
fn a_run_that_is_killed_leaves_the_old_tree_or_the_new_one() {
    let (old, new) = (document("pens"), document("inks"));
    let place = committed(&old);
    let old_tree = contents(&place);
    place.write("books.json", &new);
    place.done(RELEASE);
    let new_tree = contents(&place);
    assert!(new_tree.iter().any(|(name, _)| name == "CHANGELOG.md"));
    for kill in 0..KILLS {
        let place = committed(&old);
        place.write("books.json", &new);
        kill_at(&place, kill);
        // The next run finds a document that it cannot read, and changes nothing of its own.
        place.write("books.json", "{}");
        assert_eq!(place.run(GENERATE).code, Some(2));
        let left = contents(&place);
        assert!(left == old_tree || left == new_tree, "killed at {kill}: a mixture");
        place.write("books.json", &new);
        place.done(RELEASE);
        assert!(contents(&place) == new_tree, "killed at {kill}: cannot go on");
    }
}

/// Kills a run as soon as it has come so far: the first half of the points lie before its journal,
/// by the number of files that are prepared; the others behind it, by those that are not yet moved.
fn kill_at(place: &Place, point: usize) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bindery"));
    let command = command.args(RELEASE).current_dir(place.path("")).stdout(Stdio::null());
    let mut run = command.spawn().expect("a run");
    let prepared = place.path("client/.bindery/new/src/books");
    let journal = place.path("client/.bindery/journal");
    let count = || fs::read_dir(&prepared).map_or(0, Iterator::count);
    let half = KILLS / 2;
    loop {
        let reached = match point < half {
            true => count() >= point * 6 || journal.exists(),
            false => journal.exists() && count() <= 60 - (point - half) * 6,
        };
        if reached || run.try_wait().expect("a run").is_some() {
            break;
        }
        std::hint::spin_loop();
    }
    // It may have ended by itself.
    let _ = run.kill();
    run.wait().expect("an end");
}
