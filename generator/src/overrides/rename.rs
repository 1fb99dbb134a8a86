//! Names that are chosen for parts of a document.

use serde::Serialize;

use crate::diagnostics::quote;

/// A part of a document, and what it is called in Rust.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rename {
    /// The part.
    pub what: Named,
    /// Its name, as it stands in Rust.
    pub to: String,
}

/// A part of a document that has a name in Rust. Schemas are named by the component, or with `#` and a JSON
/// pointer; operations as in [`Choice`](super::Choice); groups by one of their paths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Named {
    /// The type of a schema.
    Schema(String),
    /// The field of a schema's property.
    Property(String, String),
    /// The variant of a schema's value.
    Value(String, String),
    /// The method of an operation.
    Operation(String),
    /// The argument or setter of an operation's parameter, or of a property of its form.
    Parameter(String, String),
    /// The methods and the module of a group.
    Group(String),
    /// The argument of a path parameter that a group's operations share.
    Shared(String, String),
}

impl Named {
    /// What is to be said if there is none.
    #[must_use]
    pub fn absence(&self) -> String {
        match self {
            Self::Schema(name) => format!("no type is made of a schema {}", quote(name)),
            Self::Property(schema, own) => {
                format!("no type of a schema {} has a property {}", quote(schema), quote(own))
            }
            Self::Value(schema, own) => {
                format!("no type of a schema {} has a value {}", quote(schema), quote(own))
            }
            Self::Operation(name) => format!("there is no operation {}", quote(name)),
            Self::Parameter(name, own) => {
                format!("no operation {} takes {} itself", quote(name), quote(own))
            }
            Self::Group(path) => format!("no group has the path {}", quote(path)),
            Self::Shared(path, own) => {
                format!("no group with the path {} takes {}", quote(path), quote(own))
            }
        }
    }
}
