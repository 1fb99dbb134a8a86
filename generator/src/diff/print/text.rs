//! Changes for a terminal.

use std::fmt::Write as _;

use super::Shown;
use super::words::{counts, headline, in_rust, on_the_wire};
use crate::diff::Change;

/// A line with the verdict, and a paragraph for each change.
pub fn print(shown: &Shown<'_>) -> String {
    let mut text = format!("{}: {}\n", shown.diff.verdict(), counts(shown.diff));
    for change in &shown.diff.changes {
        text.push('\n');
        print_one(&mut text, shown, change);
    }
    text
}

fn print_one(text: &mut String, shown: &Shown<'_>, change: &Change) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}: {}", change.class, headline(change));
    if let Some(wire) = on_the_wire(change) {
        let _ = writeln!(text, "  wire: {wire}");
    }
    let _ = writeln!(text, "  rust: {}", in_rust(change));
    for (word, place) in [("old", shown.old_place(change)), ("new", shown.new_place(change))] {
        if let Some(place) = place {
            let _ = writeln!(text, "   {word}: {place}");
        }
    }
}
