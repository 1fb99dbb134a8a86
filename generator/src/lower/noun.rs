//! What a schema is, in words, for those of which the document says nothing.

use crate::docs::code;

/// A schema by the place where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noun {
    /// A component of that name.
    Component(String),
    /// The property of that name.
    Property(String),
    /// The parameter of that name.
    Parameter(String),
    /// The header of responses of that name.
    Header(String),
    /// Values of that format, wherever they stand.
    Format(String),
    /// The body of a request: `POST /channels`.
    Request(String),
    /// The body of a response to a request: `POST /channels`.
    Response(String),
    /// The body of a failure, which many calls have in common.
    Failure(String),
    /// An item of a list.
    Item(Box<Noun>),
    /// A value of a map.
    Value(Box<Noun>),
    /// One of the types that a value may be of.
    Variant(Box<Noun>),
}

impl Noun {
    /// The sentence that says no more than that.
    pub fn sentence(&self) -> String {
        match self {
            Self::Component(name) => format!("The schema {}.", code(name)),
            Self::Property(name) => format!("The property {}.", code(name)),
            Self::Parameter(name) => format!("The parameter {}.", code(name)),
            Self::Header(name) => format!("The header {}.", code(name)),
            Self::Format(format) => format!("The values of the format {}.", code(format)),
            Self::Request(request) => format!("The body of {}.", code(request)),
            Self::Response(request) | Self::Failure(request) => {
                format!("What {} answers.", code(request))
            }
            Self::Item(list) => format!("One item of {}.", list.name()),
            Self::Value(map) => format!("One value of {}.", map.name()),
            Self::Variant(union) => format!("One of the types of {}.", union.name()),
        }
    }

    /// Whether it has a name of its own. What one call sends or answers has none, nor have values of maps:
    /// what they are called says where they stand.
    pub fn is_named(&self) -> bool {
        match self {
            Self::Request(_) | Self::Response(_) | Self::Value(_) => false,
            Self::Item(inner) | Self::Variant(inner) => inner.is_named(),
            _ => true,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Component(name)
            | Self::Property(name)
            | Self::Parameter(name)
            | Self::Header(name)
            | Self::Format(name) => code(name),
            Self::Request(request) => format!("the body of {}", code(request)),
            Self::Response(request) | Self::Failure(request) => {
                format!("what {} answers", code(request))
            }
            Self::Item(inner) | Self::Value(inner) | Self::Variant(inner) => inner.name(),
        }
    }
}
