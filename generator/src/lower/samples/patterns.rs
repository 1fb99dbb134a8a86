//! The patterns of a document, of which each is compiled once: many schemas have the same.

use std::cell::RefCell;
use std::collections::HashMap;

use regex::{Regex, RegexBuilder};

/// The largest program that a pattern may become, in bytes: documents have many patterns.
const PROGRAM: usize = 1 << 20;

/// What has been compiled so far; nothing for a pattern that has no meaning here.
#[derive(Debug, Default)]
pub struct Patterns(RefCell<HashMap<String, Option<Regex>>>);

impl Patterns {
    /// Whether a text fits a pattern. None fits one that has no meaning here.
    pub fn fits(&self, pattern: &str, text: &str) -> bool {
        let mut compiled = self.0.borrow_mut();
        if !compiled.contains_key(pattern) {
            compiled.insert(pattern.to_owned(), compile(pattern));
        }
        compiled.get(pattern).and_then(Option::as_ref).is_some_and(|it| it.is_match(text))
    }
}

fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).size_limit(PROGRAM).build().ok()
}
