//! The text of a document in, the byte offset of each of its values out.

mod json;
mod repeats;
mod yaml;

use indexmap::IndexMap;

use super::document::Format;
use super::limits::Limits;
use super::lines::Lines;
use crate::diagnostics::unescape_token;

pub(super) use repeats::Repeat;

/// Where the values of a text start.
#[derive(Debug)]
pub(super) struct Positions {
    root: Node,
    pub(super) lines: Lines,
}

/// A value: where it starts and what is in it.
#[derive(Debug, Default)]
struct Node {
    start: usize,
    inside: Inside,
}

#[derive(Debug, Default)]
enum Inside {
    #[default]
    Nothing,
    Members(Members),
    Items(Vec<Node>),
}

/// The keys of an object; one that stands there twice has two entries.
type Members = IndexMap<String, Vec<Member>>;

/// Where a key of an object starts, and its value.
#[derive(Debug)]
struct Member {
    start: usize,
    value: Node,
}

impl Positions {
    /// Reads the text again. It was read before, so a failure can only lose places, never values.
    pub(super) fn of(text: &str, format: Format, limits: &Limits) -> Self {
        let root = match format {
            Format::Json => json::read(text),
            Format::Yaml => yaml::read(text, limits),
        };
        Self { root: root.unwrap_or_default(), lines: Lines::of(text) }
    }

    /// The offset of the value that a JSON pointer (RFC 6901) names, or of its nearest ancestor.
    pub(super) fn find(&self, pointer: &str) -> usize {
        let mut node = &self.root;
        for token in pointer.split('/').skip(1) {
            match node.child(&unescape_token(token)) {
                Some(child) => node = child,
                None => break,
            }
        }
        node.start
    }

    /// Every key that its object has had before.
    pub(super) fn repeats(&self) -> Vec<Repeat> {
        let mut found = Vec::new();
        repeats::collect(&self.root, "", &mut found);
        found
    }
}

impl Node {
    fn child(&self, token: &str) -> Option<&Self> {
        match &self.inside {
            Inside::Nothing => None,
            Inside::Members(members) => members.get(token)?.first().map(|member| &member.value),
            Inside::Items(items) => items.get(token.parse::<usize>().ok()?),
        }
    }
}
