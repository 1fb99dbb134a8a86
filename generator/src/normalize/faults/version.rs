//! The words for versions that are not read.

use crate::diagnostics::{Code, Problem};

/// The versions that are read, for people.
const VERSIONS: &str = "only OpenAPI 3.0 is read";

pub(in crate::normalize) fn unsupported_version(at: &str, found: &str) -> Problem {
    Problem::new(Code::UnsupportedVersion, at, format!("{found} is not supported"))
        .with_help(format!("{VERSIONS}; convert the document to it"))
}

pub(in crate::normalize) fn missing_version() -> Problem {
    Problem::new(
        Code::MissingVersion,
        "",
        "the field `openapi` is missing: nothing says which version this is",
    )
    .with_help(format!("{VERSIONS}: add `openapi: 3.0.3` if that is what the document follows"))
}

pub(in crate::normalize) fn unclear_version(at: &str, complaint: &str) -> Problem {
    Problem::new(Code::MissingVersion, at, complaint).with_help(VERSIONS)
}
