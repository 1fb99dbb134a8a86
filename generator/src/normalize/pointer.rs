//! A JSON pointer that lives on the stack of a walk and costs nothing until it is printed.

use std::fmt;

use crate::diagnostics::escape_token;

/// The way from the root of a document to one of its values.
#[derive(Clone, Copy)]
pub(super) struct Pointer<'a> {
    parent: Option<&'a Self>,
    last: Token<'a>,
}

#[derive(Clone, Copy)]
enum Token<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Pointer<'a> {
    /// The whole document.
    pub(super) const ROOT: Self = Self { parent: None, last: Token::Root };

    /// The value of a key.
    pub(super) fn key(&'a self, key: &'a str) -> Self {
        Self { parent: Some(self), last: Token::Key(key) }
    }

    /// An item of an array.
    pub(super) fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), last: Token::Index(index) }
    }

    /// The last key on the way, and the index behind it for an item of an array.
    pub(super) fn name(&self) -> (&'a str, Option<usize>) {
        match (self.last, self.parent) {
            (Token::Key(key), _) => (key, None),
            (Token::Index(index), Some(parent)) => (parent.name().0, Some(index)),
            _ => ("", None),
        }
    }
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(out)?;
        }
        match self.last {
            Token::Root => Ok(()),
            Token::Key(key) => write!(out, "/{}", escape_token(key)),
            Token::Index(index) => write!(out, "/{index}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn keys_are_escaped() {
        let paths = Pointer::ROOT.key("paths");
        let item = paths.key("/a~b");
        assert_eq!(item.index(3).to_string(), "/paths/~1a~0b/3");
    }
}
