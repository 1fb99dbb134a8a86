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
    /// Where each of them is afterwards, from the array.
    pub(super) places: Vec<String>,
    /// Whether an array has all of them and nothing else.
    pub(super) is_closed: bool,
    /// What is lost.
    pub(super) loss: Option<Loss>,
}

/// What a schema says of positions, if it does.
pub(super) fn find(fields: &Fields) -> Option<Tuple> {
    let (keyword, rest) = keywords(fields)?;
    let (rest, positions) = (fields.get(rest), fields[keyword].as_array()?);
    let count = positions.len();
    let number = |name: &str| fields.get(name).and_then(Value::as_u64);
    let (least, most) = (number("minItems"), number("maxItems"));
    let all = count as u64;
    let ends = match most {
        Some(most) => most == all || most > all && is_false(rest),
        None => is_false(rest),
    };
    let is_closed = ends && least.is_none_or(|least| least >= all) && COUNTS.contains(&count);
    let places =
        if is_closed { in_order(count) } else { among(&kinds(positions, rest), positions) };
    let (what, became) = match is_closed {
        true if least.is_some() => return Some(Tuple { keyword, places, is_closed, loss: None }),
        true => ("without `minItems`", "a tuple, whose values are all there"),
        false if ends && !COUNTS.contains(&count) => ("of one type or of more than twelve", LIST),
        false => ("of an array that may be shorter or longer", LIST),
    };
    let loss = (count > 0).then(|| Loss { what: format!("`{keyword}` {what}"), became });
    Some(Tuple { keyword, places, is_closed, loss })
}

const LIST: &str = "a list whose items may be of each of the types";

/// Keywords that may say of items what neither the positions nor what follows them says.
const OTHERS: &[&str] = &["$ref", "allOf", "anyOf", "oneOf", "if", "contains"];

/// The keyword that lists the positions, and the one for what follows them.
fn keywords(fields: &Fields) -> Option<(&'static str, &'static str)> {
    let is_list = |keyword: &str| fields.get(keyword).is_some_and(Value::is_array);
    let (positions, rest) = match (is_list("prefixItems"), is_list("items")) {
        (true, _) => ("prefixItems", "items"),
        (false, true) => ("items", "additionalItems"),
        (false, false) => return None,
    };
    let is_said = [rest].iter().chain(OTHERS).any(|keyword| fields.contains_key(*keyword));
    Some((positions, if is_said { rest } else { "unevaluatedItems" }))
}

fn is_false(rest: Option<&Value>) -> bool {
    rest == Some(&Value::Bool(false))
}

/// Says so of the items. Those of an array that is not closed are of any of the kinds.
pub(super) fn translate(fields: &mut Fields) -> bool {
    let (Some(tuple), Some((keyword, rest))) = (find(fields), keywords(fields)) else {
        return false;
    };
    let Some(Value::Array(positions)) = fields.shift_remove(keyword) else { return false };
    let rest = fields.shift_remove(rest);
    let items = match tuple.is_closed {
        true => json!({ "anyOf": positions, POSITIONS: true }),
        false => any_of(kinds(&positions, rest.as_ref())),
    };
    fields.insert("items".to_owned(), items);
    true
}

/// The places of so many alternatives.
fn in_order(count: usize) -> Vec<String> {
    (0..count).map(|index| format!("items/anyOf/{index}")).collect()
}

/// The place of each position among the kinds.
fn among(kinds: &[Value], positions: &[Value]) -> Vec<String> {
    let place = |position| match kinds.iter().position(|kind| kind == position) {
        Some(index) if kinds.len() > 1 => format!("items/anyOf/{index}"),
        _ => "items".to_owned(),
    };
    positions.iter().map(place).collect()
}

/// The schemas of positions and of what follows them, each once.
fn kinds(positions: &[Value], rest: Option<&Value>) -> Vec<Value> {
    let mut kinds: Vec<Value> = Vec::new();
    for kind in positions.iter().chain(rest.filter(|it| it.is_object())) {
        if !kinds.contains(kind) {
            kinds.push(kind.clone());
        }
    }
    kinds
}

/// What satisfies one of these schemas.
fn any_of(mut kinds: Vec<Value>) -> Value {
    match kinds.len() {
        0 => json!({}),
        1 => kinds.swap_remove(0),
        _ => json!({ "anyOf": kinds }),
    }
}
