//! Every reference stays in the document and leads to the right kind of object.

use serde_json::Value;

use crate::diagnostics::{Problem, escape_token, nearest};
use crate::normalize::faults;
use crate::normalize::grammar::object_at;
use crate::normalize::reference::{Reference, Target};
use crate::normalize::resolve::look_up;

/// Only so many problems come with the name of a near match: looking for one reads all names.
const MAX_HINTS: usize = 20;

pub(in crate::normalize) fn check(root: &Value, references: &[Reference<'_>]) -> Vec<Problem> {
    let mut hints = MAX_HINTS;
    references.iter().filter_map(|reference| check_one(root, reference, &mut hints)).collect()
}

fn check_one(root: &Value, reference: &Reference<'_>, hints: &mut usize) -> Option<Problem> {
    match reference.target() {
        Target::Outside => Some(faults::outside_reference(&reference.at, &reference.text)),
        Target::Nowhere => Some(dangling(root, reference, hints)),
        Target::Local(tokens) if look_up(root, &tokens).is_none() => {
            Some(dangling(root, reference, hints))
        }
        Target::Local(tokens) => check_kind(reference, &tokens),
    }
}

/// The grammar says what kind of object stands at a place; it must be the one that is asked for.
fn check_kind(reference: &Reference<'_>, tokens: &[String]) -> Option<Problem> {
    let found = object_at(tokens.iter().map(String::as_str));
    if found.is_some_and(|found| found.is(reference.expected)) {
        return None;
    }
    Some(faults::wrong_target(&reference.at, &reference.text, reference.expected, found))
}

fn dangling(root: &Value, reference: &Reference<'_>, hints: &mut usize) -> Problem {
    let problem = faults::dangling_reference(&reference.at, &reference.text);
    if *hints == 0 {
        return problem;
    }
    *hints -= 1;
    match near_match(root, reference) {
        Some(name) => problem.with_help(faults::did_you_mean(&name)),
        None => problem,
    }
}

/// The component of the right kind whose name is most like the one that was asked for.
fn near_match(root: &Value, reference: &Reference<'_>) -> Option<String> {
    let section = reference.expected.section;
    let components = root.get("components")?.get(section)?.as_object()?;
    let wanted = match reference.target() {
        Target::Local(tokens) => tokens.last().cloned()?,
        _ => reference.text.trim_start_matches('#').to_owned(),
    };
    let name = nearest(&wanted, components.keys().map(String::as_str))?;
    Some(format!("#/components/{section}/{}", escape_token(name)))
}
