//! The command line: one file a verb.

mod check;
mod generate;
mod inspect;
mod orders;
mod report;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use bindery::diagnostics::Diagnostics;
use report::Report;

/// Reads OpenAPI documents and writes Rust client crates that a careful person could have written.
#[derive(Debug, Parser)]
#[command(name = "bindery", version, max_term_width = 100)]
struct Cli {
    /// How to show diagnostics
    #[arg(long, global = true, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Print nothing but diagnostics
    #[arg(short, long, global = true)]
    quiet: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Write a client crate, or all that bindery.toml names
    Generate(orders::Selection),
    /// Tell whether what `generate` would write is what is there
    Check(orders::Selection),
    /// Print what would be generated from a document, as JSON
    Inspect(inspect::Inspect),
}

/// How to show diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON object a line
    Json,
    /// Annotations of a GitHub Actions workflow
    Github,
}

/// How a verb ended, when nothing was wrong with its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    Stale,
}

/// Runs the verb. Exit codes: 0 done, 1 stale, 2 bad input.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let report = Report { format: cli.format, quiet: cli.quiet };
    let outcome: Result<Outcome, Diagnostics> = match &cli.verb {
        Verb::Generate(selection) => generate::run(selection, &report),
        Verb::Check(selection) => check::run(selection, &report),
        Verb::Inspect(inspect) => inspect::run(inspect, &report),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Stale) => ExitCode::from(1),
        Err(diagnostics) => {
            report.diagnostics(&diagnostics);
            ExitCode::from(2)
        }
    }
}
