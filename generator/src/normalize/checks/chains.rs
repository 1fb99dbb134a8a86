//! References that lead to references lead to something else soon.

use std::collections::{HashMap, HashSet};

use super::steps::Steps;
use crate::diagnostics::Problem;
use crate::load::{Limit, Limits};
use crate::normalize::faults;
use crate::normalize::reference::Reference;

/// Reports the place of each chain from which it has one step too many.
pub(in crate::normalize) fn check(
    references: &[Reference<'_>],
    steps: &Steps<'_>,
    limits: &Limits,
) -> Vec<Problem> {
    let mut lengths = HashMap::new();
    let mut problems = Vec::new();
    for reference in references {
        if length(reference.holder(), steps, &mut lengths) == limits.of(Limit::References) + 1 {
            problems.push(faults::long_chain(&reference.at, limits));
        }
    }
    problems
}

/// How many steps there are from a place to one that is no reference. A circle, which is another
/// fault, counts as an end.
fn length<'a>(start: &'a str, steps: &'a Steps<'_>, known: &mut HashMap<&'a str, usize>) -> usize {
    let (mut way, mut seen) = (Vec::new(), HashSet::new());
    let mut place = start;
    while !known.contains_key(place) && seen.insert(place) {
        way.push(place);
        let Some(next) = steps.get(place) else { break };
        place = next;
    }
    let mut length = known.get(place).copied().unwrap_or_default();
    for place in way.into_iter().rev() {
        length += usize::from(steps.contains_key(place));
        known.insert(place, length);
    }
    length
}
