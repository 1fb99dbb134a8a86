//! A crate that generates its clients in its build script.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::SystemTime;

use serde_json::Value;

use super::Folder;

const MANIFEST: &str = r#"[package]
name = "build-script"
version = "0.1.0"
edition = "2024"

[build-dependencies]
bindery = { path = "../../generator", default-features = false }

[profile.dev]
debug = "line-tables-only"

[workspace]
"#;

const SCRIPT: &str = r#"fn main() -> Result<(), Box<dyn std::error::Error>> {
    let clients = bindery::Builder::new("clients").document("books.json").configuration("bindery.toml")?;
    Ok(clients.generate()?)
}
"#;

const LIBRARY: &str = r#"//! Both clients.
pub const CLIENTS: &str = include_str!(concat!(env!("OUT_DIR"), "/clients.rs"));
"#;

const BOOKS: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Books", "version": "1" },
  "servers": [{ "url": "https://api.example.com" }],
  "paths": {
    "/books": { "get": { "responses": { "200": { "$ref": "#/components/responses/Books" } } } }
  },
  "components": { "responses": { "Books": { "description": "All books." } } }
}
"##;

const PENS: &str = "\
openapi: 3.0.3
info: { title: Pens, version: '1' }
servers: [{ url: 'https://api.example.com' }]
paths:
  /pens: { get: { responses: { '204': { description: Nothing. } } } }
";

const CONFIGURATION: &str = r#"
[[crate]]
name = "clients"
out = "."
[[crate.document]]
path = "specs/pens.yaml"
[[crate.document.overlay]]
path = "overlay.yaml"
reason = "pens can be bought"
"#;

const OVERLAY: &str = "\
overlay: 1.0.0
info: { title: Pens, version: '1' }
actions:
  - { target: '$.paths[\"/pens\"]', update: { post: { responses: { '204': { description: Bought. } } } } }
";

fn build(folder: &Folder) -> Output {
    folder.cargo(&["build", "--message-format=json"])
}

/// Where the build script wrote to; Cargo keeps what it printed beside that.
fn out_dir(output: &Output) -> PathBuf {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages = messages.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let is_ours = |it: &Value| {
        it["reason"] == "build-script-executed"
            && it["package_id"].as_str().is_some_and(|id| id.contains("target/build-script"))
    };
    let message = messages.into_iter().find(is_ours).expect("a build script that ran");
    message["out_dir"].as_str().expect("a folder").into()
}

/// The files below a folder, with the times of their last change.
fn files(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let metadata = entry.metadata().expect("metadata");
        if metadata.is_dir() {
            files.extend(self::files(&entry.path()));
        } else {
            files.insert(entry.path(), metadata.modified().expect("a time"));
        }
    }
    files
}

/// One test, because it is the building that takes time.
#[test]
fn cargo_is_told_of_every_document_and_of_every_fault() {
    let folder = Folder::new("build-script");
    for (name, text) in [("Cargo.toml", MANIFEST), ("build.rs", SCRIPT), ("src/lib.rs", LIBRARY)] {
        folder.write(name, text);
    }
    folder.write("books.json", BOOKS);
    folder.write("specs/pens.yaml", PENS);
    folder.write("bindery.toml", CONFIGURATION);
    folder.write("overlay.yaml", OVERLAY);
    let out = out_dir(&build(&folder));

    // What it looks at is what it is made of, and nothing else.
    let printed = fs::read_to_string(out.with_file_name("output")).expect("what was printed");
    let inputs = ["books.json", "specs/pens.yaml", "overlay.yaml", "bindery.toml"];
    let lines = inputs.map(|file| format!("cargo::rerun-if-changed={file}"));
    assert_eq!(printed.lines().collect::<Vec<_>>(), lines);
    let pens = fs::read_to_string(out.join("clients/src/pens/pens.rs")).expect("a group");
    assert!(pens.contains(".post(\"/pens\")"), "{pens}");

    // White space starts the script again, and leaves what it made as it was.
    let last_run =
        || fs::metadata(out.with_file_name("output")).and_then(|it| it.modified()).expect("a time");
    let (before, first_run) = (files(&out), last_run());
    assert!(before.keys().any(|path| path.ends_with("clients/src/pens/pens.rs")), "{before:?}");
    folder.write("books.json", &BOOKS.replace("  ", "\t"));
    assert_eq!(files(&out_dir(&build(&folder))), before);
    assert!(last_run() > first_run);

    // A change rewrites what it touches.
    folder.write("books.json", &BOOKS.replace("\"get\"", "\"put\""));
    let after = files(&out_dir(&build(&folder)));
    let touched = |name: &str| {
        let found = after.iter().find(|(path, _)| path.ends_with(name)).expect("a file");
        before.get(found.0) != Some(found.1)
    };
    assert!(touched("clients/src/books/books.rs"));
    assert!(!touched("clients/src/pens/pens.rs") && !touched("clients.rs"));

    // A fault is told as the command tells it.
    folder.write("books.json", &BOOKS.replace("responses/Books", "responses/Bocks"));
    let output = build(&folder);
    assert!(!output.status.success());
    let error = String::from_utf8_lossy(&output.stderr);
    let fault = r##"
  error[E0301]: nothing stands at `#/components/responses/Bocks`
   --> books.json:6:58 (#/paths/~1books/get/responses/200/$ref)
    |
  6 |     "/books": { "get": { "responses": { "200": { "$ref": "#/components/responses/Bocks" } } } }
    |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    |
    = help: did you mean `#/components/responses/Books`?
"##;
    assert!(error.contains(fault), "{error}");
}
