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
    in_one_text(&object.encode(), ',')
}

/// An object as `a=1,b=2` (`simple`, exploded).
pub fn assigned<T: Encode>(object: T) -> String {
    in_one_text(&object.encode(), '=')
}

fn in_one_text(value: &Value, between: char) -> String {
    let Value::Object(object) = value else { return value.text().into_owned() };
    let given = object.iter().filter(|(_, value)| !value.is_null());
    let texts: Vec<String> =
        given.map(|(name, value)| format!("{name}{between}{}", value.text())).collect();
    texts.join(",")
}

/// Gives each property of an object a name of its own, in the place of what had that name (`form`,
/// exploded). The items of a list share a name; null has none. What is no object cannot be sent so.
pub(super) fn spread(pairs: &mut Vec<Pair>, value: &Value) -> Option<&'static str> {
    let Value::Object(object) = value else { return Some("must be an object") };
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
