//! The text of a document in, the bytes that each of its values has out.

mod json;
mod repeats;
mod yaml;

use std::ops::Range;

use indexmap::IndexMap;

use super::document::Format;
use super::limits::Limits;
use super::lines::Lines;
use crate::diagnostics::unescape_token;

pub(super) use repeats::Repeat;

/// Where the values of a text are.
#[derive(Debug)]
pub(super) struct Positions {
    root: Node,
    pub(super) lines: Lines,
}

/// A value: where it is and what is in it. Of an object or a list, the span is where it opens.
#[derive(Debug, Default)]
struct Node {
    span: Range<usize>,
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

/// Where a key of an object is, and its value.
#[derive(Debug)]
struct Member {
    span: Range<usize>,
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

    /// The span of the value that a JSON pointer (RFC 6901) names, or of its nearest ancestor. Of an object,
    /// a list or nothing it is the span of the key, where there is one.
    pub(super) fn find(&self, pointer: &str) -> Range<usize> {
        let (mut node, mut span) = (&self.root, &self.root.span);
        for token in pointer.split('/').skip(1) {
            let Some((child, place)) = node.child(&unescape_token(token)) else { break };
            (node, span) = (child, place);
        }
        span.clone()
    }

    /// Every key that its object has had before.
    pub(super) fn repeats(&self) -> Vec<Repeat> {
        let mut found = Vec::new();
        repeats::collect(&self.root, "", &mut found);
        found
    }
}

impl Node {
    /// A value in this one, and the span that people are shown for it.
    fn child(&self, token: &str) -> Option<(&Self, &Range<usize>)> {
        match &self.inside {
            Inside::Nothing => None,
            Inside::Members(members) => members.get(token)?.first().map(Member::shown),
            Inside::Items(items) => {
                items.get(token.parse::<usize>().ok()?).map(|item| (item, &item.span))
            }
        }
    }
}

impl Member {
    fn shown(&self) -> (&Node, &Range<usize>) {
        let is_word = matches!(self.value.inside, Inside::Nothing) && !self.value.span.is_empty();
        (&self.value, if is_word { &self.value.span } else { &self.span })
    }
}
