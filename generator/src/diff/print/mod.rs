//! Changes as people and programs read them: one printer a format.

pub mod changelog;
pub mod github;
pub mod json;
pub mod markdown;
pub mod text;
mod words;

use super::places::Texts;
use super::{Change, Diff};
use crate::diagnostics::Place;

/// A diff with the texts that it is about.
#[derive(Debug)]
pub struct Shown<'a> {
    /// What changed.
    pub diff: &'a Diff,
    /// The old documents.
    pub old: &'a Texts,
    /// The new documents.
    pub new: &'a Texts,
}

impl Shown<'_> {
    fn old_place(&self, change: &Change) -> Option<Place> {
        change.old.as_ref().and_then(|spot| self.old.place(spot))
    }

    fn new_place(&self, change: &Change) -> Option<Place> {
        change.new.as_ref().and_then(|spot| self.new.place(spot))
    }
}
