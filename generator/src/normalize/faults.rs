//! The words for every breach of OpenAPI's rules.

use serde_json::Value;

use super::grammar::{Object, Shape};
use super::pointer::Pointer;
use crate::diagnostics::{Code, Problem, excerpt, quote};

/// The versions that are read, for people.
const VERSIONS: &str = "only OpenAPI 3.0 is read";

pub(super) fn unsupported_version(at: &str, found: &str) -> Problem {
    Problem::new(
        Code::UnsupportedVersion,
        at,
        format!("{found} is not supported"),
    )
    .with_help(format!("{VERSIONS}; convert the document to it"))
}

pub(super) fn missing_version() -> Problem {
    Problem::new(
        Code::MissingVersion,
        "",
        "the field `openapi` is missing: nothing says which version this is",
    )
    .with_help(format!(
        "{VERSIONS}: add `openapi: 3.0.3` if that is what the document follows"
    ))
}

pub(super) fn unclear_version(at: &str, complaint: &str) -> Problem {
    Problem::new(Code::MissingVersion, at, complaint).with_help(VERSIONS)
}

pub(super) fn missing_field(field: &str, owner: &str, at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::MissingField,
        at.to_string(),
        format!("the field `{field}` is missing; the {owner} requires it"),
    )
}

pub(super) fn wrong_kind(shape: Shape, found: &Value, at: &Pointer<'_>) -> Problem {
    let message = format!(
        "{} must be {}, found {}",
        subject(at),
        expected(shape),
        describe(found)
    );
    let problem = Problem::new(Code::WrongKind, at.to_string(), message);
    match (shape, found) {
        (Shape::Text, Value::Number(_) | Value::Bool(_)) => problem.with_help("write it in quotes"),
        (_, Value::Null) => problem.with_help("remove the key or give it a value"),
        _ => problem,
    }
}

pub(super) fn empty_field(at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::EmptyField,
        at.to_string(),
        format!("{} has no value; it is left out", subject(at)),
    )
}

/// The key of a value, or the list that it is an item of.
fn subject(at: &Pointer<'_>) -> String {
    match at.name() {
        (key, None) => quote(key),
        (key, Some(index)) => format!("item {index} of {}", quote(key)),
    }
}

fn expected(shape: Shape) -> String {
    match shape {
        Shape::Anything => "any value".to_owned(),
        Shape::Text | Shape::SchemaName => "a string".to_owned(),
        Shape::Boolean => "`true` or `false`".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Count => "a whole number from 0 up".to_owned(),
        Shape::Word(words) => one_of(words),
        Shape::Object(_) | Shape::Referable(_) | Shape::Map(_) => "an object".to_owned(),
        Shape::BooleanOr(_) => "an object, `true` or `false`".to_owned(),
        Shape::List(_) => "a list".to_owned(),
    }
}

fn describe(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(value) => format!("the number {value}"),
        Value::String(text) => format!("the string {}", quote(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// `` `a` `` or `` one of `a`, `b` ``.
fn one_of(words: &[&str]) -> String {
    let list = words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ");
    if words.len() == 1 {
        list
    } else {
        format!("one of {list}")
    }
}

pub(super) fn unknown_value(found: &str, words: &[&str], at: &Pointer<'_>) -> Problem {
    let message = format!(
        "{} must be {}, found {}",
        subject(at),
        one_of(words),
        quote(found)
    );
    Problem::new(Code::UnknownValue, at.to_string(), message)
}

pub(super) fn unknown_method(key: &str, at: &Pointer<'_>) -> Problem {
    let problem = Problem::new(
        Code::UnknownMethod,
        at.to_string(),
        format!(
            "{} is no HTTP method that a path can have; it is left out",
            quote(key)
        ),
    );
    if key.chars().any(|character| character.is_ascii_uppercase()) {
        return problem.with_help(format!(
            "methods are written in lower case: {}",
            quote(&key.to_ascii_lowercase())
        ));
    }
    problem
}

pub(super) fn bad_status(key: &str, at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::BadStatus,
        at.to_string(),
        format!("{} is not a status", quote(key)),
    )
    .with_help("write a code from 100 to 599, a range such as `2XX`, or `default`")
}

pub(super) fn bad_path(key: &str, at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::BadPath,
        at.to_string(),
        format!("the path {} does not start with a slash", quote(key)),
    )
}

pub(super) fn parameter_shape(name: Option<&str>, complaint: &str, at: &Pointer<'_>) -> Problem {
    let name = name.map_or_else(
        || "the header".to_owned(),
        |name| format!("the parameter {}", quote(name)),
    );
    Problem::new(
        Code::ParameterShape,
        at.to_string(),
        format!("{name} has {complaint}"),
    )
    .with_help("describe the value by `schema`, or by `content` with one media type")
}

pub(super) fn optional_path_parameter(name: Option<&str>, at: &Pointer<'_>) -> Problem {
    let name = quote(name.unwrap_or_default());
    Problem::new(
        Code::OptionalPathParameter,
        at.to_string(),
        format!("the path parameter {name} is not required"),
    )
    .with_help("add `required: true`; a path cannot be sent without it")
}

pub(super) fn array_without_items(at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::ArrayWithoutItems,
        at.to_string(),
        "the array has no `items`; each item is taken for any value",
    )
}

pub(super) fn unreadable(pointer: &str, reason: &str) -> Problem {
    let message = format!("this cannot be read as OpenAPI 3.0: {}", excerpt(reason));
    Problem::new(Code::NotOpenApi, pointer, message)
}

pub(super) fn dangling_reference(at: &str, text: &str) -> Problem {
    Problem::new(
        Code::DanglingReference,
        at,
        format!("nothing stands at {}", quote(text)),
    )
}

/// A way out of a dangling reference.
pub(super) fn did_you_mean(target: &str) -> String {
    format!("did you mean {}?", quote(target))
}

pub(super) fn wrong_target(
    at: &str,
    text: &str,
    expected: &Object,
    found: Option<&Object>,
) -> Problem {
    let found = found.map_or("something else", |object| object.name);
    let (text, expected) = (quote(text), expected.name);
    let message = format!("{text} leads to the wrong object: {expected} expected, found {found}");
    Problem::new(Code::WrongTarget, at, message)
}

pub(super) fn ignored_siblings(at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::IgnoredSiblings,
        at.to_string(),
        "the operations beside `$ref` are left out",
    )
    .with_help("move them into the path item that the reference leads to")
}

pub(super) fn outside_reference(at: &str, text: &str) -> Problem {
    Problem::new(
        Code::OutsideReference,
        at,
        format!("{} leads out of the document", quote(text)),
    )
    .with_help("nothing else is read or fetched: copy the target into `components`")
}

pub(super) fn reference_cycle(at: &str, members: &[String]) -> Problem {
    let message = match members {
        [alone] => format!("{} refers to itself", quote(alone)),
        _ => {
            let list = members
                .iter()
                .map(|member| quote(member))
                .collect::<Vec<_>>()
                .join(" → ");
            format!("references lead in a circle: {list}")
        }
    };
    Problem::new(Code::ReferenceCycle, at, message)
}

pub(super) fn bad_template(path: &str, at: &str) -> Problem {
    Problem::new(
        Code::BadPath,
        at,
        format!("the braces of the path {} do not match", quote(path)),
    )
}

pub(super) fn undeclared_parameter(path: &str, name: &str, at: &str) -> Problem {
    let message = format!(
        "the path {} needs the parameter {}, which is not declared",
        quote(path),
        quote(name)
    );
    Problem::new(Code::UndeclaredPathParameter, at, message)
        .with_help("declare it with `in: path` and `required: true`")
}

pub(super) fn unused_parameter(path: &str, name: &str, at: &str) -> Problem {
    let message = format!(
        "the path {} does not name the parameter {}; it is left out",
        quote(path),
        quote(name)
    );
    Problem::new(Code::UnusedPathParameter, at, message)
}

pub(super) fn duplicate_operation_id(id: &str, here: &str, first: &str, at: &str) -> Problem {
    let message = format!(
        "{} and {} have the same operationId {}",
        quote(first),
        quote(here),
        quote(id)
    );
    Problem::new(Code::DuplicateOperationId, at, message)
        .with_help("every operation needs a name of its own")
}

pub(super) fn equivalent_paths(path: &str, first: &str, at: &str) -> Problem {
    let message = format!(
        "the paths {} and {} differ in parameter names only",
        quote(first),
        quote(path)
    );
    Problem::new(Code::EquivalentPaths, at, message).with_help("a server cannot tell them apart")
}
