//! Changes as annotations of a GitHub workflow, at the lines of the new document.

use super::Shown;
use super::words::{headline, in_rust, on_the_wire};
use crate::diagnostics::github::command;
use crate::diff::{Change, Class};

/// Prints one `::warning …::…` for each breaking change, `::notice …::…` for the others.
pub fn print(shown: &Shown<'_>) -> String {
    shown.diff.changes.iter().map(|change| print_one(shown, change)).collect()
}

fn print_one(shown: &Shown<'_>, change: &Change) -> String {
    let level = if change.class == Class::Breaking { "warning" } else { "notice" };
    let place = shown.new_place(change).or_else(|| shown.old_place(change));
    let wire = on_the_wire(change).map(|wire| format!("\nwire: {wire}")).unwrap_or_default();
    let message = format!("{}{wire}\nrust: {}", headline(change), in_rust(change));
    command(level, place.as_ref(), change.class.as_str(), &message)
}
