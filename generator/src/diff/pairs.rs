//! Which parts of two outlines are the same part: by name, else by likeness.

use super::node::{Aspect, Node};

/// How alike two names must be for a rename, from 0 to 1.
const ALIKE: f64 = 0.5;

/// The positions of parts on both sides.
#[derive(Debug, Default)]
pub struct Pairs {
    pub both: Vec<(usize, usize)>,
    pub removed: Vec<usize>,
    pub added: Vec<usize>,
}

/// Finds for each part its counterpart: called alike on the wire, else known by the same other
/// name, else alike in all but its name.
pub fn pairs(old: &[Node], new: &[Node]) -> Pairs {
    let mut pairs = Pairs {
        both: Vec::new(),
        removed: (0..old.len()).collect(),
        added: (0..new.len()).collect(),
    };
    pairs.join(old, new, |a, b| a.key == b.key);
    pairs.join(old, new, |a, b| !a.alias.is_empty() && a.alias == b.alias);
    pairs.join_likeliest(old, new);
    pairs.both.sort_unstable_by_key(|(_, new)| *new);
    pairs
}

impl Pairs {
    /// Joins what is left and is the same.
    fn join(&mut self, old: &[Node], new: &[Node], same: fn(&Node, &Node) -> bool) {
        let mut left = Vec::new();
        for one in std::mem::take(&mut self.removed) {
            let is = |other: &&usize| {
                old[one].kind == new[**other].kind && same(&old[one], &new[**other])
            };
            match self.added.iter().find(is).copied() {
                Some(other) => self.take(one, other),
                None => left.push(one),
            }
        }
        self.removed = left;
    }

    /// Joins what is left and is alike, the likeliest first.
    fn join_likeliest(&mut self, old: &[Node], new: &[Node]) {
        let both =
            self.removed.iter().flat_map(|one| self.added.iter().map(|other| (*one, *other)));
        let rated =
            both.filter_map(|(one, other)| Some((likeness(&old[one], &new[other])?, one, other)));
        let mut rated: Vec<(f64, usize, usize)> = rated.collect();
        rated.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, one, other) in rated {
            if self.removed.contains(&one) && self.added.contains(&other) {
                self.removed.retain(|it| *it != one);
                self.take(one, other);
            }
        }
    }

    fn take(&mut self, one: usize, other: usize) {
        self.added.retain(|it| *it != other);
        self.both.push((one, other));
    }
}

/// How alike two parts are, if one may be the other under a new name.
fn likeness(old: &Node, new: &Node) -> Option<f64> {
    if old.kind != new.kind
        || old.shape.is_empty()
        || old.shape != new.shape
        || old.needed != new.needed
    {
        return None;
    }
    let prose = |node: &Node| node.fact(Aspect::Prose).map(|fact| fact.wire.trim().to_owned());
    let told_alike = prose(old).is_some_and(|text| !text.is_empty()) && prose(old) == prose(new);
    let names = strsim::normalized_levenshtein(&old.key.to_lowercase(), &new.key.to_lowercase());
    (told_alike || names >= ALIKE).then_some(names + f64::from(u8::from(told_alike)))
}
