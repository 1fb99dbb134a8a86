//! The tests of a crate: what its documents give for examples, tried out.

mod contract;
mod examples;
mod imports;
mod values;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{Content, OutputFile};
use crate::model::{Document, Model};
use crate::names::Name;

/// The files of all tests; none if the crate has no tests.
pub fn render_tests(model: &Model) -> Vec<OutputFile> {
    if !model.tested {
        return Vec::new();
    }
    let mut files = examples::render_examples(model);
    files.extend(contract::render_contract(model));
    files
}

/// A test of each document, of which each has its data in a module of its own.
fn render_main(
    path: &str,
    model: &Model,
    documents: &[&Document],
    about: &TokenStream,
    test: impl Fn(&Document) -> TokenStream,
) -> OutputFile {
    let package = Ident::new(&model.package.replace('-', "_"), Span::call_site());
    let modules = documents.iter().map(|document| {
        let (module, feature) = (&document.module, document.module.as_str());
        quote!(#[cfg(feature = #feature)] pub mod #module;)
    });
    let tests = documents.iter().map(|document| {
        let (test, feature) = (test(document), document.module.as_str());
        quote!(#[cfg(feature = #feature)] #test)
    });
    let tokens = quote! {
        #about
        #[allow(dead_code, unused_imports, unused_macros, reason = "documents need not use all of it")]
        mod harness;
        mod documents { #(#modules)* }
        use #package as client;
        #(#tests)*
    };
    rust(path.to_owned(), None, tokens)
}

/// A file that is the same in every crate, or no Rust.
fn fixed(path: &str, text: &str) -> OutputFile {
    OutputFile { path: path.to_owned(), content: Content::Text(text.to_owned()) }
}

/// A file of Rust.
fn rust(path: String, source: Option<String>, tokens: TokenStream) -> OutputFile {
    OutputFile { path, content: Content::Rust { source, tokens } }
}
