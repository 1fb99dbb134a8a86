//! Documents' text as doc comments: one attribute a line, so that it prints as `///`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::docs::{rustdoc, rustdoc_item};

/// The columns of a line, and of what stands before the text of a comment.
const LINE: usize = 100;
const SLASHES: usize = 4;

/// A doc comment in the making, for an item that is indented by some columns.
#[derive(Debug)]
pub struct Docs {
    width: usize,
    lines: Vec<String>,
    last_is_item: bool,
}

impl Docs {
    /// A comment at this indentation.
    pub fn at(indent: usize) -> Self {
        Self { width: LINE - SLASHES - indent, lines: Vec::new(), last_is_item: false }
    }

    /// A paragraph, or several, of a document's text.
    pub fn text(self, text: &str) -> Self {
        let lines = rustdoc(text, self.width);
        self.lines(lines)
    }

    /// A paragraph of the document's text, or else another.
    pub fn text_or(self, text: &str, otherwise: &str) -> Self {
        if text.trim().is_empty() { self.own(otherwise) } else { self.text(text) }
    }

    /// A paragraph of the generator's own; nothing if it is empty.
    pub fn own(self, line: &str) -> Self {
        if line.is_empty() { self } else { self.lines(vec![line.to_owned()]) }
    }

    /// A list item: a name, and a document's text on it.
    pub fn item(mut self, name: &str, text: &str) -> Self {
        let follows_an_item = self.last_is_item;
        let lines = rustdoc_item(name, text, self.width);
        if !self.lines.is_empty() && !follows_an_item {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
        self.last_is_item = true;
        self
    }

    fn lines(mut self, lines: Vec<String>) -> Self {
        if !lines.is_empty() && !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
        self.last_is_item = false;
        self
    }

    /// The comment before an item.
    pub fn outer(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| spaced(line));
        quote!(#(#[doc = #lines])*)
    }

    /// The comment at the head of a module.
    pub fn inner(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| spaced(line));
        quote!(#(#![doc = #lines])*)
    }
}

fn spaced(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}
