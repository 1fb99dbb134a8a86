//! The texts of one side: where in them a part stands.

use super::change::Spot;
use crate::diagnostics::Place;
use crate::load::Document;

/// The documents of one side, by what the model calls them.
#[derive(Debug, Default)]
pub struct Texts(Vec<(String, Document)>);

impl Texts {
    /// Documents, each with the name that the model has for it.
    pub fn new(documents: Vec<(String, Document)>) -> Self {
        Self(documents)
    }

    /// The line and the column of a spot; nothing for what stands in no document.
    pub fn place(&self, spot: &Spot) -> Option<Place> {
        let found = self.0.iter().find(|(name, _)| *name == spot.document);
        found.map(|(_, document)| document.place(&spot.pointer))
    }
}
