//! A Security Scheme Object has the fields that its type needs.

use serde_json::{Map, Value};

use super::field;
use crate::diagnostics::Problem;
use crate::normalize::faults;
use crate::normalize::pointer::Pointer;

/// The fields that each type needs.
const REQUIRED: &[(&str, &[&str])] = &[
    ("apiKey", &["name", "in"]),
    ("http", &["scheme"]),
    ("oauth2", &["flows"]),
    ("openIdConnect", &["openIdConnectUrl"]),
];

pub(in crate::normalize) fn check(
    scheme: &Map<String, Value>,
    at: &Pointer<'_>,
    problems: &mut Vec<Problem>,
) {
    let Some(name) = scheme.get("type").and_then(Value::as_str) else {
        return;
    };
    let required =
        REQUIRED.iter().filter(|(r#type, _)| *r#type == name).flat_map(|(_, fields)| *fields);
    for missing in required.filter(|name| field(scheme, name).is_none()) {
        problems.push(faults::missing_field(
            missing,
            &format!("Security Scheme Object of type `{name}`"),
            at,
        ));
    }
}
