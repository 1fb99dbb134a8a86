//! A `$ref` as it stands in a document, and what its text means.

use std::borrow::Cow;

use super::grammar::{Object, SCHEMA};
use super::pointer::Pointer;
use crate::diagnostics::{percent_decoded, unescape_token};

/// A reference in a place that allows one.
pub(super) struct Reference<'a> {
    /// The pointer of the text that names the target.
    pub(super) at: String,
    /// The text itself.
    pub(super) text: Cow<'a, str>,
    /// The kind of object that must be found there.
    pub(super) expected: &'static Object,
    /// Whether other keys stand beside `$ref`.
    pub(super) has_siblings: bool,
}

/// Where the text of a reference leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A place in the same document: the keys on the way, unescaped.
    Local(Vec<String>),
    /// Something that is no place: an anchor, or nothing.
    Nowhere,
    /// Another document.
    Outside,
}

impl<'a> Reference<'a> {
    /// A Reference Object at a place.
    pub(super) fn new(
        text: &'a str,
        expected: &'static Object,
        has_siblings: bool,
        at: &Pointer<'_>,
    ) -> Self {
        Self { at: at.key("$ref").to_string(), text: Cow::Borrowed(text), expected, has_siblings }
    }

    /// An entry of a discriminator's mapping: a reference, or the bare name of a schema.
    pub(super) fn to_schema(text: &'a str, at: &Pointer<'_>) -> Self {
        let is_name = !text.contains(['#', '/', ':']);
        let text = if is_name {
            Cow::Owned(format!("#/components/schemas/{text}"))
        } else {
            Cow::Borrowed(text)
        };
        Self { at: at.to_string(), text, expected: &SCHEMA, has_siblings: false }
    }

    /// The pointer of the object that holds `$ref`.
    pub(super) fn holder(&self) -> &str {
        self.at.strip_suffix("/$ref").unwrap_or(&self.at)
    }

    pub(super) fn target(&self) -> Target {
        target(&self.text)
    }
}

/// Reads a reference as RFC 6901, section 6, has it: a fragment that is a percent-encoded pointer.
pub(super) fn target(text: &str) -> Target {
    match text.split_once('#') {
        None if text.is_empty() => Target::Nowhere,
        Some(("", "")) => Target::Local(Vec::new()),
        Some(("", fragment)) => match percent_decoded(fragment).strip_prefix('/') {
            Some(tokens) => Target::Local(
                tokens.split('/').map(|token| unescape_token(token).into_owned()).collect(),
            ),
            None => Target::Nowhere,
        },
        _ => Target::Outside,
    }
}

/// The name in `#/components/<kind>/<name>`, if that is what a reference says.
pub fn component_name(reference: &str, kind: &str) -> Option<String> {
    component_place(reference, kind).filter(|(_, inside)| inside.is_empty()).map(|(name, _)| name)
}

/// The name in `#/components/<kind>/<name>/…`, and the keys that lead on from there.
pub fn component_place(reference: &str, kind: &str) -> Option<(String, Vec<String>)> {
    let Target::Local(tokens) = target(reference) else { return None };
    let [first, second, name, inside @ ..] = tokens.as_slice() else { return None };
    (first == "components" && second == kind).then(|| (name.clone(), inside.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::{Target, target};

    fn local(tokens: &[&str]) -> Target {
        Target::Local(tokens.iter().map(|token| (*token).to_owned()).collect())
    }

    #[test]
    fn a_fragment_is_a_pointer_that_is_percent_encoded() {
        assert_eq!(target("#/paths/~1a~1%7Bb%7D/get"), local(&["paths", "/a/{b}", "get"]));
        assert_eq!(
            target("#/components/schemas/a%25b~0"),
            local(&["components", "schemas", "a%b~"])
        );
        assert_eq!(target("#/a%2"), local(&["a%2"]));
        assert_eq!(target("#"), local(&[]));
    }

    #[test]
    fn another_document_is_outside() {
        for text in [
            "https://example.com/a.json#/b",
            "a.yaml",
            "file:///etc/passwd",
            "..\\a",
            "./%2e%2e/a#/x",
        ] {
            assert_eq!(target(text), Target::Outside, "{text}");
        }
    }

    #[test]
    fn an_anchor_leads_nowhere() {
        assert_eq!(target("#Pet"), Target::Nowhere);
        assert_eq!(target(""), Target::Nowhere);
    }
}
