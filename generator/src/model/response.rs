//! The responses to an operation: what success brings, and what failures can be read as.

use serde::Serialize;

use super::{TypeId, TypeRef};
use crate::names::TypeName;

/// What a successful response brings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Response {
    /// Nothing.
    Empty,
    /// A JSON value.
    Json(TypeRef),
    /// A page of items of this type, and nothing else that needs a type.
    Page(TypeRef),
    /// Text, as it comes.
    Text,
    /// Bytes, as they come.
    Bytes,
    /// A place to go to, in a header.
    Location,
    /// Values of this type, each as soon as it has come.
    Stream(Framing, TypeRef),
    /// One of several things, as the status says.
    Several(Answer),
}

impl Response {
    /// Whether it can be had part by part, as bytes.
    pub fn is_in_parts(&self) -> bool {
        matches!(self, Self::Text | Self::Bytes)
    }

    /// The types of the values that it can bring.
    pub fn types(&self) -> Vec<&TypeRef> {
        match self {
            Self::Json(it) | Self::Page(it) | Self::Stream(_, it) => vec![it],
            Self::Empty | Self::Text | Self::Bytes | Self::Location => Vec::new(),
            Self::Several(answer) => {
                answer.variants.iter().flat_map(|it| it.response.types()).collect()
            }
        }
    }

    /// What a response of this status brings, as the document writes statuses.
    pub fn of(&self, code: &str) -> Option<&Self> {
        match self {
            Self::Several(answer) => {
                answer.variants.iter().find(|it| it.code == code).map(|it| &it.response)
            }
            one => Some(one),
        }
    }
}

/// An enum of what the responses of success bring, where they differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The enum.
    pub name: TypeName,
    /// A variant for each status, ranges after the statuses in them.
    pub variants: Vec<AnswerVariant>,
}

/// What a response of one status brings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnswerVariant {
    /// The variant.
    pub name: TypeName,
    /// The status as the document writes it: `202`, `2XX`.
    pub code: String,
    /// The document's text.
    pub description: String,
    /// What it brings; never one of several things.
    pub response: Response,
}

/// How the values of a stream follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Framing {
    /// Server-sent events (WHATWG HTML, section 9.2), whose data is JSON, or text where the type is that.
    Events,
    /// JSON in each line.
    Lines,
    /// JSON after a control character each (RFC 7464).
    Sequence,
}

/// A body of failures, and when it comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The statuses as the document writes them: `404`, `4XX`, `default`.
    pub codes: Vec<String>,
    /// The type of the body.
    pub body: TypeId,
}
