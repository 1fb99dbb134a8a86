//! The contract of the command: what it writes, what it leaves alone, what it prints, its exit codes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use tempfile::TempDir;

const BOOKS: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Books", "version": "1" },
  "servers": [{ "url": "https://api.example.com" }],
  "paths": {
    "/books": { "get": { "responses": { "204": { "description": "Nothing." } } } }
  }
}"#;

/// Two faults: no `info`, and a path without a slash.
const FAULTY: &str = r#"{ "openapi": "3.0.3", "paths": { "books": {} } }"#;

const GENERATE: &[&str] = &["generate", "books.json", "--out", "client"];
const CHECK: &[&str] = &["check", "books.json", "--out", "client"];

/// An empty folder that the command runs in.
struct Place(TempDir);

/// How a run ended.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Place {
    /// A folder with `books.json` in it.
    fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        place.write("books.json", BOOKS);
        place
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bindery"));
        let output = command.args(arguments).current_dir(self.0.path()).output().expect("a run");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs the command, which must end well.
    fn done(&self, arguments: &[&str]) -> Run {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        run
    }

    /// The files of the client, with their contents and the times of their last change.
    fn files(&self) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
        let mut files = BTreeMap::new();
        collect(&self.path("client"), "", &mut files);
        files
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, (Vec<u8>, SystemTime)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.map(|entry| entry.expect("an entry")) {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let metadata = entry.metadata().expect("metadata");
        if metadata.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            let bytes = fs::read(entry.path()).expect("a file");
            files.insert(name, (bytes, metadata.modified().expect("a time")));
        }
    }
}

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
    place.write("client/bindery.lock", &format!("{lock}../precious\n{outside}\n"));
    place.done(GENERATE);
    assert_eq!(place.read("precious"), "text");
    assert_eq!(place.read("client/bindery.lock"), lock);
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
    assert!(run.err.ends_with("4 errors\n"), "{}", run.err);
    assert!(place.files().is_empty());
}

#[test]
fn check_and_inspect_refuse_what_generate_refuses() {
    let place = Place::new();
    place.write("faulty.json", FAULTY);
    for arguments in [&["check", "faulty.json", "--out", "client"][..], &["inspect", "faulty.json"]] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(run.err.contains("E0207"), "{}", run.err);
    }
}

#[test]
fn diagnostics_can_be_json_lines() {
    let place = Place::new();
    place.write("faulty.json", FAULTY);
    let run = place.run(&["--format", "json", "generate", "faulty.json", "--out", "client"]);
    assert_eq!((run.code, run.err.as_str()), (Some(2), ""));
    let lines: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    for line in lines {
        assert_eq!((&line["severity"], &line["file"]), (&"error".into(), &"faulty.json".into()));
        assert!(line["line"].is_u64() && line["column"].is_u64(), "{line}");
    }
}

#[test]
fn diagnostics_can_be_annotations_of_a_workflow() {
    let place = Place::new();
    place.write("faulty.json", FAULTY);
    let run = place.run(&["generate", "faulty.json", "--out", "client", "--format", "github"]);
    assert_eq!((run.code, run.err.as_str()), (Some(2), ""));
    assert_eq!(run.out.lines().count(), 2);
    for line in run.out.lines() {
        assert!(line.starts_with("::error file=faulty.json,line=1,col="), "{line}");
    }
}

#[test]
fn a_quiet_run_prints_diagnostics_alone() {
    let place = Place::new();
    let run = place.done(&["generate", "books.json", "--out", "client", "--quiet"]);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
    place.write("faulty.json", FAULTY);
    let run = place.run(&["-q", "generate", "faulty.json", "--out", "client"]);
    assert!(run.err.contains("E0207"), "{}", run.err);
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

#[test]
fn a_configuration_says_what_to_make() {
    let place = Place::new();
    let crates = "[[crate]]\nname = \"shelf\"\nout = \"client\"\n";
    place.write("bindery.toml", &format!("{crates}[[crate.document]]\npath = \"books.json\"\n"));
    place.done(&["generate"]);
    assert!(place.read("client/Cargo.toml").contains("name = \"shelf\""));
    place.done(&["check"]);
    place.write("bindery.toml", &format!("{crates}colour = \"red\"\n"));
    let run = place.run(&["generate"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("bindery.toml:4:1") && run.err.contains("colour"), "{}", run.err);
}

#[test]
fn a_run_without_anything_to_do_says_so() {
    let place = Place::new();
    let run = place.run(&["generate"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("E0502"), "{}", run.err);
}
