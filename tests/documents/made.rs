//! A document's bytes in, a crate in memory out, and whether it is Rust.

use bindery::diagnostics::Diagnostics;
use bindery::load::{Limits, parse};
use bindery::lock::Inputs;
use bindery::pipeline::{Decided, Input, Job, Made, make_of, model_of};

/// Makes a crate with all that can be had of a document, whose format `label` ends in.
pub fn make(label: &str, bytes: Vec<u8>) -> Result<Made, Diagnostics> {
    let documents = vec![parse(label, bytes, &Limits::DEFAULT)?];
    let job = Job {
        all_schemas: true,
        tests: true,
        ..Job::of("client", vec![Input::file(label.as_ref())])
    };
    let (model, warnings) = model_of(&job, &documents)?;
    let inputs = Inputs::default();
    Ok(make_of(&job, Decided { model, documents, inputs, warnings }))
}

/// The first file that is no Rust, and why.
pub fn unparsed(made: &Made) -> Option<String> {
    let rust = made.files.iter().filter(|file| file.path.ends_with(".rs"));
    rust.filter_map(|file| {
        let error = syn::parse_file(&file.text).err()?;
        Some(format!("{}: {error}", file.path))
    })
    .next()
}
