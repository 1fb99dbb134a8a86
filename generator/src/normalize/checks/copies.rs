//! What stands in one place and counts in others is not more than can be put together.

use std::collections::HashMap;

use serde_json::Value;

use super::steps::Steps;
use crate::diagnostics::Problem;
use crate::load::Limits;
use crate::normalize::faults;

/// Counts for each schema with an `allOf`, by its pointer, its members, the members of these, and the
/// properties of all. Reports the schema that is too much.
pub(in crate::normalize) fn check(
    root: &Value,
    all_of: &[String],
    steps: &Steps<'_>,
    limits: &Limits,
) -> Option<Problem> {
    let parts = Parts::of(root, all_of, steps);
    let mut reached_from = vec![usize::MAX; parts.0.len()];
    let mut left = limits.copies;
    for (start, at) in all_of.iter().enumerate() {
        match left.checked_sub(parts.copies(start, left, &mut reached_from)) {
            Some(less) => left = less,
            None => return Some(faults::too_many_copies(&format!("{at}/allOf"), limits)),
        }
    }
    None
}

/// The schemas that an `allOf` brings together, those with one first.
struct Parts(Vec<Part>);

struct Part {
    /// How many members and properties stand here.
    own: usize,
    /// The parts that come along with this one.
    others: Vec<usize>,
}

impl Parts {
    fn of(root: &Value, all_of: &[String], steps: &Steps<'_>) -> Self {
        let mut places = all_of.to_vec();
        let mut known: HashMap<String, usize> = places.iter().cloned().zip(0..).collect();
        let mut parts = Vec::new();
        while let Some(place) = places.get(parts.len()) {
            let schema = root.pointer(place);
            let list = |key| schema.and_then(|schema| schema.get(key));
            let members = list("allOf").and_then(Value::as_array).map_or(0, Vec::len);
            let properties = list("properties").and_then(Value::as_object).map_or(0, |it| it.len());
            let inside = (0..members).map(|index| format!("{place}/allOf/{index}"));
            let others: Vec<String> = inside.chain(steps.get(&**place).cloned()).collect();
            let mut number = |place: String| {
                *known.entry(place).or_insert_with_key(|place| {
                    places.push(place.clone());
                    places.len() - 1
                })
            };
            let others = others.into_iter().map(&mut number).collect();
            parts.push(Part { own: members + properties, others });
        }
        Self(parts)
    }

    /// How much one `allOf` brings together; no more is counted than shows that it is beyond `enough`.
    /// What has been reached counts once, by however many ways.
    fn copies(&self, start: usize, enough: usize, reached_from: &mut [usize]) -> usize {
        let mut found = 0;
        let mut pending = vec![start];
        while let Some(part) = pending.pop().filter(|_| found <= enough) {
            if reached_from[part] != start {
                reached_from[part] = start;
                found += self.0[part].own;
                pending.extend(&self.0[part].others);
            }
        }
        found
    }
}
