//! Text to the disk, or held against the disk.

mod journal;
mod links;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::format::File;
use crate::lock::{self, Inputs, Lock};

/// What has to happen for a folder to hold the files.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that are missing.
    pub add: Vec<File>,
    /// Files that are there with another content.
    pub change: Vec<File>,
    /// Files that Bindery made once and makes no longer.
    pub remove: Vec<String>,
    /// How many files are as they should be.
    pub unchanged: usize,
}

impl Plan {
    /// Whether there is nothing to do.
    pub fn is_done(&self) -> bool {
        self.add.is_empty() && self.change.is_empty() && self.remove.is_empty()
    }

    /// Adds a file that its users write in too, so that the lock does not know it.
    ///
    /// # Errors
    ///
    /// When what is there cannot be read.
    pub fn put(&mut self, folder: &Path, file: File) -> Result<(), Diagnostics> {
        let held = held(folder, &file)?;
        self.take(file, held);
        Ok(())
    }

    fn take(&mut self, file: File, held: Held) {
        match held {
            Held::Same => self.unchanged += 1,
            Held::Other => self.change.push(file),
            Held::Nothing => self.add.push(file),
        }
    }
}

/// What is where a file goes.
enum Held {
    Same,
    Other,
    Nothing,
}

fn held(folder: &Path, file: &File) -> Result<Held, Diagnostics> {
    let path = folder.join(&file.path);
    match fs::read(&path) {
        Ok(bytes) if bytes == file.text.as_bytes() => Ok(Held::Same),
        Ok(_) => Ok(Held::Other),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Held::Nothing),
        Err(error) => Err(unwritable(&path, &error)),
    }
}

/// Compares files with what is in `folder`; the lock, which says what they were made of, is one of
/// them from here on.
///
/// # Errors
///
/// Every file that would be overwritten though Bindery did not make it, and every folder that is a link.
pub fn plan(folder: &Path, mut files: Vec<File>, inputs: &Inputs) -> Result<Plan, Diagnostics> {
    files.push(lock::lock(inputs, &files));
    refuse_twins(&files)?;
    let owned: BTreeSet<String> = Lock::read(folder).files.into_keys().collect();
    let kept: BTreeSet<String> = files.iter().map(|file| file.path.clone()).collect();
    links::refuse_links(folder, kept.union(&owned).map(String::as_str))?;
    let mut plan = Plan::default();
    let mut in_the_way = Diagnostics::new();
    for file in files {
        let is_ours = owned.contains(&file.path) || file.path == lock::NAME;
        match held(folder, &file)? {
            Held::Other if !is_ours => in_the_way.push(stranger(folder, &file.path)),
            held => plan.take(file, held),
        }
    }
    let gone = owned.difference(&kept).filter(|path| folder.join(path).is_file());
    plan.remove = gone.cloned().collect();
    if in_the_way.is_empty() { Ok(plan) } else { Err(in_the_way) }
}

/// Carries a plan out: all of it, or nothing. A run that is interrupted is finished, or forgotten, by
/// [`recover`]; every run begins with that.
///
/// # Errors
///
/// When something cannot be written or removed.
pub fn carry_out(folder: &Path, plan: &Plan) -> Result<(), Diagnostics> {
    if plan.is_done() {
        return Ok(());
    }
    let put: Vec<&File> = plan.add.iter().chain(&plan.change).collect();
    journal::carry_out(folder, &put, &plan.remove).map_err(|error| unwritable(folder, &error))
}

/// Finishes what an interrupted run has begun in `folder`, or clears away what it has prepared.
///
/// # Errors
///
/// When something cannot be written or removed.
pub fn recover(folder: &Path) -> Result<(), Diagnostics> {
    journal::recover(folder).map_err(|error| unwritable(folder, &error))
}

/// Writes one file, unless it says the same already.
///
/// # Errors
///
/// When it cannot be written.
pub fn replace(path: &Path, text: &str) -> Result<(), Diagnostics> {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    write_file(path, text).map_err(|error| unwritable(path, &error))
}

fn write_file(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".unfinished");
    fs::write(&unfinished, text)?;
    fs::rename(&unfinished, path)
}

/// Removes what a removed file leaves empty, up to the output folder itself.
fn remove_empty_folders(folder: &Path, removed: &Path) {
    let parents = removed.ancestors().skip(1).take_while(|parent| *parent != folder);
    for parent in parents {
        if fs::remove_dir(parent).is_err() {
            return;
        }
    }
}

/// Two files of one path: an extra is called like something that is generated.
fn refuse_twins(files: &[File]) -> Result<(), Diagnostics> {
    let mut paths = BTreeSet::new();
    let twin = |file: &&File| !paths.insert(file.path.to_lowercase());
    let problem = |file: &File| {
        let message = format!("`{}` is generated; no other file can have its name", file.path);
        Diagnostic::general(Code::InTheWay, message)
    };
    let twins: Diagnostics = files.iter().filter(twin).map(problem).collect();
    if twins.is_empty() { Ok(()) } else { Err(twins) }
}

fn stranger(folder: &Path, path: &str) -> Diagnostic {
    let path = folder.join(path);
    let message = format!("{} is in the way: bindery did not make it", path.display());
    let help = "choose another folder with --out, or remove the file";
    Diagnostic::general(Code::InTheWay, message).with_help(help)
}

fn unwritable(path: &Path, error: &io::Error) -> Diagnostics {
    let message = format!("{} cannot be written: {error}", path.display());
    Diagnostic::general(Code::Unwritable, message).into()
}
