//! A Parameter Object describes its value once, in a style of its place; one in a path is required.

use serde_json::{Map, Value};

use super::field;
use crate::diagnostics::Problem;
use crate::normalize::faults;
use crate::normalize::pointer::Pointer;

/// The styles that each place allows (OpenAPI 3.0.3, "Style Values").
const STYLES: &[(&str, &[&str])] = &[
    ("path", &["simple", "label", "matrix"]),
    ("query", &["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
    ("header", &["simple"]),
    ("cookie", &["form"]),
];

pub(in crate::normalize) fn check(
    parameter: &Map<String, Value>,
    at: &Pointer<'_>,
    problems: &mut Vec<Problem>,
) {
    check_content(parameter, at, problems);
    let Some(place) = parameter.get("in").and_then(Value::as_str) else {
        return;
    };
    check_style(parameter, place, at, problems);
    if place == "path" && parameter.get("required") != Some(&Value::Bool(true)) {
        problems.push(faults::optional_path_parameter(name(parameter), at));
    }
}

/// Either `schema`, or `content` with one media type. Holds for a Header Object too.
pub(in crate::normalize) fn check_content(
    value: &Map<String, Value>,
    at: &Pointer<'_>,
    problems: &mut Vec<Problem>,
) {
    let complaint = match (field(value, "schema"), field(value, "content").map(Value::as_object)) {
        (None, None) => "neither `schema` nor `content`",
        (Some(_), Some(_)) => "both `schema` and `content`",
        (None, Some(Some(content))) if content.len() != 1 => {
            "a `content` that does not hold one media type"
        }
        _ => return,
    };
    problems.push(faults::parameter_shape(name(value), complaint, at));
}

fn check_style(
    parameter: &Map<String, Value>,
    place: &str,
    at: &Pointer<'_>,
    problems: &mut Vec<Problem>,
) {
    let Some(style) = parameter.get("style").and_then(Value::as_str) else {
        return;
    };
    let allowed = STYLES.iter().find(|(r#in, _)| *r#in == place).map(|(_, styles)| *styles);
    if let Some(styles) = allowed.filter(|styles| !styles.contains(&style)) {
        problems.push(faults::unknown_value(style, styles, &at.key("style")));
    }
}

fn name(parameter: &Map<String, Value>) -> Option<&str> {
    parameter.get("name").and_then(Value::as_str)
}
