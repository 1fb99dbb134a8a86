//! The version that a document declares, and the dialect that it stands for.

use serde_json::Value;

use super::faults;
use crate::diagnostics::{Problem, quote};

/// The dialects that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Swagger 2.0, which OpenAPI was called.
    Swagger2,
    /// OpenAPI 3.0, the one that everything is brought to.
    OpenApi3_0,
    /// OpenAPI 3.1.
    OpenApi3_1,
}

/// The dialect of a document, with or without a patch number.
pub(super) fn check(root: &Value) -> Result<Dialect, Problem> {
    match (root.get("openapi"), root.get("swagger")) {
        (None, None) => Err(faults::missing_version()),
        (None, Some(swagger)) if plain(swagger) == "2.0" => Ok(Dialect::Swagger2),
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

fn check_number(version: &str) -> Result<Dialect, Problem> {
    let is_of = |own: &str| {
        version.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    match version {
        _ if is_of("3.0") => Ok(Dialect::OpenApi3_0),
        _ if is_of("3.1") => Ok(Dialect::OpenApi3_1),
        _ => Err(faults::unsupported_version("/openapi", &format!("OpenAPI {}", quote(version)))),
    }
}

/// A scalar as its author wrote it.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Dialect, check};

    #[test]
    fn every_patch_is_read() {
        for (version, dialect) in [
            ("3.0", Dialect::OpenApi3_0),
            ("3.0.4", Dialect::OpenApi3_0),
            ("3.0.0-rc2", Dialect::OpenApi3_0),
            ("3.1", Dialect::OpenApi3_1),
            ("3.1.1", Dialect::OpenApi3_1),
        ] {
            assert_eq!(check(&json!({ "openapi": version })), Ok(dialect), "{version}");
        }
        assert_eq!(check(&json!({ "swagger": "2.0" })), Ok(Dialect::Swagger2));
        assert_eq!(check(&json!({ "swagger": 2.0 })), Ok(Dialect::Swagger2));
    }

    #[test]
    fn other_versions_are_named() {
        for (root, message) in [
            (json!({ "openapi": "3.2.0" }), "OpenAPI `3.2.0` is not supported"),
            (json!({ "openapi": "4.0.0" }), "OpenAPI `4.0.0` is not supported"),
            (json!({ "swagger": "1.2" }), "Swagger `1.2` is not supported"),
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
