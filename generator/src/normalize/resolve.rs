//! A reference in, the value that it leads to out.

use serde_json::Value;

use super::reference::{Target, target};
use crate::load::Limits;

/// References that lead to references are followed this many times; a longer way is a circle, or so
/// long that the document is refused for it.
pub const MAX_HOPS: usize = Limits::LONGEST;

/// The value at a place, given as the keys that lead there.
pub(super) fn look_up<'a>(root: &'a Value, tokens: &[String]) -> Option<&'a Value> {
    tokens.iter().try_fold(root, |value, token| match value {
        Value::Object(fields) => fields.get(token),
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    })
}

/// The value itself, or what it leads to when it is a reference inside the document.
pub(super) fn resolve<'a>(root: &'a Value, value: &'a Value) -> Option<&'a Value> {
    let mut value = value;
    for _ in 0..MAX_HOPS {
        let Some(text) = value.get("$ref").and_then(Value::as_str) else {
            return Some(value);
        };
        let Target::Local(tokens) = target(text) else {
            return None;
        };
        value = look_up(root, &tokens)?;
    }
    None
}
