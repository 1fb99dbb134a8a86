//! What the command writes, and what it leaves alone.

use super::place::{BOOKS, FAULTY, GENERATE, Place};

#[test]
fn generate_writes_a_crate_and_says_what() {
    let place = Place::new();
    let run = place.done(GENERATE);
    let files = place.files();
    for name in ["Cargo.toml", "README.md", "bindery.lock", "src/lib.rs", "src/books/books.rs"] {
        assert!(files.contains_key(name), "{name}");
    }
    assert!(run.out.contains("+ client/src/books/books.rs"), "{}", run.out);
    assert!(run.out.contains(&format!("{} new, 0 changed", files.len())), "{}", run.out);
    assert_eq!(run.err, "");
}

#[test]
fn a_second_run_writes_nothing() {
    let place = Place::new();
    place.done(GENERATE);
    let before = place.files();
    let run = place.done(GENERATE);
    assert!(run.out.contains("0 new, 0 changed, 0 removed"), "{}", run.out);
    assert!(place.files() == before);
}

#[test]
fn only_what_changed_is_written() {
    let place = Place::new();
    place.done(GENERATE);
    let before = place.files();
    place.write("client/src/books/books.rs", "changed by hand");
    let run = place.done(GENERATE);
    assert!(run.out.contains("0 new, 1 changed, 0 removed"), "{}", run.out);
    for (name, (bytes, time)) in place.files() {
        assert!(bytes == before[&name].0, "{name}");
        assert_eq!(time == before[&name].1, name != "src/books/books.rs", "{name}");
    }
}

#[test]
fn what_is_no_longer_made_is_removed() {
    let place = Place::new();
    place.write("films.json", &BOOKS.replace("ooks", "ilms"));
    place.done(GENERATE);
    place.write("client/src/books/notes.txt", "not Bindery's");
    let run = place.done(&["generate", "films.json", "--out", "client"]);
    assert!(run.out.contains("- client/src/books/books.rs"), "{}", run.out);
    let files = place.files();
    let left: Vec<_> = files.keys().filter(|name| name.starts_with("src/books")).collect();
    assert_eq!(left, ["src/books/notes.txt"]);
}

#[test]
fn a_file_of_somebody_else_is_never_overwritten() {
    let place = Place::new();
    place.write("client/src/client.rs", "mine");
    let run = place.run(GENERATE);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("E0505") && run.err.contains("client.rs"), "{}", run.err);
    let files = place.files();
    assert_eq!(files.keys().collect::<Vec<_>>(), ["src/client.rs"]);
    assert_eq!(place.read("client/src/client.rs"), "mine");
}

#[test]
fn a_lock_cannot_name_files_outside_its_folder() {
    let place = Place::new();
    place.done(GENERATE);
    place.write("precious", "text");
    let lock = place.read("client/bindery.lock");
    let outside = place.path("precious").display().to_string();
    place.write(
        "client/bindery.lock",
        &format!("{lock}\"../precious\" = \"\"\n\"{outside}\" = \"\"\n../precious\n{outside}\n"),
    );
    place.done(GENERATE);
    assert_eq!(place.read("precious"), "text");
    assert_eq!(place.read("client/bindery.lock"), lock);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    use std::os::unix::fs::symlink;

    for (link, code) in [("client/src", "E0505"), ("client/.bindery", "E0506")] {
        let place = Place::new();
        place.write("elsewhere/journal", "remove journal\n");
        place.write("client/mine", "mine");
        symlink(place.path("elsewhere"), place.path(link)).expect("a link");
        let run = place.run(GENERATE);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains(code) && run.err.contains("symbolic link"), "{}", run.err);
        let held = std::fs::read_dir(place.path("elsewhere")).expect("a folder").count();
        assert_eq!((held, &*place.read("elsewhere/journal")), (1, "remove journal\n"), "{link}");
    }
}

#[test]
fn bad_input_is_shown_all_at_once_and_nothing_is_written() {
    let place = Place::new();
    place.write("one.json", FAULTY);
    place.write("other.json", FAULTY);
    let run = place.run(&["generate", "books.json", "one.json", "other.json", "--out", "client"]);
    assert_eq!(run.code, Some(2));
    for document in ["one.json", "other.json"] {
        assert_eq!(run.err.matches(&format!("{document}:1:")).count(), 2, "{}", run.err);
    }
    assert!(run.err.contains("E0203") && run.err.contains("E0207"), "{}", run.err);
    let end = "\n4 errors\nFor more about one of these, try `bindery explain E0203`\n";
    assert!(run.err.ends_with(end), "{}", run.err);
    assert!(place.files().is_empty());
}

#[test]
fn the_folder_of_a_run_does_not_show_in_what_it_makes() {
    let (one, other) = (Place::new(), Place::new());
    one.done(GENERATE);
    let out = other.path("client").display().to_string();
    let document = other.path("books.json").display().to_string();
    other.done(&["generate", &document, "--out", &out]);
    let contents = |place: &Place| -> Vec<(String, Vec<u8>)> {
        place.files().into_iter().map(|(name, (bytes, _))| (name, bytes)).collect()
    };
    assert!(contents(&one) == contents(&other));
}
