//! The tests of a crate: what its documents give for examples, tried out.

mod contract;
mod examples;
mod imports;
mod values;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{Content, OutputFile, Target};
use crate::model::{Document, Model};
use crate::names::Name;

/// The files of all tests; none if the crate has no tests.
pub fn render_tests(model: &Model, target: &Target) -> Vec<OutputFile> {
    if !model.tested {
        return Vec::new();
    }
    let mut files = examples::render_examples(model, target);
    files.extend(contract::render_contract(model, target));
    files
}

/// The root of a test: a function for each document, whose data has a module of its own. Where a build
/// script writes it, who includes it says which client is tested.
fn render_main(
    folder: &str,
    model: &Model,
    documents: &[&Document],
    target: &Target,
    about: &TokenStream,
    test: impl Fn(&Document) -> TokenStream,
) -> OutputFile {
    let package = Ident::new(&model.package.replace('-', "_"), Span::call_site());
    let is_crate = target.is_crate();
    let feature = |document: &Document| {
        let feature = document.module.as_str();
        is_crate.then(|| quote!(#[cfg(feature = #feature)]))
    };
    let modules = documents.iter().map(|document| {
        let (module, feature) = (&document.module, feature(document));
        let path = target.path(&format!("{folder}/documents/{module}.rs"));
        quote!(#feature #path pub mod #module;)
    });
    let tests = documents.iter().map(|document| {
        let (feature, test) = (feature(document), test(document));
        quote!(#feature #test)
    });
    let about = is_crate.then_some(about);
    let client = is_crate.then(|| quote!(use #package as client;));
    let harness = target.path(&format!("{folder}/harness.rs"));
    let tokens = quote! {
        #about
        #[allow(dead_code, unused_imports, unused_macros, reason = "documents need not use all of it")]
        #harness
        mod harness;
        #[allow(deprecated, reason = "documents are tested whole")]
        mod documents { #(#modules)* }
        #client
        #(#tests)*
    };
    rust(format!("{folder}/main.rs"), None, tokens)
}

/// A file that is the same in every crate, or no Rust.
fn fixed(path: &str, text: &str) -> OutputFile {
    OutputFile { path: path.to_owned(), content: Content::Text(text.to_owned()) }
}

/// A file of Rust.
fn rust(path: String, source: Option<String>, tokens: TokenStream) -> OutputFile {
    OutputFile { path, content: Content::Rust { source, tokens } }
}
