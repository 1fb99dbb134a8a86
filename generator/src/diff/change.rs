//! A change, and how much it weighs.

use std::fmt;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::node::Kind;

/// How much a change weighs for those on one side of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Only what people read.
    Documentation,
    /// What worked goes on working.
    Additive,
    /// What worked may not work any longer.
    Breaking,
}

/// What the crate's next version must be (semver.org, in Cargo's reading).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The same: nothing has changed.
    None,
    /// A fix.
    Patch,
    /// An addition.
    Minor,
    /// A break.
    Major,
}

/// What happened to a part of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is called otherwise.
    Renamed,
    /// It says something else.
    Changed,
}

/// A place in a document, before anybody has looked it up in the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The document, as the model calls it.
    pub document: String,
    /// The JSON pointer (RFC 6901).
    pub pointer: String,
}

/// A change as it is seen from one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// How much it weighs there.
    pub class: Class,
    /// What it happened to, in that side's words.
    pub subject: String,
    /// What it was; empty where it was not.
    pub old: String,
    /// What it is; empty where it is not.
    pub new: String,
    /// What a caller must do; empty where nothing.
    pub advice: String,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The heavier of its two effects.
    pub class: Class,
    /// The document that it is in, as the model calls it.
    pub document: String,
    /// The kind of thing that changed.
    pub kind: Kind,
    /// What happened to it.
    pub action: Action,
    /// Which of its properties changed: a word that keeps its meaning.
    pub aspect: &'static str,
    /// What the server expects or gives now.
    pub wire: Option<Effect>,
    /// What a user of the crate sees.
    pub rust: Option<Effect>,
    /// Where it stood.
    pub old: Option<Spot>,
    /// Where it stands.
    pub new: Option<Spot>,
}

impl Change {
    /// What the crate's next version must be for this change alone: the Rust API decides.
    pub fn verdict(&self) -> Verdict {
        match self.rust.as_ref().map(|effect| effect.class) {
            Some(Class::Breaking) => Verdict::Major,
            Some(Class::Additive) => Verdict::Minor,
            Some(Class::Documentation) | None => Verdict::Patch,
        }
    }

    /// Sixteen hexadecimal digits that stay the same for the same change, wherever it stands.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(format!(
            "{}\0{:?}\0{:?}\0{}",
            self.document, self.kind, self.action, self.aspect
        ));
        for effect in [&self.wire, &self.rust].into_iter().flatten() {
            hash.update(format!("\0{}\0{}\0{}", effect.subject, effect.old, effect.new));
        }
        hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Class {
    /// The class in a word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Documentation => "documentation",
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }
}

impl Verdict {
    /// The verdict in a word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
