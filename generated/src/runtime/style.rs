//! Objects as parameters (OpenAPI, Parameter Object, "Style Values").

use std::borrow::Cow;

use serde_json::Value;

use super::encode::Encode;
use super::pairs::Pair;
use super::param::Param;

/// A value as JSON text (`content: application/json`).
pub fn json<T: Encode>(value: T) -> String {
    value.encode().to_string()
}

/// An object as `a,1,b,2` (`form` and `simple`).
pub fn paired<T: Encode>(object: T) -> String {
    in_one_text(&object.encode(), [",", ","])
}

/// The same with something else between the texts (`spaceDelimited`, `pipeDelimited`).
pub fn paired_by<T: Encode>(delimiter: &str, object: T) -> String {
    in_one_text(&object.encode(), [delimiter, delimiter])
}

/// An object as `a=1,b=2` (`simple`, exploded).
pub fn assigned<T: Encode>(object: T) -> String {
    in_one_text(&object.encode(), ["=", ","])
}

fn in_one_text(value: &Value, [inside, between]: [&str; 2]) -> String {
    let Some(properties) = properties(value) else { return value.text().into_owned() };
    let texts: Vec<String> =
        properties.into_iter().map(|(name, value)| name + inside + &value).collect();
    texts.join(between)
}

/// The names of an object's properties and the texts of their values; null has none.
pub(super) fn properties(value: &Value) -> Option<Vec<(String, String)>> {
    let given = value.as_object()?.iter().filter(|(_, value)| !value.is_null());
    Some(given.map(|(name, value)| (name.clone(), value.text().into_owned())).collect())
}

/// Why a value is refused that has no properties.
pub(super) const NO_OBJECT: &str = "must be an object";

/// Gives each property of an object a name of its own, in the place of what had that name (`form`,
/// exploded). The items of a list share a name; null has none. What is no object cannot be sent so.
pub(super) fn spread(pairs: &mut Vec<Pair>, value: &Value) -> Option<&'static str> {
    let Value::Object(object) = value else { return Some(NO_OBJECT) };
    for (name, value) in object {
        pairs.retain(|pair| pair.0 != *name);
        let items = match value {
            Value::Array(items) => items.as_slice(),
            Value::Null => &[],
            one => std::slice::from_ref(one),
        };
        for item in items {
            pairs.push((Cow::Owned(name.clone()), item.text().into_owned()));
        }
    }
    None
}

/// Gives each value in an object the name `name[key]`, or `name[key][key]` where objects are nested,
/// in the place of any that began so (`deepObject`). Items of lists have their index for a key, which
/// OpenAPI leaves open; null has no name.
pub(super) fn deep(pairs: &mut Vec<Pair>, name: &str, value: &Value) {
    let is_inside = |own: &str| own.strip_prefix(name).is_some_and(|it| it.starts_with('['));
    pairs.retain(|pair| !is_inside(&pair.0));
    push_deep(pairs, name, value);
}

fn push_deep(pairs: &mut Vec<Pair>, name: &str, value: &Value) {
    match value {
        Value::Null => {}
        Value::Object(object) => {
            for (key, value) in object {
                push_deep(pairs, &format!("{name}[{key}]"), value);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                push_deep(pairs, &format!("{name}[{index}]"), item);
            }
        }
        one => pairs.push((Cow::Owned(name.to_owned()), one.text().into_owned())),
    }
}
