//! Names and values: of path parameters, query parameters, headers and form fields.

use std::borrow::Cow;

use serde_json::Value;

use super::param::Param;

/// A name, which the document gives unless the caller's own map does, and the text of a value.
pub(super) type Pair = (Cow<'static, str>, String);

/// Gives `name` these values, in the place of any that it had.
pub(super) fn set(pairs: &mut Vec<Pair>, name: &'static str, values: Vec<String>) {
    pairs.retain(|pair| pair.0 != name);
    for value in values {
        pairs.push((Cow::Borrowed(name), value));
    }
}

/// Gives each value in an object a name of its own, `prefix.key.key`, in the place of any that
/// began so. The items of a list share a name; null has none.
pub(super) fn set_map(pairs: &mut Vec<Pair>, prefix: &'static str, object: &Value) {
    let is_inside = |name: &str| name.strip_prefix(prefix).is_some_and(|it| it.starts_with('.'));
    pairs.retain(|pair| !is_inside(&pair.0));
    push_map(pairs, prefix, object);
}

fn push_map(pairs: &mut Vec<Pair>, name: &str, value: &Value) {
    match value {
        Value::Null => {}
        Value::Object(object) => {
            for (key, value) in object {
                push_map(pairs, &format!("{name}.{key}"), value);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| push_map(pairs, name, item)),
        value => pairs.push((Cow::Owned(name.to_owned()), value.text().into_owned())),
    }
}

/// The names, for `Debug`: values may be personal or secret, and so may the keys of a caller's map.
pub(super) fn names(pairs: &[Pair]) -> Vec<&str> {
    let names = pairs.iter().map(|(name, _)| match name {
        Cow::Borrowed(name) => name,
        Cow::Owned(name) => match name.find(['.', '[']) {
            Some(end) => &name[..end],
            None => "…",
        },
    });
    names.collect()
}
