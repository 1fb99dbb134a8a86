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

/// The module of one document.
pub fn render_document(document: &Document) -> OutputFile {
    let title = format!("{} {}", document.title, document.version);
    let source = format!("From `{}`.", document.source);
    let head = Docs::at(0).text(title.trim()).text(&document.description).own(&source).inner();
    let modules = document.groups.iter().map(|group| &group.module);
    let re_exports = document.groups.iter().map(render_re_export);
    let mut types: Vec<&TypeName> = document.types.iter().map(|r#type| &r#type.name).collect();
    types.sort();
    let types = (!types.is_empty()).then(|| quote!(pub use types::{#(#types),*};));
    let entry = render_entry(document);
    let groups = document.groups.iter().map(render_group_method);
    let name = &document.name;
    let docs =
        Docs::at(0).text(&document.title).own("Every resource of the document has a method.");
    let docs = docs.outer();
    let groups = (!document.groups.is_empty()).then(|| quote!(impl #name { #(#groups)* }));
    let tokens = quote! {
        #head
        #(mod #modules;)*
        mod types;
        use super::runtime::{self, Api, Auth, Client};
        #(#re_exports)*
        #types
        #entry
        #docs
        #[derive(Debug, Clone)]
        pub struct #name(Api);
        #groups
    };
    OutputFile {
        path: format!("src/{}/mod.rs", document.module),
        content: Content::Rust { source: Some(document.source.clone()), tokens },
    }
}

fn render_re_export(group: &Group) -> TokenStream {
    let module = &group.module;
    let mut names: Vec<&TypeName> =
        group.operations.iter().map(|operation| &operation.request).chain([&group.name]).collect();
    names.sort();
    quote!(pub use #module::{#(#names),*};)
}

/// The way from the client to this document.
fn render_entry(document: &Document) -> TokenStream {
    let Document { module, name, server, .. } = document;
    let auth = render_auth(document.auth);
    let docs =
        Docs::at(METHOD).text_or(&document.title, "The operations of this document.").outer();
    quote! {
        #[doc = " Where the operations are served, unless the client has another base URL."]
        const SERVER: &str = #server;
        impl Client {
            #docs
            pub fn #module(&self) -> #name {
                #name(self.api(SERVER, #auth))
            }
        }
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
