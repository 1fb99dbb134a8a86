//! A document that passed all checks in, `openapiv3`'s own types out.

use openapiv3::OpenAPI;
use serde::Deserialize;
use serde_json::Value;
use serde_path_to_error::Segment;

use super::faults;
use crate::diagnostics::{Problem, escape_token};

/// Reads the document. A failure means that the grammar allows what `openapiv3` does not.
pub(super) fn read(root: &Value) -> Result<OpenAPI, Problem> {
    OpenAPI::deserialize(root).map_err(|_| explain(root))
}

/// Reads it again and keeps track of the place this time.
fn explain(root: &Value) -> Problem {
    match serde_path_to_error::deserialize::<_, OpenAPI>(root) {
        Ok(_) => faults::unreadable("", "it was read at a second try only"),
        Err(error) => {
            let pointer: String = error.path().iter().map(token).collect();
            faults::unreadable(&pointer, &error.inner().to_string())
        }
    }
}

fn token(segment: &Segment) -> String {
    match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", escape_token(key)),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    }
}
