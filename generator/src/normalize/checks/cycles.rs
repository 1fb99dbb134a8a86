//! References that lead only to references must end somewhere.

use std::collections::HashMap;

use super::steps::Steps;
use crate::diagnostics::Problem;
use crate::normalize::faults;
use crate::normalize::reference::Reference;

/// Reports each circle once, at the first of its members that the document's order reaches.
pub(in crate::normalize) fn check(references: &[Reference<'_>], steps: &Steps<'_>) -> Vec<Problem> {
    let mut walks = HashMap::new();
    let found = references.iter().enumerate().filter_map(|(walk, reference)| {
        let entry = walk_from(reference.holder(), walk, steps, &mut walks)?;
        Some(report(entry, steps))
    });
    found.collect()
}

/// Follows the steps until they end, meet an earlier walk, or meet themselves: a place in a circle.
fn walk_from<'a>(
    start: &'a str,
    walk: usize,
    steps: &'a Steps<'_>,
    walks: &mut HashMap<&'a str, usize>,
) -> Option<&'a str> {
    let mut place = start;
    while let Some(next) = steps.get(place) {
        if let Some(earlier) = walks.insert(place, walk) {
            return (earlier == walk).then_some(place);
        }
        place = next;
    }
    None
}

fn report(entry: &str, steps: &Steps<'_>) -> Problem {
    let mut members = vec![format!("#{entry}")];
    let mut place = entry;
    while let Some(next) = steps.get(place).filter(|next| *next != entry) {
        members.push(format!("#{next}"));
        place = next;
    }
    members.push(format!("#{entry}"));
    faults::reference_cycle(&format!("{entry}/$ref"), &members)
}
