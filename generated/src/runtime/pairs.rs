//! Names and values: of path parameters, query parameters, headers and form fields.

/// A name from the document and the text of a value.
pub(super) type Pair = (&'static str, String);

/// Gives `name` these values, in the place of any that it had.
pub(super) fn set(pairs: &mut Vec<Pair>, name: &'static str, values: Vec<String>) {
    pairs.retain(|pair| pair.0 != name);
    for value in values {
        pairs.push((name, value));
    }
}

/// The names, for `Debug`: values may be personal or secret.
pub(super) fn names(pairs: &[Pair]) -> Vec<&'static str> {
    pairs.iter().map(|pair| pair.0).collect()
}
