//! Faults that many documents have and whose meaning is plain: each becomes a warning.

mod references;
mod scalars;
mod unused;

use serde_json::{Value, json};

use super::Translation;
use super::places::each_object;
use super::schemas::Fields;
use crate::diagnostics::Problem;
use crate::normalize::faults;
use crate::normalize::grammar::{
    HEADER, INFO, OPERATION, Object, PARAMETER, RESPONSE, SCHEMA, Shape,
};

pub(super) fn forgive(it: &mut Translation<'_>) {
    let Translation { root, problems, origins, .. } = it;
    let root = root.to_mut();
    unused::forgive(root, problems);
    references::forgive(root, problems);
    each_object(root, &mut |kind, value, at| {
        let Some(fields) = value.as_object_mut() else { return };
        if !fields.contains_key("$ref") || kind.is(&SCHEMA) {
            scalars::forgive(kind, fields, (at, origins), problems);
            forgive_object(kind, fields, at, problems);
        }
    });
}

fn forgive_object(kind: &Object, fields: &mut Fields, at: &str, problems: &mut Vec<Problem>) {
    drop_bad_texts(kind, fields, at, problems);
    match kind {
        _ if kind.is(&SCHEMA) => drop_own_requirement(fields, at, problems),
        _ if kind.is(&PARAMETER) || kind.is(&HEADER) => {
            describe_value(kind, fields, at, problems);
        }
        _ if kind.is(&RESPONSE) => add_texts(&["description"], fields, at, problems),
        _ if kind.is(&INFO) => {
            add_texts(&["title", "version"], fields, at, problems);
        }
        _ if kind.is(&OPERATION) && !fields.contains_key("responses") => {
            fields.insert("responses".to_owned(), json!({}));
            problems.push(faults::no_responses(at));
        }
        _ => {}
    }
}

/// Prose that is no text is no loss.
fn drop_bad_texts(kind: &Object, fields: &mut Fields, at: &str, problems: &mut Vec<Problem>) {
    for key in ["description", "summary"] {
        let is_prose = matches!(kind.shape_of(key), Some(Shape::Text));
        if is_prose && fields.get(key).is_some_and(|value| !value.is_string() && !value.is_null()) {
            fields.shift_remove(key);
            problems.push(faults::bad_text(key, &format!("{at}/{key}")));
        }
    }
}

/// Draft 3 of JSON Schema had properties say themselves that they are required.
fn drop_own_requirement(fields: &mut Fields, at: &str, problems: &mut Vec<Problem>) {
    if fields.get("required").is_some_and(Value::is_boolean) {
        fields.shift_remove("required");
        problems.push(faults::required_of_itself(&format!("{at}/required")));
    }
}

/// A value that nothing is said of is text.
fn describe_value(kind: &Object, fields: &mut Fields, at: &str, problems: &mut Vec<Problem>) {
    let is_named = kind.is(&HEADER) || (fields.contains_key("name") && fields.contains_key("in"));
    if is_named && !fields.contains_key("schema") && !fields.contains_key("content") {
        fields.insert("schema".to_owned(), json!({ "type": "string" }));
        problems.push(faults::no_schema(at));
    }
}

/// A text that is missing is empty.
fn add_texts(keys: &[&str], fields: &mut Fields, at: &str, problems: &mut Vec<Problem>) {
    for key in keys.iter().filter(|key| !fields.contains_key(**key)).copied().collect::<Vec<_>>() {
        fields.insert(key.to_owned(), json!(""));
        problems.push(faults::missing_text(key, at));
    }
}
