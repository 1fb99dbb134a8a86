//! A document in any dialect in, the same in the words of OpenAPI 3.0 out.
//!
//! What 3.0 cannot say is noted for the ledger, and every place keeps its way back to the author's
//! text.

mod abuses;
mod moved_references;
mod origins;
mod places;
mod schemas;
mod v2;
mod v3_1;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

pub use self::origins::Origins;
pub use self::schemas::{COUNTS, POSITIONS};
use super::faults;
use super::version::Dialect;
use crate::diagnostics::Problem;

/// A document in the words of OpenAPI 3.0.
#[derive(Debug)]
pub(super) struct Translation<'a> {
    pub(super) root: Cow<'a, Value>,
    pub(super) origins: Origins,
    /// What only the other dialect could say.
    pub(super) notes: Vec<Note>,
    /// Rules of the other dialect that the document breaks.
    pub(super) problems: Vec<Problem>,
    /// References that stood in parts which were taken out.
    pub(super) kept: Vec<String>,
    /// Where schemas are now that other schemas may refer to, by where they stood.
    moves: BTreeMap<String, String>,
}

/// A part of a document that has no counterpart in OpenAPI 3.0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The part, as a JSON pointer into the author's document.
    pub pointer: String,
    /// What it is.
    pub what: String,
    /// What it became.
    pub became: String,
}

/// The document in the words of OpenAPI 3.0.
pub(super) fn translate(root: &Value, dialect: Dialect) -> Translation<'_> {
    match dialect {
        Dialect::OpenApi3_0 => Translation::of(root),
        Dialect::OpenApi3_1 => v3_1::translate(root),
        Dialect::Swagger2 => v2::translate(root),
    }
}

/// A document that breaks rules, read as its author will have meant it; nothing if none of its
/// faults is of a kind whose meaning is plain.
pub(super) fn forgive(mut it: Translation<'_>) -> Option<Translation<'_>> {
    let known = it.problems.len();
    let changed = schemas::translate(&mut it);
    moved_references::follow(&mut it);
    it.problems.extend(changed.iter().map(|at| faults::other_dialect(at)));
    abuses::forgive(&mut it);
    (it.problems.len() > known).then_some(it)
}

impl<'a> Translation<'a> {
    /// A translation that stands where it began.
    fn of(root: &'a Value) -> Self {
        Self {
            root: Cow::Borrowed(root),
            origins: Origins::default(),
            notes: Vec::new(),
            problems: Vec::new(),
            kept: Vec::new(),
            moves: BTreeMap::new(),
        }
    }

    /// Notes that the part at `pointer`, in the words of 3.0, became something else.
    fn note(&mut self, pointer: &str, what: impl Into<String>, became: impl Into<String>) {
        let pointer = self.origins.of(pointer);
        self.notes.push(Note { pointer, what: what.into(), became: became.into() });
    }
}
