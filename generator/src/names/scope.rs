//! Collisions are settled for a whole scope at once, whatever the order of its claims.

use std::collections::{BTreeMap, BTreeSet};

use super::ident::Name;
use super::words::spell_symbols;

/// Something that wants a name in a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What tells this claim from all others of the scope; also its order in the last resort.
    pub key: String,
    /// The names it would take, in words, best first.
    pub rungs: Vec<Vec<String>>,
    /// Of two that want the same name, the lower rank keeps it; equals both give it up.
    pub rank: usize,
}

impl Claim {
    /// A claim with one name to its liking, and the spelled-out symbols as its second.
    pub fn of(key: &str, words: Vec<String>) -> Self {
        Self { key: key.to_owned(), rungs: vec![words, spell_symbols(key)], rank: 0 }
    }

    /// A claim with names to choose from, best first.
    pub fn ladder(key: impl Into<String>, rungs: Vec<Vec<String>>, rank: usize) -> Self {
        Self { key: key.into(), rungs, rank }
    }
}

/// Gives every claim a name of its own, in the order of `claims`.
///
/// Each claim stands on its first rung. Where two stand on the same name, or on one of
/// `taken`, they climb; who has no rung left is numbered in the order of the keys.
pub fn settle<N: Name + Clone>(claims: &[Claim], taken: &[&str]) -> Vec<N> {
    let mut levels = vec![0; claims.len()];
    loop {
        let names: Vec<N> =
            claims.iter().zip(&levels).map(|(claim, level)| standing(claim, *level)).collect();
        let climbers = climbers(claims, &levels, &names, taken);
        if climbers.is_empty() {
            return number(claims, names, taken);
        }
        for climber in climbers {
            levels[climber] += 1;
        }
    }
}

fn standing<N: Name>(claim: &Claim, level: usize) -> N {
    N::of(&claim.rungs[level])
}

/// Who must climb, and can.
fn climbers<N: Name>(
    claims: &[Claim],
    levels: &[usize],
    names: &[N],
    taken: &[&str],
) -> Vec<usize> {
    let mut climbers = Vec::new();
    for (name, holders) in holders(names) {
        let barred = taken.contains(&name);
        let keeper = if barred { None } else { keeper(claims, &holders) };
        let can_climb = |holder: &usize| levels[*holder] + 1 < claims[*holder].rungs.len();
        climbers
            .extend(holders.into_iter().filter(|holder| Some(*holder) != keeper).filter(can_climb));
    }
    climbers
}

/// The one holder that may stay: the only one, or the only one of the lowest rank.
fn keeper(claims: &[Claim], holders: &[usize]) -> Option<usize> {
    let lowest = holders.iter().map(|holder| claims[*holder].rank).min()?;
    let mut lowest = holders.iter().filter(|holder| claims[**holder].rank == lowest);
    match (lowest.next(), lowest.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

fn holders<N: Name>(names: &[N]) -> BTreeMap<&str, Vec<usize>> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        holders.entry(name.as_str()).or_default().push(index);
    }
    holders
}

/// The last rung: a number, which always works.
fn number<N: Name + Clone>(claims: &[Claim], names: Vec<N>, taken: &[&str]) -> Vec<N> {
    let mut used: BTreeSet<String> = taken.iter().map(|name| (*name).to_owned()).collect();
    used.extend(names.iter().map(|name| name.as_str().to_owned()));
    let mut settled = names.clone();
    for (name, mut holders) in holders(&names) {
        let barred = taken.contains(&name);
        holders.sort_by_key(|holder| (claims[*holder].rank, claims[*holder].key.as_str()));
        for holder in holders.into_iter().skip(usize::from(!barred)) {
            settled[holder] = first_free(&names[holder], &used);
            used.insert(settled[holder].as_str().to_owned());
        }
    }
    settled
}

fn first_free<N: Name>(name: &N, used: &BTreeSet<String>) -> N {
    let mut number = 2;
    loop {
        let candidate = name.numbered(number);
        if !used.contains(candidate.as_str()) {
            return candidate;
        }
        number += 1;
    }
}
