//! The headers of responses of which clients know the type.

use serde::Serialize;

use super::TypeRef;
use crate::names::ConstName;

/// A header that responses of a document may have.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Header {
    /// The constant.
    pub name: ConstName,
    /// The name on the wire, as the document writes it.
    pub wire: String,
    /// Its place in the document, as a JSON pointer: the first, if it stands in several.
    #[serde(skip)]
    pub pointer: String,
    /// The document's text.
    pub description: String,
    /// Whether it has any number of values, with commas between them (OpenAPI, style `simple`).
    pub is_list: bool,
    /// The type of its value, or of all of them.
    pub r#type: TypeRef,
}
