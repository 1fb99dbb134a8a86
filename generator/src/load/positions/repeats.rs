//! Keys that an object has more than once.

use super::{Inside, Member, Node};
use crate::diagnostics::escape_token;

/// A key that its object has had before.
#[derive(Debug)]
pub(in crate::load) struct Repeat {
    pub(in crate::load) pointer: String,
    pub(in crate::load) key: String,
    /// Where the first one starts, in bytes.
    pub(in crate::load) first: usize,
    /// Where this one starts, in bytes.
    pub(in crate::load) offset: usize,
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
        if member.start != members[0].start {
            let (pointer, key) = (pointer.to_owned(), key.to_owned());
            found.push(Repeat { pointer, key, first: members[0].start, offset: member.start });
        }
        collect(&member.value, pointer, found);
    }
}
