//! A document's bytes in, a crate in memory out, and whether it is Rust.

use bindery::diagnostics::Diagnostics;
use bindery::format::{File, format_file};
use bindery::load::{Limits, parse};
use bindery::model::Model;
use bindery::pipeline::{Input, Job, model_of};
use bindery::render::{Content, render};

/// What was made of a document.
pub struct Made {
    pub model: Model,
    /// The files that are made of tokens; all others are the same in every crate.
    pub files: Vec<File>,
}

/// A tenth of what is usual, so that a document which asks for too much is soon refused.
const LIMITS: Limits = Limits { values: 100_000, copies: 25_000, ..Limits::DEFAULT };

/// Makes a crate with all that can be had of a document, whose format `label` ends in.
pub fn make(label: &str, bytes: Vec<u8>) -> Result<Made, Diagnostics> {
    let document = parse(label, bytes, &LIMITS)?;
    let job = Job {
        all_schemas: true,
        tests: true,
        ..Job::of("client", vec![Input::file(label.as_ref())])
    };
    let (model, _) = model_of(&job, &[document])?;
    let files = render(&model, &job.package, &job.target, job.dates).files.into_iter();
    let files = files.filter(|file| matches!(file.content, Content::Rust { .. }));
    let files = files.map(format_file).collect();
    Ok(Made { model, files })
}

/// The first file that is no Rust, and why.
pub fn unparsed(made: &Made) -> Option<String> {
    made.files.iter().find_map(|file| {
        let error = syn::parse_file(&file.text).err()?;
        Some(format!("{}: {error}", file.path))
    })
}
