//! Keys that an object has more than once.

use std::ops::Range;

use super::{Inside, Member, Node};
use crate::diagnostics::escape_token;

/// A key that its object has had before.
#[derive(Debug)]
pub(in crate::load) struct Repeat {
    pub(in crate::load) pointer: String,
    pub(in crate::load) key: String,
    /// Where the first one is, in bytes.
    pub(in crate::load) first: Range<usize>,
    /// Where this one is, in bytes.
    pub(in crate::load) again: Range<usize>,
}

/// Adds the repeated keys of a value and of all values in it.
pub(super) fn collect(node: &Node, pointer: &str, found: &mut Vec<Repeat>) {
    match &node.inside {
        Inside::Nothing => {}
        Inside::Members(members) => {
            for (key, members) in members {
                collect_key(key, members, &format!("{pointer}/{}", escape_token(key)), found);
            }
        }
        Inside::Items(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &format!("{pointer}/{index}"), found);
            }
        }
    }
}

fn collect_key(key: &str, members: &[Member], pointer: &str, found: &mut Vec<Repeat>) {
    for member in members {
        let (first, again) = (members[0].span.clone(), member.span.clone());
        if first != again {
            found.push(Repeat { pointer: pointer.to_owned(), key: key.to_owned(), first, again });
        }
        collect(&member.value, pointer, found);
    }
}
