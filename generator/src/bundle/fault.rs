//! The words for references to other files that lead nowhere.

use std::path::Path;

use super::found::Found;
use crate::diagnostics::{Code, Problem, quote};

pub fn nowhere(found: &Found) -> Problem {
    let message = format!("nothing stands at {}", quote(&found.text));
    Problem::new(Code::DanglingReference, &found.at, message)
}

pub fn unreadable(found: &Found, path: &Path) -> Problem {
    let message = format!("{} leads to a file that cannot be read", quote(&found.text));
    let help = format!("put it at {}", path.display());
    Problem::new(Code::DanglingReference, &found.at, message).with_help(help)
}
