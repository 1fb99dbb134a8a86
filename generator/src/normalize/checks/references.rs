//! Every reference stays in the document and leads to the right kind of object.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostics::{Problem, did_you_mean, escape_token, nearest};
use crate::normalize::dialect::Origins;
use crate::normalize::faults;
use crate::normalize::grammar::object_at;
use crate::normalize::reference::{Reference, Target};
use crate::normalize::resolve::look_up;

/// Only so many problems come with the name of a near match: looking for one reads all names.
const MAX_HINTS: usize = 20;

/// The document as its author wrote it, in whose words problems are told.
pub(in crate::normalize) struct Author<'a> {
    pub(in crate::normalize) root: &'a Value,
    pub(in crate::normalize) origins: &'a Origins,
    /// What is known to be wrong with references to other files, by their places.
    pub(in crate::normalize) unresolved: &'a BTreeMap<String, Problem>,
}

impl Author<'_> {
    /// The reference as it was written.
    fn text<'t>(&'t self, reference: &'t Reference<'_>) -> &'t str {
        let written = self.root.pointer(&self.origins.of(&reference.at)).and_then(Value::as_str);
        written.unwrap_or(&reference.text)
    }

    /// Why a reference does not stay in the document.
    fn outside(&self, reference: &Reference<'_>) -> Problem {
        let at = reference.at.clone();
        match self.unresolved.get(&self.origins.of(&at)) {
            Some(problem) => Problem { pointer: at, ..problem.clone() },
            None => faults::outside_reference(&at, self.text(reference)),
        }
    }

    /// A reference to what stands at a pointer.
    fn reference(&self, pointer: &str) -> String {
        format!("#{}", self.origins.of(pointer))
    }
}

pub(in crate::normalize) fn check(
    root: &Value,
    references: &[Reference<'_>],
    author: &Author<'_>,
) -> Vec<Problem> {
    let mut hints = MAX_HINTS;
    let check = |it| check_one(root, it, author, &mut hints);
    references.iter().filter_map(check).collect()
}

fn check_one(
    root: &Value,
    reference: &Reference<'_>,
    author: &Author<'_>,
    hints: &mut usize,
) -> Option<Problem> {
    match reference.target() {
        Target::Outside => Some(author.outside(reference)),
        Target::Nowhere => Some(dangling(root, reference, author, hints)),
        Target::Local(tokens) if look_up(root, &tokens).is_none() => {
            Some(dangling(root, reference, author, hints))
        }
        Target::Local(tokens) => check_kind(reference, &tokens, author),
    }
}

/// The grammar says what kind of object stands at a place; it must be the one that is asked for.
fn check_kind(
    reference: &Reference<'_>,
    tokens: &[String],
    author: &Author<'_>,
) -> Option<Problem> {
    let found = object_at(tokens.iter().map(String::as_str));
    if found.is_some_and(|found| found.is(reference.expected)) {
        return None;
    }
    let text = author.text(reference);
    Some(faults::wrong_target(&reference.at, text, reference.expected, found))
}

fn dangling(
    root: &Value,
    reference: &Reference<'_>,
    author: &Author<'_>,
    hints: &mut usize,
) -> Problem {
    let problem = faults::dangling_reference(&reference.at, author.text(reference));
    if *hints == 0 {
        return problem;
    }
    *hints -= 1;
    match near_match(root, reference) {
        Some(near) => problem.with_help(did_you_mean(&author.reference(&near))),
        None => problem,
    }
}

/// The component of the right kind whose name is most like the one that was asked for, as a pointer.
fn near_match(root: &Value, reference: &Reference<'_>) -> Option<String> {
    let section = reference.expected.section;
    let components = root.get("components")?.get(section)?.as_object()?;
    let wanted = match reference.target() {
        Target::Local(tokens) => tokens.last().cloned()?,
        _ => reference.text.trim_start_matches('#').to_owned(),
    };
    let name = nearest(&wanted, components.keys().map(String::as_str))?;
    Some(format!("/components/{section}/{}", escape_token(name)))
}
