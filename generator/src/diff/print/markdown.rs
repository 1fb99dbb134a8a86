//! Changes for a pull request: a title, a verdict, a list for each class.

use std::fmt::Write as _;

use super::Shown;
use super::words::{counts, headline, in_rust, on_the_wire};
use crate::diff::{Change, Class, Verdict};

/// Where the list ends, in bytes: GitHub takes 65,536 characters, and a pull request has more to say.
const LONGEST: usize = 50_000;

/// The first line is a heading, and fits as the title of a pull request.
pub fn print(shown: &Shown<'_>) -> String {
    let diff = shown.diff;
    let mut text = match diff.verdict() {
        Verdict::None => "# The documents promise what they did\n".to_owned(),
        verdict => format!("# The documents have changed: {verdict} ({})\n", counts(diff)),
    };
    let classes = [
        (Class::Breaking, "Breaking"),
        (Class::Additive, "Additive"),
        (Class::Documentation, "Documentation"),
    ];
    for (class, heading) in classes {
        let changes: Vec<_> = diff.changes.iter().filter(|it| it.class == class).collect();
        if !changes.is_empty() {
            let _ = writeln!(text, "\n## {heading}\n");
        }
        for (index, change) in changes.iter().enumerate() {
            if text.len() > LONGEST {
                let _ = writeln!(text, "- and {} more: see `bindery diff`", changes.len() - index);
                break;
            }
            print_one(&mut text, shown, change);
        }
    }
    text
}

fn print_one(text: &mut String, shown: &Shown<'_>, change: &Change) {
    let headline = escape(&headline(change));
    let places = [shown.old_place(change), shown.new_place(change)];
    let places: Vec<String> = places.iter().flatten().map(|it| format!("`{it}`")).collect();
    if change.class == Class::Documentation {
        let _ = writeln!(text, "- {headline} ({})", places.join(" → "));
        return;
    }
    let _ = writeln!(text, "- **{headline}**");
    let _ = writeln!(text, "  - Rust: {}", escape(&in_rust(change)));
    if let Some(wire) = on_the_wire(change) {
        let _ = writeln!(text, "  - Wire: {}", escape(&wire));
    }
    if !places.is_empty() {
        let _ = writeln!(text, "  - {}", places.join(" → "));
    }
}

/// Text of a document is text: outside of backticks, nothing of it is markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut quoted = false;
    for c in text.chars() {
        quoted ^= c == '`';
        if !quoted && matches!(c, '*' | '_' | '<' | '>' | '[' | ']' | '|' | '@' | '#' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
