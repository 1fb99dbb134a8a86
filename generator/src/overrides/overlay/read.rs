//! An overlay as it is written in, its actions out, or everything that is wrong with them.

use serde_json::{Map, Value};
use serde_json_path::JsonPath;

use crate::diagnostics::{Code, Problem, did_you_mean, escape_token, nearest, quote, tame};

/// What is done to every value that a path finds.
pub(super) struct Action<'a> {
    /// The action, as a pointer into the overlay.
    pub(super) at: String,
    pub(super) target: JsonPath,
    /// What is brought to them; nothing if they go.
    pub(super) update: Option<&'a Value>,
}

/// The keys of an Action Object.
const KEYS: &[&str] = &["target", "description", "update", "remove"];

/// Reads OpenAPI Overlay 1.0.0, section 4.4; `extends` and `info` are passed over.
pub(super) fn actions(overlay: &Value) -> Result<Vec<Action<'_>>, Vec<Problem>> {
    let mut problems = Vec::new();
    if !overlay["overlay"].as_str().is_some_and(|version| version.starts_with("1.0.")) {
        problems.push(
            bad("/overlay", "this is no overlay of version 1.0").with_help("`overlay: 1.0.0`"),
        );
    }
    let written = overlay["actions"].as_array().map_or(&[][..], Vec::as_slice);
    if written.is_empty() {
        problems.push(bad("/actions", "the overlay has no `actions`"));
    }
    let read = |(index, it)| action(it, format!("/actions/{index}"), &mut problems);
    let actions = written.iter().enumerate().filter_map(read).collect();
    if problems.is_empty() { Ok(actions) } else { Err(problems) }
}

fn action<'a>(it: &'a Value, at: String, problems: &mut Vec<Problem>) -> Option<Action<'a>> {
    let Some(fields) = it.as_object() else {
        problems.push(bad(&at, "an action is an object"));
        return None;
    };
    problems.extend(fields.keys().filter_map(|key| unknown(key, &at)));
    let target = target(fields, &at).map_err(|problem| problems.push(problem)).ok();
    match (fields.get("update"), fields.get("remove")) {
        (_, Some(Value::Bool(true))) => Some(Action { at, target: target?, update: None }),
        (Some(update), None | Some(Value::Bool(false))) => {
            Some(Action { at, target: target?, update: Some(update) })
        }
        _ => {
            problems.push(bad(&at, "an action has an `update`, or `remove: true`"));
            None
        }
    }
}

fn unknown(key: &str, at: &str) -> Option<Problem> {
    if KEYS.contains(&key) || key.starts_with("x-") {
        return None;
    }
    let problem = bad(
        &format!("{at}/{}", escape_token(key)),
        &format!("an action has no key {}", quote(key)),
    );
    Some(match nearest(key, KEYS.iter().copied()) {
        Some(near) => problem.with_help(did_you_mean(near)),
        None => problem,
    })
}

fn target(fields: &Map<String, Value>, at: &str) -> Result<JsonPath, Problem> {
    let Some(target) = fields.get("target").and_then(Value::as_str) else {
        return Err(bad(at, "an action has a `target`, which is text"));
    };
    JsonPath::parse(target).map_err(|error| {
        let message = format!("this is no JSONPath: {}", tame(&error.to_string()));
        bad(&format!("{at}/target"), &message)
    })
}

/// A rule of the Overlay specification that is broken at `at`.
pub(super) fn bad(at: &str, message: &str) -> Problem {
    Problem::new(Code::BadOverlay, at, message)
}
