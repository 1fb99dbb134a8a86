//! `generate --changelog`: what the documents' changes since a revision mean for the crate's users.

use std::path::{Path, PathBuf};

use bindery::config::Order;
use bindery::diagnostics::{Code, Diagnostic, Diagnostics};
use bindery::diff::print::changelog::{NAME, add, newest, next};
use bindery::diff::{Diff, Texts, Verdict, diff};
use bindery::load::{Document, parse};
use bindery::pipeline::{Job, each, open};

use super::diff::compared;
use super::git;

/// A changelog with a section more.
#[derive(Debug)]
pub struct Changelog {
    /// Where it goes.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// The changelog of a crate whose documents have changed since `revision`; the order then asks for
/// the version of its new section. What the file has more than at that revision is replaced, so that
/// a second run changes nothing.
pub fn changelog(order: &mut Order, revision: &str) -> Result<Option<Changelog>, Diagnostics> {
    let diff = since(order, revision)?.diff;
    if diff.verdict() == Verdict::None {
        return Ok(None);
    }
    let path = order.out.join(NAME);
    let before = match git::at(revision, &path)? {
        Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        None => String::new(),
    };
    let base = newest(&before).unwrap_or(&order.first_version);
    let Some(version) = next(base, diff.verdict()) else { return Err(no_version(base)) };
    order.job.package.version.clone_from(&version);
    let text = add(&before, &version, &diff);
    Ok(Some(Changelog { path, text }))
}

/// What has changed since a revision.
#[derive(Debug)]
pub struct Since {
    pub diff: Diff,
    pub old: Texts,
    pub new: Texts,
}

/// Compares the documents of a crate with what they were at a revision.
pub fn since(order: &Order, revision: &str) -> Result<Since, Diagnostics> {
    let (job, documents) = old_side(&order.job, revision)?;
    let (old_model, old) = compared(&job, documents)?;
    let (new_model, new) = compared(&order.job, each(&order.job.inputs, open)?)?;
    Ok(Since { diff: diff(&old_model, &new_model), old, new })
}

/// The documents as they were, without those that were not there.
fn old_side(job: &Job, revision: &str) -> Result<(Job, Vec<Document>), Diagnostics> {
    let mut old = Job { inputs: Vec::new(), ..job.clone() };
    let mut documents = Vec::new();
    for input in &job.inputs {
        if let Some(bytes) = git::at(revision, &input.path)? {
            documents.push(parse(&label(revision, &input.path), bytes)?);
            old.inputs.push(input.clone());
        }
    }
    Ok((old, documents))
}

fn label(revision: &str, path: &Path) -> String {
    format!("{revision}:{}", path.display())
}

fn no_version(version: &str) -> Diagnostics {
    let message = format!("the version {version} is no three numbers, and cannot be moved");
    Diagnostic::general(Code::BadConfiguration, message).into()
}
