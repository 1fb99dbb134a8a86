//! References to what a translation moved lead to where it is now.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Translation;
use super::places::each_schema;
use crate::diagnostics::escape_token;
use crate::normalize::reference::{Target, target};

/// Lets the references of all schemas follow.
pub(super) fn follow(translation: &mut Translation<'_>) {
    let Translation { root, moves, .. } = translation;
    if moves.is_empty() {
        return;
    }
    each_schema(root.to_mut(), &mut |schema, _| {
        let Some(Value::String(text)) = schema.get_mut("$ref") else { return };
        if let Some(place) = now(text, moves) {
            // The pointer goes into a fragment, in which `%` has a meaning.
            *text = format!("#{}", place.replace('%', "%25"));
        }
    });
}

/// Where that is now to which a reference led, if it moved: the nearest move decides.
fn now(text: &str, moves: &BTreeMap<String, String>) -> Option<String> {
    let Target::Local(tokens) = target(text) else { return None };
    let place: String = tokens.iter().map(|token| format!("/{}", escape_token(token))).collect();
    let mut end = place.len();
    loop {
        if let Some(to) = moves.get(&place[..end]) {
            return Some(format!("{to}{}", &place[end..]));
        }
        end = place[..end].rfind('/')?;
    }
}
