//! `bindery inspect`: a window into the middle of the pipeline.

use std::path::PathBuf;

use clap::Args;

use bindery::config;
use bindery::diagnostics::Diagnostics;
use bindery::pipeline::{Decided, Input, Job, decide};

use super::Outcome;
use super::limits::Flags;
use super::report::{Report, print};

/// The document to look at.
#[derive(Debug, Args)]
pub struct Inspect {
    /// An OpenAPI document
    #[arg(value_name = "SPEC")]
    spec: PathBuf,
    /// Print the ledger alone: what could not be expressed, and what it became
    #[arg(long)]
    ledger: bool,
    /// What is particular to the vendor [default: found by the server's host]
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
    #[command(flatten)]
    limits: Flags,
}

/// Prints the model, its ledger included, as JSON.
pub fn run(inspect: &Inspect, report: &Report) -> Result<Outcome, Diagnostics> {
    let job = Job {
        profile: inspect.profile.as_deref().map(config::profile).transpose()?,
        ..Job::of("inspected", vec![inspect.limits.on(Input::file(&inspect.spec))])
    };
    let Decided { model, warnings, .. } = decide(&job)?;
    report.diagnostics(&warnings);
    let document = model.documents.first();
    let json = match inspect.ledger {
        true => serde_json::to_string_pretty(&document.map(|document| &document.ledger)),
        false => serde_json::to_string_pretty(&document),
    };
    print(&json.unwrap_or_default());
    Ok(Outcome::Done)
}
