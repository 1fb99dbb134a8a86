//! From the place of each reference to the place that it names.

use std::collections::HashMap;

use crate::diagnostics::escape_token;
use crate::normalize::reference::{Reference, Target};

/// The steps of a document, by the pointer of the object that holds the reference.
pub(in crate::normalize) type Steps<'a> = HashMap<&'a str, String>;

/// The steps of these references that stay inside the document.
pub(in crate::normalize) fn steps<'a>(references: &'a [Reference<'_>]) -> Steps<'a> {
    let step = |reference: &'a Reference<'_>| match reference.target() {
        Target::Local(tokens) => Some((reference.holder(), pointer(&tokens))),
        Target::Nowhere | Target::Outside => None,
    };
    references.iter().filter_map(step).collect()
}

fn pointer(tokens: &[String]) -> String {
    tokens.iter().map(|token| format!("/{}", escape_token(token))).collect()
}
