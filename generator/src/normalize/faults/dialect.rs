//! The words for what is read as its author will have meant it.

use serde_json::Value;

use crate::diagnostics::{Code, Problem, quote};

pub(in crate::normalize) fn other_dialect(at: &str) -> Problem {
    Problem::new(
        Code::OtherDialect,
        at,
        "this schema is written in a later version of OpenAPI than the document says; it is read so",
    )
    .with_help("say `openapi: 3.1.0`, or write it in the words of the document's version")
}

pub(in crate::normalize) fn required_of_itself(at: &str) -> Problem {
    Problem::new(
        Code::RequiredOfItself,
        at,
        "`required` must be a list of property names, found a boolean; it is left out",
    )
    .with_help("name the property in the `required` of the object that holds it")
}

pub(in crate::normalize) fn no_responses(at: &str) -> Problem {
    Problem::new(Code::NoResponses, at, "the operation names no responses; any 2xx is success")
        .with_help("add `responses` with at least one status")
}

pub(in crate::normalize) fn missing_text(key: &str, at: &str) -> Problem {
    let message = format!("the field `{key}` is missing; it is taken for an empty text");
    Problem::new(Code::MissingText, at, message)
}

pub(in crate::normalize) fn bad_text(key: &str, at: &str) -> Problem {
    Problem::new(Code::BadText, at, format!("`{key}` must be a string; it is left out"))
}

pub(in crate::normalize) fn other_scalar(key: &str, meant: &Value, at: &str) -> Problem {
    let meant = quote(&meant.to_string());
    let message =
        format!("{} is written as another kind of value; it is taken for {meant}", quote(key));
    Problem::new(Code::OtherScalar, at, message).with_help(format!("write {meant}"))
}

pub(in crate::normalize) fn no_schema(at: &str) -> Problem {
    Problem::new(Code::NoSchema, at, "nothing says what this value is; it is taken for text")
        .with_help("describe the value by `schema`, or by `content` with one media type")
}

pub(in crate::normalize) fn unused_fault(at: &str) -> Problem {
    let message = "this is no parameter, and nothing refers to it; it is left out";
    Problem::new(Code::UnusedFault, at, message)
}

pub(in crate::normalize) fn other_kind(text: &str, meaning: &str, at: &str) -> Problem {
    let message = format!(
        "{} leads to another kind of object than belongs here; it is taken for {meaning}",
        quote(text)
    );
    Problem::new(Code::OtherKind, at, message)
}
