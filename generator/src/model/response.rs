//! The responses to an operation: what success brings, and what failures can be read as.

use serde::Serialize;

use super::{TypeId, TypeRef};
use crate::names::{Name, TypeName};

/// What a document writes for all other statuses (OpenAPI, Responses Object).
const DEFAULT: &str = "default";

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

/// What the responses of failure say.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Failures {
    /// The enum of their bodies, where those differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<TypeName>,
    /// The enum of another operation with the same failures, which this is then another name of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<TypeName>,
    /// A variant for each status, ranges after the statuses in them, `default` last.
    pub variants: Vec<AnswerVariant>,
}

impl Failures {
    /// Whether these are the same for the same statuses, in whatever words.
    pub fn are_like(&self, other: &Self) -> bool {
        let mut pairs = self.variants.iter().zip(&other.variants);
        self.variants.len() == other.variants.len()
            && pairs.all(|(one, two)| one.code == two.code && one.response == two.response)
    }

    /// The variant of the enum for what the document does not name, where it has no `default`.
    pub fn other(&self) -> Option<AnswerVariant> {
        let has_default = self.variants.iter().any(|it| it.code == DEFAULT);
        let is_open = self.name.is_some() && !has_default;
        is_open.then(|| AnswerVariant {
            name: TypeName::of(&["other".to_owned()]),
            code: DEFAULT.to_owned(),
            description: String::new(),
            response: Response::Empty,
        })
    }

    /// Whether the document says nothing of them.
    pub fn is_empty(&self) -> bool {
        self.variants.is_empty()
    }

    /// The types that bodies can be read as, each with its statuses.
    pub fn bodies(&self) -> Vec<(TypeId, Vec<&str>)> {
        let mut bodies: Vec<(TypeId, Vec<&str>)> = Vec::new();
        for AnswerVariant { code, response, .. } in &self.variants {
            let Response::Json(TypeRef::Named(id)) = response else { continue };
            match bodies.iter_mut().find(|(known, _)| known == id) {
                Some((_, codes)) => codes.push(code),
                None => bodies.push((*id, vec![code])),
            }
        }
        bodies
    }

    /// All types that they mention.
    pub fn types(&self) -> impl Iterator<Item = &TypeRef> {
        self.variants.iter().flat_map(|it| it.response.types())
    }
}
