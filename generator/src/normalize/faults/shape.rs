//! The words for values that are not what the grammar wants.

use serde_json::Value;

use crate::diagnostics::{Code, Problem, quote, tame};
use crate::normalize::grammar::Shape;
use crate::normalize::pointer::Pointer;

pub(in crate::normalize) fn missing_field(field: &str, owner: &str, at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::MissingField,
        at.to_string(),
        format!("the field `{field}` is missing; the {owner} requires it"),
    )
}

pub(in crate::normalize) fn wrong_kind(shape: Shape, found: &Value, at: &Pointer<'_>) -> Problem {
    let message = format!("{} must be {}, found {}", subject(at), expected(shape), describe(found));
    let problem = Problem::new(Code::WrongKind, at.to_string(), message);
    match (shape, found) {
        (Shape::Text, Value::Number(_) | Value::Bool(_)) => problem.with_help("write it in quotes"),
        (_, Value::Null) => problem.with_help("remove the key or give it a value"),
        _ => problem,
    }
}

pub(in crate::normalize) fn empty_field(at: &Pointer<'_>) -> Problem {
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
    let list = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    if words.len() == 1 { list } else { format!("one of {list}") }
}

pub(in crate::normalize) fn unknown_value(
    found: &str,
    words: &[&str],
    at: &Pointer<'_>,
) -> Problem {
    let message = format!("{} must be {}, found {}", subject(at), one_of(words), quote(found));
    Problem::new(Code::UnknownValue, at.to_string(), message)
}

pub(in crate::normalize) fn array_without_items(at: &Pointer<'_>) -> Problem {
    Problem::new(
        Code::ArrayWithoutItems,
        at.to_string(),
        "the array has no `items`; each item is taken for any value",
    )
}

pub(in crate::normalize) fn unreadable(pointer: &str, reason: &str) -> Problem {
    let message = format!("this cannot be read as OpenAPI 3.0: {}", tame(reason));
    Problem::new(Code::NotOpenApi, pointer, message)
}
