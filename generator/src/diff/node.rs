//! A part of what a document promises, with what can be said of it on the wire and in Rust.

use serde::Serialize;

use super::change::Spot;

/// The kinds of part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The whole crate.
    Crate,
    /// A document.
    Module,
    /// The operations of one resource.
    Group,
    /// An operation.
    Method,
    /// A value that an operation takes.
    Parameter,
    /// A schema.
    Type,
    /// A property.
    Field,
    /// A value of an enum, or a type of a union.
    Variant,
    /// A kind of id.
    Id,
    /// A header of responses.
    Header,
    /// A response of failure.
    Failure,
}

/// What can be said of a part. The words are part of the JSON format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// What it is called.
    Name,
    /// What it is made of: an object, an enum, another name.
    Body,
    /// The type of its value.
    Type,
    /// Whether it must be there.
    Presence,
    /// The group that a method is in.
    Group,
    /// The path of an operation.
    Path,
    /// What an operation brings.
    Returns,
    /// Whether a list can be read as a stream.
    Paging,
    /// How a body is written.
    Content,
    /// How a call authenticates.
    Auth,
    /// Where calls go.
    Server,
    /// What must be set together.
    Conditions,
    /// The order of arguments.
    Order,
    /// How users make a value.
    Making,
    /// What becomes of properties without a field.
    Rest,
    /// The property that tells the types of a union apart.
    Discriminator,
    /// Whether the document advises against it.
    Deprecated,
    /// What people read.
    Prose,
}

/// One thing that is said: as the server sees it, and as a user of the crate does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub aspect: Aspect,
    pub wire: String,
    pub rust: String,
}

/// Which way values of a type go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flow {
    pub sent: bool,
    pub received: bool,
}

/// A part of a crate.
#[derive(Debug, Clone)]
pub struct Node {
    pub kind: Kind,
    /// What tells it from its like, on the wire.
    pub key: String,
    /// What else it is known by: an operationId, a type's name. Empty if nothing.
    pub alias: String,
    /// What its like must have too, to be the same under another name. Empty if nothing will do.
    pub shape: String,
    /// It, in the words of the wire.
    pub subject: String,
    /// It, in the words of Rust.
    pub item: String,
    pub spot: Spot,
    pub flow: Flow,
    /// Whether a value for it must be given.
    pub needed: bool,
    /// The facts; of one kind, always the same aspects in the same order.
    pub facts: Vec<Fact>,
    pub children: Vec<Node>,
}

impl Aspect {
    /// The aspect in a word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Body => "body",
            Self::Type => "type",
            Self::Presence => "presence",
            Self::Group => "group",
            Self::Path => "path",
            Self::Returns => "returns",
            Self::Paging => "paging",
            Self::Content => "content",
            Self::Auth => "auth",
            Self::Server => "server",
            Self::Conditions => "conditions",
            Self::Order => "order",
            Self::Making => "making",
            Self::Rest => "rest",
            Self::Discriminator => "discriminator",
            Self::Deprecated => "deprecated",
            Self::Prose => "prose",
        }
    }
}

impl Fact {
    pub fn new(aspect: Aspect, wire: impl Into<String>, rust: impl Into<String>) -> Self {
        Self { aspect, wire: wire.into(), rust: rust.into() }
    }

    /// A fact that both sides see alike.
    pub fn both(aspect: Aspect, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { aspect, wire: text.clone(), rust: text }
    }
}

impl Node {
    /// What is said of an aspect.
    pub fn fact(&self, aspect: Aspect) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.aspect == aspect)
    }
}
