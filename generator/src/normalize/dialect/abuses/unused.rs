//! Shared parameters that are none, and that nothing refers to.

use serde_json::Value;

use crate::diagnostics::{Problem, escape_token};
use crate::normalize::faults;

pub(super) fn forgive(root: &mut Value, problems: &mut Vec<Problem>) {
    let Some(parameters) = root.pointer("/components/parameters").and_then(Value::as_object) else {
        return;
    };
    let is_none = |it: &Value| ["name", "in", "$ref"].iter().all(|key| it.get(key).is_none());
    let odd: Vec<String> =
        parameters.iter().filter(|(_, it)| is_none(it)).map(|(name, _)| name.clone()).collect();
    let text = if odd.is_empty() { String::new() } else { root.to_string() };
    for name in odd {
        let place = format!("/components/parameters/{}", escape_token(&name));
        if !text.contains(&format!("\"#{place}\"")) {
            remove(root, &name);
            problems.push(faults::unused_fault(&place));
        }
    }
}

fn remove(root: &mut Value, name: &str) {
    let parameters = root.pointer_mut("/components/parameters").and_then(Value::as_object_mut);
    parameters.and_then(|parameters| parameters.shift_remove(name));
}
