//! One side of a comparison: documents from a file, a folder, or a revision.

use std::path::Path;

use bindery::bundle::bundle;
use bindery::diagnostics::{Code, Diagnostic, Diagnostics};
use bindery::load::{Document, Limits, load, parse};
use bindery::pipeline::{Input, each};

use crate::cli::git;

/// The documents of one side, in the order of their names.
#[derive(Debug)]
pub struct Side {
    pub inputs: Vec<Input>,
    pub documents: Vec<Document>,
    /// Whether a document was named, and no folder.
    is_one: bool,
}

impl Side {
    /// Reads a file or a folder that is there, else `revision:path`.
    ///
    /// # Errors
    ///
    /// When nothing of the kind can be read, and for every document that cannot.
    pub fn read(argument: &str, limits: &Limits) -> Result<Self, Diagnostics> {
        let path = Path::new(argument);
        if path.is_dir() {
            let names = names(path, "")?;
            return Self::folder(&names, |name| {
                bundle(&path.join(name), &|path| load(path, &path.display().to_string(), limits))
            });
        }
        match argument.split_once(':') {
            Some((revision, _)) if revision.len() > 1 && !path.exists() => {
                Self::of_git(argument, limits)
            }
            _ => {
                let read = |path: &Path| load(path, &path.display().to_string(), limits);
                Self::one(argument, bundle(path, &read)?)
            }
        }
    }

    fn of_git(object: &str, limits: &Limits) -> Result<Self, Diagnostics> {
        match git::names(object)? {
            Some(names) => {
                let names: Vec<String> = names.into_iter().filter(|it| is_document(it)).collect();
                Self::folder(&names, |name| {
                    let object = format!("{}/{name}", object.trim_end_matches('/'));
                    of_revision(&object, limits)
                })
            }
            None => Self::one(object, of_revision(object, limits)?),
        }
    }

    fn folder(
        names: &[String],
        read: impl Fn(&String) -> Result<Document, Diagnostics>,
    ) -> Result<Self, Diagnostics> {
        let documents = each(names, read)?;
        Ok(Self { inputs: names.iter().map(input).collect(), documents, is_one: false })
    }

    fn one(argument: &str, document: Document) -> Result<Self, Diagnostics> {
        let inputs = vec![input(&file_name(argument))];
        Ok(Self { inputs, documents: vec![document], is_one: true })
    }

    /// Of two documents that were named one by one, the older is called like the newer.
    pub fn call_alike(&mut self, new: &Self) {
        if self.is_one && new.is_one {
            self.inputs.clone_from(&new.inputs);
        }
    }
}

/// The document that is called `revision:path`, with the files that it leads to there.
fn of_revision(object: &str, limits: &Limits) -> Result<Document, Diagnostics> {
    let (revision, path) = object.split_once(':').unwrap_or(("", object));
    let read = |path: &Path| {
        let object = format!("{revision}:{}", path.display());
        parse(&object, git::show(&object)?, limits)
    };
    bundle(Path::new(path), &read)
}

/// The documents in a folder and below, by their paths in it.
fn names(folder: &Path, prefix: &str) -> Result<Vec<String>, Diagnostics> {
    let unreadable = |error: std::io::Error| -> Diagnostics {
        let message = format!("{} cannot be read: {error}", folder.display());
        Diagnostic::general(Code::Unreadable, message).into()
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(unreadable)?.is_dir() {
            found.extend(names(&entry.path(), &format!("{name}/"))?);
        } else if is_document(&name) {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

fn input(name: &String) -> Input {
    Input { source: name.clone(), ..Input::file(Path::new(name)) }
}

fn is_document(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|it| it.to_str());
    matches!(extension, Some("json" | "yaml" | "yml"))
}

fn file_name(argument: &str) -> String {
    argument.rsplit(['/', '\\', ':']).next().unwrap_or(argument).to_owned()
}
