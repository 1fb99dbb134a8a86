//! A plan on its way to the disk: all of it, or nothing.
//!
//! Everything new is first complete in a folder of its own. Then a journal says what is to happen,
//! and from the moment that it stands, it happens: a run that is interrupted later is finished by
//! the next. One that is interrupted before has changed nothing.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::remove_empty_folders;
use crate::format::File;
use crate::lock;

/// The folder for what is unfinished, in the output folder; no file of a crate is called like it.
const FOLDER: &str = ".bindery";

/// One step of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Put(String),
    Remove(String),
}

/// Puts files into `folder` and removes others; where both are done, nothing is left of the journal.
pub fn carry_out(folder: &Path, put: &[&File], remove: &[String]) -> io::Result<()> {
    stage(folder, put, remove)?;
    finish(folder)
}

/// Finishes what another run has begun, or clears away what it has prepared.
pub fn recover(folder: &Path) -> io::Result<()> {
    if folder.join(FOLDER).is_symlink() {
        return Err(io::Error::other(format!("{FOLDER} is a symbolic link, and leads elsewhere")));
    }
    if journal(folder).is_file() {
        return finish(folder);
    }
    clear(folder)
}

/// Writes what is new beside the tree, and the journal last.
fn stage(folder: &Path, put: &[&File], remove: &[String]) -> io::Result<()> {
    clear(folder)?;
    let paths: Vec<PathBuf> = put.iter().map(|file| staged(folder, &file.path)).collect();
    let parents: BTreeSet<&Path> = paths.iter().filter_map(|path| path.parent()).collect();
    parents.into_iter().try_for_each(fs::create_dir_all)?;
    for (path, file) in paths.iter().zip(put) {
        fs::write(path, &file.text)?;
    }
    let put: BTreeSet<&str> = put.iter().map(|file| whole(folder, &file.path)).collect();
    let put = put.iter().map(|path| format!("put {path}\n"));
    let remove = remove.iter().map(|path| format!("remove {path}\n"));
    let text: String = put.chain(remove).collect();
    let unfinished = folder.join(FOLDER).join("journal.unfinished");
    fs::create_dir_all(folder.join(FOLDER))?;
    fs::write(&unfinished, text)?;
    fs::rename(unfinished, journal(folder))
}

/// What is moved to bring a file: itself, or the outermost of its folders that is not there yet.
fn whole<'p>(folder: &Path, path: &'p str) -> &'p str {
    let mut parents = path.match_indices('/').map(|(end, _)| &path[..end]);
    parents.find(|parent| !folder.join(parent).exists()).unwrap_or(path)
}

/// Does what the journal says; what is done already is passed over.
fn finish(folder: &Path) -> io::Result<()> {
    let text = fs::read_to_string(journal(folder))?;
    for step in text.lines().filter_map(Step::parse) {
        step.take(folder)?;
    }
    clear(folder)
}

impl Step {
    /// A journal is input like any other: it can name files of its own folder only.
    fn parse(line: &str) -> Option<Self> {
        let (word, path) = line.split_once(' ')?;
        match word {
            _ if !lock::is_inside(path) => None,
            "put" => Some(Self::Put(path.to_owned())),
            "remove" => Some(Self::Remove(path.to_owned())),
            _ => None,
        }
    }

    fn take(&self, folder: &Path) -> io::Result<()> {
        match self {
            Self::Put(path) => {
                let target = folder.join(path);
                fs::create_dir_all(target.parent().unwrap_or(folder))?;
                unless_done(put(&staged(folder, path), &target))
            }
            Self::Remove(path) => {
                let path = folder.join(path);
                unless_done(fs::remove_file(&path))?;
                remove_empty_folders(folder, &path);
                Ok(())
            }
        }
    }
}

/// Moves a file or a folder; into a folder that has come to be there, piece by piece.
fn put(staged: &Path, target: &Path) -> io::Result<()> {
    if !(staged.is_dir() && target.is_dir()) {
        return fs::rename(staged, target);
    }
    for entry in fs::read_dir(staged)? {
        let entry = entry?;
        put(&entry.path(), &target.join(entry.file_name()))?;
    }
    Ok(())
}

/// What is not there any longer has been moved or removed before.
fn unless_done(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// The journal goes first: without it, the rest means nothing.
fn clear(folder: &Path) -> io::Result<()> {
    unless_done(fs::remove_file(journal(folder)))?;
    unless_done(fs::remove_dir_all(folder.join(FOLDER)))
}

fn journal(folder: &Path) -> PathBuf {
    folder.join(FOLDER).join("journal")
}

fn staged(folder: &Path, path: &str) -> PathBuf {
    folder.join(FOLDER).join("new").join(path)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    type Tree = BTreeMap<String, String>;

    const OLD: &[(&str, &str)] = &[("a", "1"), ("b/c", "1"), ("b/d/e", "1"), ("mine", "mine")];
    const NEW: &[(&str, &str)] =
        &[("a", "2"), ("b/c", "2"), ("b/f", "2"), ("g/h/i", "2"), ("g/j", "2"), ("mine", "mine")];

    fn tree(files: &[(&str, &str)]) -> Tree {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    fn read(folder: &Path, prefix: &str, tree: &mut Tree) {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                read(&entry.path(), &format!("{name}/"), tree);
            } else {
                tree.insert(name, fs::read_to_string(entry.path()).expect("text"));
            }
        }
    }

    /// A folder with the old tree, and what makes the new one of it.
    fn prepared() -> (tempfile::TempDir, Vec<File>, Vec<String>) {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, text) in OLD {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let file =
            |(path, text): &(&str, &str)| File { path: (*path).into(), text: (*text).into() };
        (folder, NEW[..5].iter().map(file).collect(), vec!["b/d/e".to_owned()])
    }

    fn recovered(folder: &Path) -> Tree {
        recover(folder).expect("a recovery");
        let mut found = Tree::new();
        read(folder, "", &mut found);
        found
    }

    #[test]
    fn a_run_that_ends_before_its_journal_has_changed_nothing() {
        let (folder, put, remove) = prepared();
        stage(folder.path(), &put.iter().collect::<Vec<_>>(), &remove).expect("a journal");
        fs::remove_file(journal(folder.path())).expect("the journal");
        assert_eq!(recovered(folder.path()), tree(OLD));
    }

    #[test]
    fn a_run_that_ends_behind_its_journal_is_finished_from_any_step() {
        for taken in 0..=5 {
            let (folder, put, remove) = prepared();
            stage(folder.path(), &put.iter().collect::<Vec<_>>(), &remove).expect("a journal");
            let text = fs::read_to_string(journal(folder.path())).expect("the journal");
            let steps: Vec<Step> = text.lines().filter_map(Step::parse).collect();
            assert_eq!(steps.len(), 5);
            steps[..taken].iter().for_each(|step| step.take(folder.path()).expect("a step"));
            assert_eq!(recovered(folder.path()), tree(NEW), "after {taken} steps");
        }
    }

    #[test]
    fn a_folder_that_has_come_to_be_there_keeps_what_it_has() {
        let (folder, put, remove) = prepared();
        stage(folder.path(), &put.iter().collect::<Vec<_>>(), &remove).expect("a journal");
        fs::create_dir_all(folder.path().join("g/h")).expect("a folder");
        fs::write(folder.path().join("g/h/k"), "mine").expect("a file");
        let mut expected = tree(NEW);
        expected.insert("g/h/k".to_owned(), "mine".to_owned());
        assert_eq!(recovered(folder.path()), expected);
    }

    #[test]
    fn a_journal_cannot_name_files_outside_its_folder() {
        for line in ["put ../x", "remove /etc/passwd", "remove .git/config", "move a", "put"] {
            assert_eq!(Step::parse(line), None, "{line}");
        }
    }
}
