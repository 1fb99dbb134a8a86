//! `fake/`: what stands in for the servers in tests, and what it knows of each operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::credentials::all_keys;
use super::{Content, OutputFile};
use crate::model::{Argument, Document, Group, Location, Model, TypeRef};
use crate::names::{Name, TypeName};

/// The feature that brings it, as a line of a manifest.
pub const FEATURE: &str = "# Stands in for the servers, in tests.\nfake = []\n";

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/fake/", $name)))),*]
    };
}

/// What is the same in every crate.
const FILES: &[(&str, &str)] =
    embedded!["answer.rs", "call.rs", "catalogue.rs", "failure.rs", "mod.rs"];

/// The module in the root of the crate.
pub fn render_module() -> TokenStream {
    quote!(
        #[cfg(feature = "fake")]
        pub mod fake;
    )
}

/// The files of the module.
pub fn render_fake(model: &Model) -> Vec<OutputFile> {
    let fixed = FILES.iter().map(|(name, text)| OutputFile {
        path: format!("src/fake/{name}"),
        content: Content::Text((*text).to_owned()),
    });
    let mut files: Vec<OutputFile> = fixed.collect();
    files.push(render_documents(model));
    files.extend(model.documents.iter().map(render_document));
    files
}

fn render_documents(model: &Model) -> OutputFile {
    let documents = model.documents.iter().map(|document| {
        let (module, server) = (document.module.as_str(), &document.server);
        let file = file(document);
        quote!(#[cfg(feature = #module)] (#module, #server, include_str!(#file)))
    });
    let keys = all_keys(model);
    let keys = keys.iter();
    let parameters = client_parameters(model);
    let parameters = parameters.iter().map(|(name, value)| quote!((#name, #value)));
    let tokens = quote! {
        #![doc = " What the fake knows of the documents."]
        #[doc = " The documents that the crate was built with: module, server, and the operations as JSON."]
        pub const DOCUMENTS: &[(&str, &str, &str)] = &[#(#documents),*];
        #[doc = " The schemes of the keys that calls carry."]
        pub const KEYS: &[&str] = &[#(#keys),*];
        #[doc = " Values for the path parameters that calls leave to the client."]
        pub const PARAMETERS: &[(&str, &str)] = &[#(#parameters),*];
    };
    let content = Content::Rust { source: None, tokens };
    OutputFile { path: "src/fake/documents/mod.rs".to_owned(), content }
}

/// The operations of a document, each with its answer: data, so that nobody has to compile it.
fn render_document(document: &Document) -> OutputFile {
    let operations = document.groups.iter().flat_map(|group| &group.operations);
    let operations = operations.filter(|operation| !operation.once_more);
    let answers: Vec<&str> = operations.map(|operation| operation.answer.as_str()).collect();
    OutputFile {
        path: format!("src/fake/documents/{}", file(document)),
        content: Content::Text(format!("[{}]\n", answers.join(", "))),
    }
}

fn file(document: &Document) -> String {
    format!("{}.json", document.module.as_str())
}

/// The path parameters that calls leave to the client, with a value that has their type.
fn client_parameters(model: &Model) -> Vec<(String, String)> {
    let groups = || model.documents.iter().flat_map(|document| &document.groups);
    let own = |group: &Group| group.operations.iter().flat_map(|it| it.setters.clone()).collect();
    let all = groups().flat_map(|group| [group.setters.clone(), own(group)].concat());
    let mut parameters: Vec<(String, String)> = all
        .filter(|setter: &Argument| setter.parameter.location == Location::Path)
        .map(|setter| (setter.parameter.wire.clone(), value(model, &setter.parameter.r#type)))
        .collect();
    parameters.sort();
    parameters.dedup_by(|one, other| one.0 == other.0);
    parameters
}

fn value(model: &Model, r#type: &TypeRef) -> String {
    let id = |name: &TypeName| model.ids.iter().find(|id| id.name == *name);
    match r#type {
        TypeRef::Id(name) => id(name).map_or_else(String::new, |id| {
            let [first, second] = id.prefix;
            format!("{first}{second}{}", "0".repeat(32))
        }),
        _ => "fake".to_owned(),
    }
}
