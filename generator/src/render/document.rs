//! `mod.rs` of a document: its groups, and what they and the types are called.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::group::{group_docs, render_auth};
use super::{Content, OutputFile};
use crate::model::{Argument, Document, Group};
use crate::names::TypeName;

/// The indentation of a method.
const METHOD: usize = 4;

const UNTITLED: &str = "The operations of this document.";

/// The module of one document.
pub fn render_document(document: &Document) -> OutputFile {
    let title = format!("{} {}", document.title, document.version);
    let source = format!("From `{}`.", document.source);
    let head = Docs::at(0).text(title.trim()).text(&document.description).own(&source).inner();
    let modules = document.groups.iter().map(|group| &group.module);
    let re_exports = document.groups.iter().map(render_re_export);
    let types_module = (!document.types.is_empty()).then(|| {
        quote!(
            mod types;
        )
    });
    let types = render_types_re_export(document);
    let imports = render_imports(document);
    let entry = (!document.groups.is_empty()).then(|| render_entry(document));
    let tokens = quote! {
        #head
        #(mod #modules;)*
        #types_module
        #imports
        #(#re_exports)*
        #types
        #entry
    };
    OutputFile {
        path: format!("src/{}/mod.rs", document.module),
        content: Content::Rust { source: Some(document.source.clone()), tokens },
    }
}

/// The modules of the document find the runtime here.
fn render_imports(document: &Document) -> Option<TokenStream> {
    match (document.groups.is_empty(), document.types.is_empty()) {
        (false, _) => Some(quote!(
            use super::runtime::{self, Api, Auth, Client};
        )),
        (true, false) => Some(quote!(
            use super::runtime;
        )),
        (true, true) => None,
    }
}

fn render_types_re_export(document: &Document) -> Option<TokenStream> {
    let mut types: Vec<&TypeName> = document.types.iter().map(|r#type| &r#type.name).collect();
    types.sort();
    (!types.is_empty()).then(|| quote!(pub use types::{#(#types),*};))
}

fn render_re_export(group: &Group) -> TokenStream {
    let module = &group.module;
    let mut names: Vec<&TypeName> =
        group.operations.iter().map(|operation| &operation.request).chain([&group.name]).collect();
    names.sort();
    quote!(pub use #module::{#(#names),*};)
}

/// The way from the client to the document, and from there to its groups.
fn render_entry(document: &Document) -> TokenStream {
    let Document { module, name, server, .. } = document;
    let auth = render_auth(document.auth);
    let method_docs = Docs::at(METHOD).text_or(&document.title, UNTITLED).outer();
    let every = "Every resource of the document has a method.";
    let docs = Docs::at(0).text(&document.title).own(every).outer();
    let groups = document.groups.iter().map(render_group_method);
    quote! {
        #[doc = " Where the operations are served, unless the client has another base URL."]
        const SERVER: &str = #server;
        impl Client {
            #method_docs
            pub fn #module(&self) -> #name {
                #name(self.api(SERVER, #auth))
            }
        }
        #docs
        #[derive(Debug, Clone)]
        pub struct #name(Api);
        impl #name { #(#groups)* }
    }
}

fn render_group_method(group: &Group) -> TokenStream {
    let docs = group_docs(METHOD, group).outer();
    let Group { name, method, parameters, .. } = group;
    let arguments = parameters.iter().map(|Argument { name, .. }| quote!(#name: impl AsRef<str>));
    let bound = parameters.iter().map(|Argument { name, parameter, .. }| {
        let wire = &parameter.wire;
        quote!(.with(#wire, #name.as_ref()))
    });
    let api =
        if parameters.is_empty() { quote!(self.0.clone()) } else { quote!(self.0 #(#bound)*) };
    let many = (parameters.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        #docs
        #many
        pub fn #method(&self, #(#arguments),*) -> #name {
            #name(#api)
        }
    }
}
