//! A folder to run the command in.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

use tempfile::TempDir;

pub const BOOKS: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Books", "version": "1" },
  "servers": [{ "url": "https://api.example.com" }],
  "paths": {
    "/books": { "get": { "responses": { "204": { "description": "Nothing." } } } }
  }
}"#;

/// Two faults: no `info`, and a path without a slash.
pub const FAULTY: &str = r#"{ "openapi": "3.0.3", "paths": { "books": {} } }"#;

pub const GENERATE: &[&str] = &["generate", "books.json", "--out", "client"];
pub const CHECK: &[&str] = &["check", "books.json", "--out", "client"];

/// An empty folder that the command runs in.
pub struct Place(TempDir);

/// How a run ended.
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Place {
    /// A folder with `books.json` in it.
    pub fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        place.write("books.json", BOOKS);
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bindery"));
        Run::of(command.args(arguments).current_dir(self.0.path()).output().expect("a run"))
    }

    /// Runs the command with that for its input.
    pub fn answer(&self, arguments: &[&str], input: &str) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bindery"));
        let command = command.args(arguments).current_dir(self.0.path());
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("a run");
        // A run that has heard enough closes its end.
        let _ = child.stdin.take().expect("an input").write_all(input.as_bytes());
        Run::of(child.wait_with_output().expect("an end"))
    }

    /// Runs the command, which must end well.
    pub fn done(&self, arguments: &[&str]) -> Run {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        run
    }

    /// Makes what a configuration says, once for each fault in it: `old` is replaced with `new`, which must be
    /// refused with `expected`, and none of the folders be there.
    pub fn refuses(configuration: &str, faults: &[(&str, &str, &str)], folders: &[&str]) {
        for (old, new, expected) in faults {
            let place = Self::new();
            place.write("bindery.toml", &configuration.replace(old, new));
            let run = place.run(&["generate"]);
            assert_eq!(run.code, Some(2), "{new}");
            assert!(run.err.contains(expected), "{new}: {}", run.err);
            assert!(!folders.iter().any(|it| place.path(it).exists()), "{new}");
        }
    }

    /// Runs Git in the folder.
    pub fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.current_dir(self.0.path()).args(["-c", "user.name=a", "-c", "user.email=a@b"]);
        let output = command.args(arguments).output().expect("git");
        assert!(output.status.success(), "{arguments:?}");
    }

    /// Commits everything.
    pub fn commit(&self) {
        self.git(&["add", "."]);
        self.git(&["commit", "-q", "-m", "All"]);
    }

    /// The files of the client, with their contents and the times of their last change.
    pub fn files(&self) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
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
