//! What those have who build with what is generated: real crates, which Cargo builds.

mod build_script;
mod split;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// This workspace's folder, in which crates that are none of its members find what it has built.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A folder in `target`, with the versions that this workspace has.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Self(Path::new(ROOT).join("target").join(name));
        let versions = fs::read_to_string(Path::new(ROOT).join("Cargo.lock")).expect("versions");
        folder.write("Cargo.lock", &versions);
        folder
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO"));
        command.arg("--offline").args(arguments).current_dir(&self.0);
        command.env("CARGO_TARGET_DIR", Path::new(ROOT).join("target"));
        command.output().expect("cargo")
    }
}
