//! The command line: one file a verb.

mod changelog;
mod check;
mod diff;
mod explain;
mod generate;
mod git;
mod inspect;
mod limits;
mod orders;
mod report;
mod review;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use bindery::diagnostics::Diagnostics;
use report::Report;

const PRINTING: &str = "Printing";

const EXAMPLES: &str = "\
Examples:
  bindery generate                                      all that bindery.toml names
  bindery generate api.json --out client --name client  one crate from one document
  bindery check                                         for continuous integration
  bindery diff HEAD~1:specs/api.json specs/api.json     what a change does to users
  bindery inspect api.json --ledger                     what could not be expressed
  bindery explain E0301                                 more about a diagnostic";

/// Reads OpenAPI documents and writes Rust client crates that a careful person could have written.
#[derive(Debug, Parser)]
#[command(name = "bindery", version, max_term_width = 100, after_help = EXAMPLES)]
struct Cli {
    /// How to show diagnostics and changes
    #[arg(long, global = true, value_enum, default_value_t, help_heading = PRINTING)]
    format: Format,
    /// Print nothing but diagnostics
    #[arg(short, long, global = true, help_heading = PRINTING)]
    quiet: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Write a client crate, or all that bindery.toml names
    ///
    /// Only what has changed is written, and only files that bindery made are overwritten or
    /// removed. Exits with 0, or with 2 when a document or an argument is wrong; nothing is
    /// written then.
    Generate(generate::Generate),
    /// Tell whether what `generate` would write is what is there
    ///
    /// Names every stale file and the command that repairs them. Exits with 0 if there is none,
    /// with 1 if there are some, with 2 when a document or an argument is wrong.
    Check(orders::Selection),
    /// Tell what a change of documents does to those who use the crate
    ///
    /// Each change with its class, on the wire and in Rust, its place in both documents, and what
    /// the crate's next version must be. Exits with 0, with 1 for a change that --fail-on names,
    /// with 2 when a document or an argument is wrong.
    Diff(diff::Diff),
    /// Go through what `generate` would change, file by file, and write what is accepted
    ///
    /// Each file is shown with what the documents' changes do to its items, their places, and how
    /// its text changes. What is skipped stays stale. Exits with 0, with 1 if something was
    /// rejected, with 2 when a document or an argument is wrong.
    Review(review::Review),
    /// Print what would be generated from a document, as JSON
    ///
    /// The model holds every decision: names, types, operations, paging, and the ledger of what
    /// could not be expressed.
    Inspect(inspect::Inspect),
    /// Tell more about the code of a diagnostic, or list all codes
    ///
    /// What it means, an example of what has it, and the way out. Exits with 0, or with 2 when there is
    /// no such code.
    Explain(explain::Explain),
}

/// How to show diagnostics and changes: for people, for a pull request, as JSON, as annotations of a
/// GitHub workflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Markdown,
    Json,
    Github,
}

/// How a verb ended, when nothing was wrong with its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    Stale,
    Refused,
}

/// Runs the verb. Exit codes: 0 done, 1 stale or refused, 2 bad input.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let report = Report { format: cli.format, quiet: cli.quiet };
    let outcome: Result<Outcome, Diagnostics> = match &cli.verb {
        Verb::Generate(arguments) => generate::run(arguments, &report),
        Verb::Check(selection) => check::run(selection, &report),
        Verb::Diff(diff) => diff::run(diff, &report),
        Verb::Review(arguments) => review::run(arguments),
        Verb::Inspect(inspect) => inspect::run(inspect, &report),
        Verb::Explain(explain) => explain::run(explain),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Stale | Outcome::Refused) => ExitCode::from(1),
        Err(diagnostics) => {
            report.diagnostics(&diagnostics);
            ExitCode::from(2)
        }
    }
}
