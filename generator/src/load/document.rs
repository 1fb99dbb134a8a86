//! A document: its text, its values, and the place of each value on demand.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use serde_json::Value;

use super::fault;
use super::limits::Limits;
use super::moves::{Moves, Source};
use super::positions::{Positions, Repeat};
use crate::diagnostics::{Diagnostic, Diagnostics, Excerpt, Place, Problem};

/// The notation of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2.
    Yaml,
}

impl Format {
    /// Goes by the end of the name, and by the first character when that says nothing.
    pub(super) fn guess(label: &str, text: &str) -> Self {
        let extension = label.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        match extension.as_deref() {
            Some("json") => Self::Json,
            Some("yaml" | "yml") => Self::Yaml,
            _ if text.trim_start().starts_with(['{', '[']) => Self::Json,
            _ => Self::Yaml,
        }
    }
}

/// A document that was read.
#[derive(Debug)]
pub struct Document {
    /// The file's name as diagnostics show it.
    pub label: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// The notation of the text.
    pub format: Format,
    /// The whole document; always an object, its keys in the author's order.
    pub root: Value,
    /// What it may have at most.
    pub limits: Limits,
    /// Where its values come from, as far as amendments have changed it.
    pub moves: Moves,
    /// The documents that some of its values come from.
    pub amendments: Vec<Document>,
    /// What is wrong with references to other files, by the places of their texts.
    pub unresolved: BTreeMap<String, Problem>,
    /// Found when the first place is asked for: a document without problems never pays for it.
    positions: OnceLock<Positions>,
}

impl Document {
    pub(super) fn new(
        label: &str,
        text: String,
        format: Format,
        root: Value,
        limits: Limits,
    ) -> Self {
        Self {
            label: label.to_owned(),
            text,
            format,
            root,
            limits,
            moves: Moves::default(),
            amendments: Vec::new(),
            unresolved: BTreeMap::new(),
            positions: OnceLock::new(),
        }
    }

    /// Finds the value that a JSON pointer names, or its nearest ancestor that exists, in the text that it
    /// comes from. Of an object or a list that is where its key stands.
    ///
    /// The first call reads the text again.
    #[must_use]
    pub fn place(&self, pointer: &str) -> Place {
        match self.moves.of(pointer) {
            Source::Own(pointer) => self.own_place(pointer),
            // A number that is in the book is that of an amendment.
            Source::Amendment(number, pointer) => self.amendments[number].own_place(pointer),
        }
    }

    fn own_place(&self, pointer: String) -> Place {
        Place { pointer: Some(pointer.clone()), ..self.spot(&self.positions().find(&pointer)) }
    }

    /// The place of a span of the text.
    fn spot(&self, span: &Range<usize>) -> Place {
        let (line, column) = self.positions().lines.locate(&self.text, span.start);
        let excerpt = Some(Excerpt::of(&self.text, span));
        Place { excerpt, ..Place::new(&self.label, line, column) }
    }

    /// Gives a problem its place in the text.
    #[must_use]
    pub fn diagnose(&self, problem: Problem) -> Diagnostic {
        let place = self.place(&problem.pointer);
        problem.at(place)
    }

    /// Every key that its object has had before, each at the place of the later one.
    pub(super) fn duplicate_keys(&self) -> Diagnostics {
        let report = |Repeat { pointer, key, first, again }: Repeat| {
            let first = Place { pointer: Some(pointer.clone()), ..self.spot(&first) };
            let problem = fault::duplicate_key(pointer, &key);
            problem.at(self.spot(&again)).with_related(first, "first given here")
        };
        self.positions().repeats().into_iter().map(report).collect()
    }

    fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| Positions::of(&self.text, self.format, &self.limits))
    }
}
