//! What the command prints: results to standard output, diagnostics to standard error.

use std::io::{IsTerminal, Write};

use bindery::diagnostics::{Diagnostics, github, json, text};

use super::Format;

/// How this run prints.
#[derive(Debug, Clone, Copy)]
pub struct Report {
    pub format: Format,
    pub quiet: bool,
}

impl Report {
    /// Prints a line of result, unless the run is quiet.
    pub fn line(&self, line: &str) {
        if !self.quiet {
            print(line);
        }
    }

    /// Prints diagnostics, quiet or not.
    pub fn diagnostics(&self, diagnostics: &Diagnostics) {
        if diagnostics.is_empty() {
            return;
        }
        match self.format {
            Format::Text | Format::Markdown => {
                let text = text::print(diagnostics, in_color());
                let _ = write!(std::io::stderr().lock(), "{text}");
            }
            Format::Json => print(json::print(diagnostics).trim_end()),
            Format::Github => print(github::print(diagnostics).trim_end()),
        }
    }
}

/// Prints to standard output; a reader that has gone away is no fault of ours.
pub fn print(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Color is for terminals, and for those who have not set `NO_COLOR` (no-color.org).
fn in_color() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !refused && std::io::stderr().is_terminal()
}
