//! `generate --changelog`: what the documents' changes since a revision mean for the crate's users.

use std::path::Path;

use bindery::config::Order;
use bindery::diagnostics::{Code, Diagnostic, Diagnostics};
use bindery::diff::print::changelog::{NAME, add, newest, next};
use bindery::diff::{Diff, Texts, Verdict, diff};
use bindery::format::File;
use bindery::load::{Document, parse};
use bindery::model::Model;
use bindery::pipeline::{Job, amend};

use super::diff::compared;
use super::git;

/// The next version of a crate.
#[derive(Debug)]
pub struct Release {
    /// The version before.
    pub follows: String,
    /// The version that the changes lead to.
    pub version: String,
    /// The changelog, with a section for it.
    pub changelog: File,
}

/// The version of a crate whose documents have changed since `revision`; `old` is what it was made of
/// then. What the changelog has more than at that revision is replaced, so that a second run changes
/// nothing.
pub fn release(
    order: &Order,
    old: Job,
    model: &Model,
    revision: &str,
) -> Result<Option<Release>, Diagnostics> {
    let diff = since(old, model, revision)?.diff;
    if diff.verdict() == Verdict::None {
        return Ok(None);
    }
    if order.job.package.extras.iter().any(|extra| extra.path == NAME) {
        return Err(not_ours());
    }
    let before = git::at(revision, &order.out.join(NAME))?.unwrap_or_default();
    let before = String::from_utf8_lossy(&before);
    let follows = newest(&before).unwrap_or(&order.first_version).to_owned();
    let Some(version) = next(&follows, diff.verdict()) else { return Err(no_version(&follows)) };
    let changelog = File { path: NAME.to_owned(), text: add(&before, &version, &diff) };
    Ok(Some(Release { follows, version, changelog }))
}

/// What has changed since a revision.
#[derive(Debug)]
pub struct Since {
    pub diff: Diff,
    pub old: Texts,
}

/// Compares a crate with what would have been made of the documents of a revision.
pub fn since(old: Job, new: &Model, revision: &str) -> Result<Since, Diagnostics> {
    let (job, documents) = at(old, revision)?;
    let (model, old) = compared(&job, documents)?;
    Ok(Since { diff: diff(&model, new), old })
}

/// The documents as they were, without those that were not there.
fn at(mut job: Job, revision: &str) -> Result<(Job, Vec<Document>), Diagnostics> {
    let mut documents = Vec::new();
    for input in std::mem::take(&mut job.inputs) {
        let Some(own) = git::at(revision, &input.path)? else { continue };
        let read = input.read(|path| {
            let bytes = match path == input.path {
                true => own.clone(),
                false => git::at(revision, path)?.unwrap_or_default(),
            };
            parse(&label(revision, path), bytes, &input.limits)
        })?;
        documents.push(amend(&input, read)?);
        job.inputs.push(input);
    }
    Ok((job, documents))
}

fn label(revision: &str, path: &Path) -> String {
    format!("{revision}:{}", path.display())
}

fn not_ours() -> Diagnostics {
    let message =
        format!("the crate's {NAME} is one of its extras, and cannot have a section more");
    let help = "move it into the folder of the crate, where what is written in it stays";
    Diagnostic::general(Code::InTheWay, message).with_help(help).into()
}

fn no_version(version: &str) -> Diagnostics {
    let message = format!("the version {version} is no three numbers, and cannot be moved");
    Diagnostic::general(Code::BadConfiguration, message).into()
}
