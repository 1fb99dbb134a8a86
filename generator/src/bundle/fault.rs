//! The words for references to other files that lead nowhere.

use std::path::Path;

use super::found::Found;
use crate::diagnostics::{Code, Problem, quote};
use crate::load::{Limit, Limits};

pub fn nowhere(found: &Found) -> Problem {
    let message = format!("nothing stands at {}", quote(&found.text));
    Problem::new(Code::DanglingReference, &found.at, message)
}

pub fn unreadable(found: &Found, path: &Path) -> Problem {
    let message = format!("{} leads to a file that cannot be read", quote(&found.text));
    let help = format!("put it at {}", path.display());
    Problem::new(Code::DanglingReference, &found.at, message).with_help(help)
}

/// The files of a document are too much together.
pub fn over(limit: Limit, limits: &Limits, found: &Found) -> Problem {
    let (code, what) = match limit {
        Limit::Bytes => (Code::TooLarge, "bytes"),
        Limit::References => (Code::LongChain, "references that lead from one to the next"),
        _ => (Code::TooManyValues, "values"),
    };
    let message = format!("with this, the document has more than {} {what}", limits.of(limit));
    Problem::new(code, &found.at, message).with_help(limit.way_out())
}
