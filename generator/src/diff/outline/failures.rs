//! What an operation's failures say.

use super::operations::brings;
use super::{RECEIVED, View, empty};
use crate::diff::node::{Aspect, Fact, Kind, Node};
use crate::model::{AnswerVariant, Operation, Response};

/// A node for each failure that has a body, or a variant in an enum of those of its operation.
pub fn failures(view: &View<'_>, it: &Operation, call: &str, item: &str) -> Vec<Node> {
    if it.once_more {
        return Vec::new();
    }
    let is_told =
        |variant: &&AnswerVariant| it.failure().is_some() || variant.response != Response::Empty;
    let other = it.failures.other();
    let variants = it.failures.variants.iter().filter(is_told).chain(&other);
    variants.map(|variant| failure(view, it, variant, [call, item])).collect()
}

fn failure(
    view: &View<'_>,
    it: &Operation,
    variant: &AnswerVariant,
    [call, item]: [&str; 2],
) -> Node {
    let AnswerVariant { code, name, .. } = variant;
    let own = it.failure().map(|failure| format!("{failure}::{name}"));
    let pointer = format!("{}/responses/{code}", it.pointer);
    Node {
        subject: format!("`{call}` › failure `{code}`"),
        item: own.as_ref().map_or_else(|| item.to_owned(), |own| view.item(own)),
        flow: RECEIVED,
        facts: vec![
            Fact::new(Aspect::Name, "", own.unwrap_or_default()),
            Fact::both(Aspect::Type, brings(view, &variant.response)),
            Fact::both(Aspect::Prose, &variant.description),
        ],
        ..empty(Kind::Failure, code, view.spot(&pointer))
    }
}
