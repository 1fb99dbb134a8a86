//! Where a problem is.

use std::fmt;

use super::Excerpt;

/// A place in a document, for people and for editors.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's name as it is shown to people.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The JSON pointer (RFC 6901) of the value, empty for the whole document; none in a file
    /// that is no document.
    pub pointer: Option<String>,
    /// What is written there; none where there is no text to show.
    pub excerpt: Option<Excerpt>,
}

impl Place {
    /// A place of which no more is known; line and column count from 1.
    pub fn new(file: impl Into<String>, line: usize, column: usize) -> Self {
        Self { file: file.into(), line, column, pointer: None, excerpt: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}", self.file, self.line, self.column)
    }
}
