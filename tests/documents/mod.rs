//! Well-formed OpenAPI documents out of bytes: whatever the bytes, a document that keeps all rules.
//!
//! Shared by the property test and by a fuzz target. Fewer and smaller bytes give a simpler document, so
//! that what shrinks the bytes shrinks the document.

mod choices;
mod components;
mod draft;
mod made;
mod media;
mod operation;
mod parameter;
mod paths;
mod schema;
mod security;
mod texts;
mod values;

pub use made::{make, unparsed};

use draft::Draft;
use serde_json::{Value, json};

/// The document that these bytes choose.
pub fn document(bytes: &[u8]) -> Value {
    let mut draft = Draft::new(bytes);
    let version = if draft.is_3_1 { "3.1.0" } else { "3.0.3" };
    json!({
        "openapi": version,
        "info": {"title": draft.text(), "version": "1", "description": draft.prose()},
        "servers": draft.servers(),
        "security": draft.requirements(),
        "tags": [{"name": draft.text(), "description": draft.prose()}],
        "paths": draft.paths(),
        "components": draft.components(),
    })
}
