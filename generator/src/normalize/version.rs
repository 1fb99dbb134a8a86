//! The version that a document declares: 3.0 goes on, the others are named and refused.

use serde_json::Value;

use super::faults;
use crate::diagnostics::{Problem, quote};

/// Accepts OpenAPI 3.0, with or without a patch number.
pub(super) fn check(root: &Value) -> Result<(), Problem> {
    match (root.get("openapi"), root.get("swagger")) {
        (None, None) => Err(faults::missing_version()),
        (None, Some(swagger)) => Err(faults::unsupported_version(
            "/swagger",
            &format!("Swagger {}", quote(&plain(swagger))),
        )),
        (Some(_), Some(_)) => Err(faults::unclear_version(
            "/swagger",
            "the document has both `openapi` and `swagger`",
        )),
        (Some(Value::String(version)), None) => check_number(version),
        (Some(other), None) => {
            let complaint =
                format!("`openapi` must be a string such as \"3.0.3\", found {}", plain(other));
            Err(faults::unclear_version("/openapi", &complaint))
        }
    }
}

fn check_number(version: &str) -> Result<(), Problem> {
    if version == "3.0" || version.starts_with("3.0.") {
        return Ok(());
    }
    Err(faults::unsupported_version("/openapi", &format!("OpenAPI {}", quote(version))))
}

/// A scalar as its author wrote it.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::check;

    #[test]
    fn every_patch_of_3_0_is_read() {
        for version in ["3.0", "3.0.0", "3.0.4", "3.0.0-rc2"] {
            assert!(check(&json!({ "openapi": version })).is_ok(), "{version}");
        }
    }

    #[test]
    fn other_versions_are_named() {
        for (root, message) in [
            (json!({ "openapi": "3.1.0" }), "OpenAPI `3.1.0` is not supported"),
            (json!({ "openapi": "4.0.0" }), "OpenAPI `4.0.0` is not supported"),
            (json!({ "swagger": "2.0" }), "Swagger `2.0` is not supported"),
            (json!({ "openapi": 3.1 }), "`openapi` must be a string such as \"3.0.3\", found 3.1"),
            (
                json!({ "openapi": "3.0.0", "swagger": 2.0 }),
                "the document has both `openapi` and `swagger`",
            ),
        ] {
            assert_eq!(check(&root).unwrap_err().message, message);
        }
    }
}
