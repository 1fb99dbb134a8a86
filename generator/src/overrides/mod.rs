//! What a user says of a document beyond its text, and what that makes of the document.

mod glob;
mod operations;
mod overlay;
mod paging;
mod rename;

use std::path::PathBuf;

use serde::Serialize;

pub use self::operations::{choose, is_called};
pub use self::overlay::apply;
pub use self::paging::{By, Paging, USUAL_MAXIMUM};
pub use self::rename::{Named, Rename};
use crate::diagnostics::{Code, Diagnostic, Place, did_you_mean};
use crate::names::ItemPath;

/// All that is said of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Overrides {
    /// What is changed in its values before anything else, in this order.
    pub overlays: Vec<Override<Overlay>>,
    /// The operations that there are; all of them if none is named.
    pub include: Vec<Override<Choice>>,
    /// The operations that there are not, whatever else is said.
    pub exclude: Vec<Override<Choice>>,
    /// What parts of it are called in Rust.
    pub rename: Vec<Override<Rename>>,
    /// The types of its user's own that stand for schemas.
    pub replace: Vec<Override<Replace>>,
    /// What types have beyond what all types have.
    pub derive: Vec<Override<Derive>>,
    /// How lists are paged, by the first rule that fits.
    pub paging: Vec<Override<Paging>>,
}

/// One thing that is said, why, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Override<T> {
    /// What is said.
    pub what: T,
    /// Why, in the words of who says it; nothing that is made depends on it.
    #[serde(skip)]
    pub reason: String,
    /// Where it is said.
    #[serde(skip)]
    pub place: Place,
}

/// An OpenAPI Overlay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overlay {
    /// Where it is.
    #[serde(skip)]
    pub path: PathBuf,
    /// What it is called where it is named; never a path of one machine.
    pub source: String,
}

/// A type that stands for a schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Replace {
    /// The schema, as in [`Named::Schema`].
    pub schema: String,
    /// The type.
    pub with: ItemPath,
}

/// What the type of a schema derives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Derive {
    /// The schema, as in [`Named::Schema`].
    pub schema: String,
    /// The traits.
    pub traits: Vec<ItemPath>,
}

/// The operations that are meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Choice {
    /// All with this tag.
    Tag(String),
    /// The one with this `operationId`, or with this method and path: `GET /books`.
    Operation(String),
    /// All whose path is like this one: `*` is anything within a segment, `**` anything.
    Path(String),
}

impl<T> Override<T> {
    /// What is to be told of one that matches nothing, with a word that may have been meant.
    #[must_use]
    pub fn idle(&self, message: String, near: Option<&str>) -> Diagnostic {
        let help = match near {
            Some(near) => format!("{} Otherwise take it out", did_you_mean(near)),
            None => "take it out, or name what is there".to_owned(),
        };
        let place = Some(self.place.clone());
        Diagnostic { place, ..Diagnostic::general(Code::IdleOverride, message).with_help(help) }
    }
}
