//! Changes for other programs: one object, whose keys and their order are part of the format.

use serde::Serialize;

use super::Shown;
use crate::diagnostics::Place;
use crate::diff::{Action, Change, Class, Effect, Kind, Verdict};

/// The number of the format; it grows when a key changes its meaning.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    verdict: Verdict,
    breaking: usize,
    additive: usize,
    documentation: usize,
    changes: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    fingerprint: String,
    class: Class,
    verdict: Verdict,
    document: &'a str,
    kind: Kind,
    action: Action,
    aspect: &'a str,
    wire: Option<View<'a>>,
    rust: Option<View<'a>>,
    old: Option<At>,
    new: Option<At>,
}

#[derive(Serialize)]
struct View<'a> {
    class: Class,
    subject: &'a str,
    old: &'a str,
    new: &'a str,
    advice: &'a str,
}

#[derive(Serialize)]
struct At {
    file: String,
    line: usize,
    column: usize,
    pointer: Option<String>,
}

/// Prints the diff as one JSON object; what is not known is `null`.
pub fn print(shown: &Shown<'_>) -> String {
    let diff = shown.diff;
    let report = Report {
        schema: SCHEMA,
        verdict: diff.verdict(),
        breaking: diff.count(Class::Breaking),
        additive: diff.count(Class::Additive),
        documentation: diff.count(Class::Documentation),
        changes: diff.changes.iter().map(|change| line(shown, change)).collect(),
    };
    // Strings and numbers alone: there is nothing here that JSON cannot say.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

fn line<'a>(shown: &Shown<'_>, change: &'a Change) -> Line<'a> {
    Line {
        fingerprint: change.fingerprint(),
        class: change.class,
        verdict: change.verdict(),
        document: &change.document,
        kind: change.kind,
        action: change.action,
        aspect: change.aspect,
        wire: change.wire.as_ref().map(view),
        rust: change.rust.as_ref().map(view),
        old: shown.old_place(change).map(at),
        new: shown.new_place(change).map(at),
    }
}

fn view(effect: &Effect) -> View<'_> {
    let Effect { class, subject, old, new, advice } = effect;
    View { class: *class, subject, old, new, advice }
}

fn at(place: Place) -> At {
    At { file: place.file, line: place.line, column: place.column, pointer: place.pointer }
}
