//! Many problems, kept in the order in which they are shown.

use std::collections::{BTreeSet, btree_set};
use std::fmt;

use super::{Diagnostic, Severity, text};

/// The most that people are shown of one run.
const SHOWN: usize = 100;

/// A list of diagnostics, ordered by file, line, column and code; the same diagnostic stands once.
///
/// It displays as plain text, see [`text::print_elsewhere`].
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(BTreeSet<Diagnostic>);

impl Diagnostics {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.insert(diagnostic);
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether at least one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// Those that people are shown, a hundred at most, in the order of all: errors before warnings
    /// where there are more.
    #[must_use]
    pub fn shown(&self) -> Vec<&Diagnostic> {
        let mut shown: Vec<_> = self.iter().collect();
        shown.sort_by_key(|diagnostic| diagnostic.severity());
        shown.truncate(SHOWN);
        shown.sort();
        shown
    }

    /// What tells of those that are not shown, and what shows them; nothing if all are.
    #[must_use]
    pub fn hidden(&self, all: &str) -> Option<String> {
        let hidden = self.0.len().checked_sub(SHOWN).filter(|count| *count > 0)?;
        Some(format!("and {hidden} more, which `{all}` shows"))
    }

    /// The diagnostics in the order in which they are shown.
    pub fn iter(&self) -> btree_set::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(BTreeSet::from([diagnostic]))
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self(diagnostics.into_iter().collect())
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = btree_set::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = btree_set::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(text::print_elsewhere(self).trim_end())
    }
}

/// The same text, because it is what a `main` that returns an error shows, such as a build script's.
impl fmt::Debug for Diagnostics {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "\n{self}")
    }
}

impl std::error::Error for Diagnostics {}
