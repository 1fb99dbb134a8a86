//! The words for faults of paths, operations and parameters.

use crate::diagnostics::{Code, Problem, quote};
use crate::normalize::pointer::Pointer;

pub(in crate::normalize) fn unknown_method(key: &str, at: &Pointer<'_>) -> Problem {
    let problem = Problem::new(
        Code::UnknownMethod,
        at.to_string(),
        format!("{} is no HTTP method that a path can have; it is left out", quote(key)),
    );
    if key.chars().any(|character| character.is_ascii_uppercase()) {
        return problem.with_help(format!(
            "methods are written in lower case: {}",
            quote(&key.to_ascii_lowercase())
        ));
    }
    problem
}

/// A key that does not follow the pattern of its object.
pub(in crate::normalize) fn misfit(code: Code, key: &str, at: &Pointer<'_>) -> Problem {
    match code {
        Code::BadStatus => bad_status(key, at),
        _ => bad_path(key, at),
    }
}

fn bad_status(key: &str, at: &Pointer<'_>) -> Problem {
    Problem::new(Code::BadStatus, at.to_string(), format!("{} is not a status", quote(key)))
        .with_help("write a code from 100 to 599, a range such as `2XX`, or `default`")
}

fn bad_path(key: &str, at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::BadPath,
        at.to_string(),
        format!("the path {} does not start with a slash", quote(key)),
    )
}

pub(in crate::normalize) fn parameter_shape(
    name: Option<&str>,
    complaint: &str,
    at: &Pointer<'_>,
) -> Problem {
    let name = name
        .map_or_else(|| "the header".to_owned(), |name| format!("the parameter {}", quote(name)));
    Problem::new(Code::ParameterShape, at.to_string(), format!("{name} has {complaint}"))
        .with_help("describe the value by `schema`, or by `content` with one media type")
}

pub(in crate::normalize) fn optional_path_parameter(
    name: Option<&str>,
    at: &Pointer<'_>,
) -> Problem {
    let name = quote(name.unwrap_or_default());
    Problem::new(
        Code::OptionalPathParameter,
        at.to_string(),
        format!("the path parameter {name} is not required"),
    )
    .with_help("add `required: true`; a path cannot be sent without it")
}

pub(in crate::normalize) fn bad_template(path: &str, at: &str) -> Problem {
    Problem::new(Code::BadPath, at, format!("the braces of the path {} do not match", quote(path)))
}

pub(in crate::normalize) fn undeclared_parameter(path: &str, name: &str, at: &str) -> Problem {
    let message = format!(
        "the path {} needs the parameter {}, which is not declared; it is taken for text",
        quote(path),
        quote(name)
    );
    Problem::new(Code::UndeclaredPathParameter, at, message)
        .with_help("declare it with `in: path` and `required: true`")
}

pub(in crate::normalize) fn unused_parameter(path: &str, name: &str, at: &str) -> Problem {
    let message = format!(
        "the path {} does not name the parameter {}; it is left out",
        quote(path),
        quote(name)
    );
    Problem::new(Code::UnusedPathParameter, at, message)
}

pub(in crate::normalize) fn duplicate_operation_id(
    id: &str,
    here: &str,
    first: &str,
    at: &str,
) -> Problem {
    let message = format!(
        "{} and {} have the same operationId {}; the paths tell them apart",
        quote(first),
        quote(here),
        quote(id)
    );
    Problem::new(Code::DuplicateOperationId, at, message)
        .with_help("every operation needs a name of its own")
}

pub(in crate::normalize) fn equivalent_paths(path: &str, first: &str, at: &str) -> Problem {
    let message =
        format!("the paths {} and {} differ in parameter names only", quote(first), quote(path));
    Problem::new(Code::EquivalentPaths, at, message).with_help("a server cannot tell them apart")
}
