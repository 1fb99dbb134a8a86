//! Two models in, what changed for those who use the crate out: on the wire and in Rust.
//!
//! Each model becomes an outline: a tree of what a document promises, keyed by what it is called on
//! the wire. Outlines are compared node by node, so that the order of keys, white space and the
//! notation of a document cannot matter.

mod align;
mod change;
mod compare;
mod node;
mod outline;
mod pairs;
mod places;
pub mod print;
mod weigh;

use crate::model::Model;

pub use change::{Action, Change, Class, Effect, Spot, Verdict};
pub use node::Kind;
pub use places::Texts;

/// What changed between two models.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// The changes: breaking ones first, then in the order of documents and names.
    pub changes: Vec<Change>,
}

impl Diff {
    /// What the crate's next version must be.
    pub fn verdict(&self) -> Verdict {
        self.changes.iter().map(Change::verdict).max().unwrap_or(Verdict::None)
    }

    /// How many changes are of a class.
    pub fn count(&self, class: Class) -> usize {
        self.changes.iter().filter(|change| change.class == class).count()
    }
}

/// Compares what two models promise. Documents belong together when they are called alike.
pub fn diff(old: &Model, new: &Model) -> Diff {
    let mut changes = compare::compare(&align::outline_old(old, new), &outline::outline(new));
    changes.sort_by(|a, b| (b.class, &a.document).cmp(&(a.class, &b.document)));
    Diff { changes }
}
