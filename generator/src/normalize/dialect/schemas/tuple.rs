//! Arrays whose items are described by their position: `prefixItems`, and `items` as a list in drafts
//! before 2020-12.
//!
//! ```json
//! { "prefixItems": [{ "type": "number" }, { "type": "string" }], "items": false, "minItems": 2 }
//! { "items": { "anyOf": [{ "type": "number" }, { "type": "string" }], "x-bindery-positions": true } }
//! ```

use std::ops::RangeInclusive;

use serde_json::{Value, json};

use super::Fields;
use super::losses::Loss;

/// Says of the items of an array that their alternatives are its positions, in their order. Without it
/// they are what any item may be.
pub const POSITIONS: &str = "x-bindery-positions";

/// So many positions make a tuple: Rust has traits for twelve.
pub const COUNTS: RangeInclusive<usize> = 2..=12;

/// The positions of an array, before they are said in another way.
pub(super) struct Tuple {
    /// The keyword that lists them.
    pub(super) keyword: &'static str,
    pub(super) count: usize,
    /// Whether an array has all of them and nothing else.
    pub(super) is_closed: bool,
    /// What is lost.
    pub(super) loss: Option<Loss>,
}

/// What a schema says of positions, if it does.
pub(super) fn find(fields: &Fields) -> Option<Tuple> {
    let (keyword, rest) = keywords(fields)?;
    let count = fields[keyword].as_array().map_or(0, Vec::len);
    let number = |name: &str| fields.get(name).and_then(Value::as_u64);
    let (least, most) = (number("minItems"), number("maxItems"));
    let all = count as u64;
    let ends = match most {
        Some(most) => most == all || most > all && is_false(rest),
        None => is_false(rest),
    };
    let is_closed = ends && least.is_none_or(|least| least >= all) && COUNTS.contains(&count);
    let (what, became) = match is_closed {
        true if least.is_some() => return Some(Tuple { keyword, count, is_closed, loss: None }),
        true => ("without `minItems`", "a tuple, whose values are all there"),
        false if ends && !COUNTS.contains(&count) => ("of one type or of more than twelve", LIST),
        false => ("of an array that may be shorter or longer", LIST),
    };
    let loss = (count > 0).then(|| Loss { what: format!("`{keyword}` {what}"), became });
    Some(Tuple { keyword, count, is_closed, loss })
}

const LIST: &str = "a list whose items may be of each of the types";

/// The keyword that lists the positions, and what follows them.
fn keywords(fields: &Fields) -> Option<(&'static str, Option<&Value>)> {
    match fields.get("items") {
        Some(Value::Array(_)) => Some(("items", fields.get("additionalItems"))),
        rest if fields.get("prefixItems").is_some_and(Value::is_array) => {
            Some(("prefixItems", rest))
        }
        _ => None,
    }
}

fn is_false(rest: Option<&Value>) -> bool {
    rest == Some(&Value::Bool(false))
}

/// Says so of the items. Those of an array that is not closed are of any of the kinds.
pub(super) fn translate(fields: &mut Fields) -> bool {
    let Some(Tuple { keyword, is_closed, .. }) = find(fields) else { return false };
    let positions = fields.shift_remove(keyword);
    let positions = positions.as_ref().and_then(Value::as_array).into_iter().flatten().cloned();
    let rest = fields.shift_remove(if keyword == "items" { "additionalItems" } else { "items" });
    let items = match is_closed {
        true => json!({ "anyOf": positions.collect::<Vec<_>>(), POSITIONS: true }),
        false => any_of(positions.chain(rest.filter(Value::is_object))),
    };
    fields.insert("items".to_owned(), items);
    true
}

/// What satisfies one of these schemas.
fn any_of(schemas: impl Iterator<Item = Value>) -> Value {
    let mut kinds: Vec<Value> = Vec::new();
    for kind in schemas {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    match kinds.len() {
        0 => json!({}),
        1 => kinds.swap_remove(0),
        _ => json!({ "anyOf": kinds }),
    }
}
