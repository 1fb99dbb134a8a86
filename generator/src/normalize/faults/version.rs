//! The words for versions that are not read.

use crate::diagnostics::{Code, Problem};

/// The versions that are read, for people.
const VERSIONS: &str = "OpenAPI 3.0, OpenAPI 3.1 and Swagger 2.0 are read";

pub(in crate::normalize) fn unsupported_version(at: &str, found: &str) -> Problem {
    Problem::new(Code::UnsupportedVersion, at, format!("{found} is not supported"))
        .with_help(format!("{VERSIONS}; convert the document to one of them"))
}

pub(in crate::normalize) fn missing_version() -> Problem {
    Problem::new(
        Code::MissingVersion,
        "",
        "the field `openapi` is missing: nothing says which version this is",
    )
    .with_help(format!("{VERSIONS}: add `openapi: 3.0.3` or the like"))
}

pub(in crate::normalize) fn unclear_version(at: &str, complaint: &str) -> Problem {
    Problem::new(Code::MissingVersion, at, complaint).with_help(VERSIONS)
}
