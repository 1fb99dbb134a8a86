//! `bindery diff`: what a change of documents does to users of the crate.

mod side;

use clap::{Args, ValueEnum};

use bindery::config;
use bindery::diagnostics::Diagnostics;
use bindery::diff::print::{Shown, github, json, markdown, text};
use bindery::diff::{Class, Texts, diff};
use bindery::load::{Document, Limits};
use bindery::model::Model;
use bindery::pipeline::{Job, model_of};
use bindery::profile::Profile;

use super::limits::Flags;
use super::report::{Report, print};
use super::{Format, Outcome};
use side::Side;

/// The two sides.
#[derive(Debug, Args)]
pub struct Diff {
    /// The old side: a document, a folder of documents, or `revision:path` of the Git repository
    #[arg(value_name = "OLD")]
    old: String,
    /// The new side, likewise
    #[arg(value_name = "NEW")]
    new: String,
    /// Exit with 1 if there is a change of this class, or of a heavier one
    #[arg(long, value_name = "CLASS", value_enum)]
    fail_on: Option<FailOn>,
    /// What is particular to the vendor [default: found by the server's host]
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
    #[command(flatten)]
    limits: Flags,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Breaking,
    Additive,
    Documentation,
}

impl From<FailOn> for Class {
    fn from(it: FailOn) -> Self {
        match it {
            FailOn::Breaking => Self::Breaking,
            FailOn::Additive => Self::Additive,
            FailOn::Documentation => Self::Documentation,
        }
    }
}

/// Prints the changes, and fails on those that are not wanted.
pub fn run(arguments: &Diff, report: &Report) -> Result<Outcome, Diagnostics> {
    let profile = arguments.profile.as_deref().map(config::profile).transpose()?;
    let limits = arguments.limits.over(Limits::DEFAULT);
    let mut old = Side::read(&arguments.old, &limits)?;
    let new = Side::read(&arguments.new, &limits)?;
    old.call_alike(&new);
    let (old_model, old) = lowered(old, profile)?;
    let (new_model, new) = lowered(new, profile)?;
    let diff = diff(&old_model, &new_model);
    let shown = Shown { diff: &diff, old: &old, new: &new };
    let text = match report.format {
        Format::Text => text::print(&shown),
        Format::Markdown => markdown::print(&shown),
        Format::Json => json::print(&shown),
        Format::Github => github::print(&shown),
    };
    if !text.is_empty() {
        print(text.trim_end());
    }
    let fails = |class: FailOn| diff.changes.iter().any(|change| change.class >= class.into());
    let refused = arguments.fail_on.is_some_and(fails);
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

/// What a crate of that side would have.
fn lowered(side: Side, profile: Option<&'static Profile>) -> Result<(Model, Texts), Diagnostics> {
    let job = Job { profile, ..Job::of("compared", side.inputs) };
    compared(&job, side.documents)
}

/// The model of documents that have been loaded, and their texts, by what the model calls them.
pub fn compared(job: &Job, documents: Vec<Document>) -> Result<(Model, Texts), Diagnostics> {
    let (model, _) = model_of(job, &documents)?;
    Ok((model, texts(job, documents)))
}

/// The texts of a job's documents.
pub fn texts(job: &Job, documents: Vec<Document>) -> Texts {
    let names = job.inputs.iter().map(|input| input.source.clone());
    Texts::new(names.zip(documents).collect())
}
