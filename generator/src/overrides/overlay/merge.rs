//! What an update brings, and what a removal takes; both keep book of where values come from.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostics::escape_token;
use crate::load::{Document, Moves, Source};

/// Brings values of one amendment to a document.
pub(super) struct Merger<'d> {
    pub(super) moves: &'d mut Moves,
    pub(super) amendment: usize,
}

impl Merger<'_> {
    /// Merges what stands at `from` into what stands at `at`: objects key by key, lists one behind the
    /// other, and any other value takes the place of what was there.
    pub(super) fn merge(&mut self, own: &mut Value, new: &Value, at: &str, from: &str) {
        match (own, new) {
            (Value::Object(own), Value::Object(new)) => {
                for (key, new) in new {
                    let token = escape_token(key);
                    let (at, from) = (format!("{at}/{token}"), format!("{from}/{token}"));
                    match own.get_mut(key) {
                        Some(own) => self.merge(own, new, &at, &from),
                        None => {
                            own.insert(key.clone(), new.clone());
                            self.came(at, from);
                        }
                    }
                }
            }
            (Value::Array(own), Value::Array(new)) => {
                for (index, new) in new.iter().enumerate() {
                    self.came(format!("{at}/{}", own.len()), format!("{from}/{index}"));
                    own.push(new.clone());
                }
            }
            (own, new) => {
                *own = new.clone();
                self.came(at.to_owned(), from.to_owned());
            }
        }
    }

    /// Notes that what stands at `at` came from there.
    pub(super) fn came(&mut self, at: String, from: String) {
        self.moves.put(at, Source::Amendment(self.amendment, from));
    }
}

/// Takes out what stands at these pointers, none of which is the whole document.
pub(super) fn remove<'p>(document: &mut Document, pointers: impl Iterator<Item = &'p str>) {
    let mut by_holder: BTreeMap<(Reverse<usize>, &str), BTreeSet<&str>> = BTreeMap::new();
    for (holder, token) in pointers.filter_map(|pointer| pointer.rsplit_once('/')) {
        // The deepest first, as long as all indices on the way to it are what they were.
        let depth = Reverse(holder.matches('/').count());
        by_holder.entry((depth, holder)).or_default().insert(token);
    }
    let Document { root, moves, .. } = document;
    for ((_, at), tokens) in by_holder {
        match root.pointer_mut(at) {
            Some(Value::Object(fields)) => {
                fields.retain(|key, _| !tokens.contains(&*escape_token(key)));
                for token in tokens {
                    moves.forget(&format!("{at}/{token}"));
                }
            }
            Some(Value::Array(items)) => {
                let gone = tokens.iter().filter_map(|token| token.parse().ok()).collect();
                moves.close_up(at, items.len(), &gone);
                let mut index = 0..;
                items.retain(|_| !index.next().is_some_and(|index| gone.contains(&index)));
            }
            _ => {}
        }
    }
}
