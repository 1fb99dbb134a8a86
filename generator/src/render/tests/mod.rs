//! The tests of a crate: what its documents give for examples, tried out.

mod contract;
mod sample;

use proc_macro2::TokenStream;

use super::{Content, OutputFile};
use crate::model::Model;

/// The files of all tests; none if the crate has no tests.
pub fn render_tests(model: &Model) -> Vec<OutputFile> {
    if !model.tested {
        return Vec::new();
    }
    contract::render_contract(model)
}

/// A file that is the same in every crate.
fn fixed(path: &str, text: &str) -> OutputFile {
    OutputFile { path: path.to_owned(), content: Content::Text(text.to_owned()) }
}

/// A file of Rust.
fn rust(path: String, source: Option<String>, tokens: TokenStream) -> OutputFile {
    OutputFile { path, content: Content::Rust { source, tokens } }
}
