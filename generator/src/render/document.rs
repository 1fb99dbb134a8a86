//! `mod.rs` of a document: its groups, and what they and the types are called.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::arguments::render_bound;
use super::docs::Docs;
use super::group::{group_docs, render_auth};
use super::imports::Imports;
use super::schema::uses_runtime;
use super::{Content, OutputFile, Target};
use crate::docs::code;
use crate::model::{Document, Group, Operation};
use crate::names::{Name, TypeName};

/// The indentation of a method.
const METHOD: usize = 4;

const UNTITLED: &str = "The operations of this document.";

/// The module of one document.
pub fn render_document(document: &Document, target: &Target) -> OutputFile {
    let title = format!("{} {}", document.title, document.version);
    let source = format!("From {}.", code(&document.source));
    let head = Docs::at(0).text(title.trim()).text(&document.description).own(&source).inner();
    let modules = render_modules(document);
    let re_exports = document.groups.iter().map(render_re_export);
    let types = render_types_re_export(document);
    let has_calls = !document.groups.is_empty();
    let needs_runtime = has_calls || uses_runtime(document);
    let mut imports = if needs_runtime { Imports::of_calls() } else { Imports::default() };
    if document.mentions_ids() {
        imports.ids_themselves();
    }
    let entry = has_calls.then(|| render_entry(document, target, &mut imports));
    let imports = imports.render_beside_own_types();
    let tokens = quote! {
        #head
        #modules
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

/// The modules in the order of their names.
fn render_modules(document: &Document) -> TokenStream {
    let mut modules: Vec<&str> = document.groups.iter().map(|it| it.module.as_str()).collect();
    let has_headers = !document.headers.is_empty();
    modules.extend((!document.types.is_empty()).then_some("types"));
    modules.sort_unstable();
    let modules = modules.into_iter().map(|module| Ident::new(module, Span::call_site()));
    let headers = has_headers.then(|| {
        quote!(
            pub mod headers;
        )
    });
    quote!(#headers #(mod #modules;)*)
}

fn render_types_re_export(document: &Document) -> Option<TokenStream> {
    let mut types: Vec<&TypeName> = document.types.iter().map(|r#type| &r#type.name).collect();
    types.sort();
    (!types.is_empty()).then(|| quote!(pub use types::{#(#types),*};))
}

fn render_re_export(group: &Group) -> TokenStream {
    let module = &group.module;
    let mut names: Vec<&TypeName> =
        group.operations.iter().filter(|it| it.has_request()).map(|it| &it.request).collect();
    names.extend(group.operations.iter().filter_map(Operation::answer).map(|it| &it.name));
    names.extend(group.operations.iter().filter_map(Operation::failure));
    names.push(&group.name);
    names.sort();
    quote!(pub use #module::{#(#names),*};)
}

/// The way from the client to the document, and from there to its groups.
fn render_entry(document: &Document, target: &Target, imports: &mut Imports) -> TokenStream {
    let Document { module, name, server, .. } = document;
    let auth = render_auth(&document.auth);
    let way = quote!(api(SERVER, #auth));
    let way_docs = Docs::at(METHOD).text_or(&document.title, UNTITLED).outer();
    // A client that has its type from another crate cannot have a method from this one.
    let method = target.has_runtime().then(|| {
        quote! {
            impl runtime::Client {
                #way_docs
                pub fn #module(&self) -> #name {
                    #name(self.#way)
                }
            }
        }
    });
    let constructor = (!target.has_runtime()).then(|| {
        quote! {
            #way_docs
            pub fn new(client: &runtime::Client) -> Self {
                Self(client.#way)
            }
        }
    });
    let every = "Every resource of the document has a method.";
    let docs = Docs::at(0).text(&document.title).own(every).outer();
    let groups = document.groups.iter().map(|it| render_group_method(document, it, imports));
    let groups: Vec<_> = groups.collect();
    quote! {
        #[doc = " Where the operations are served, unless the client has another base URL."]
        const SERVER: &str = #server;
        #method
        #docs
        #[derive(Debug, Clone)]
        pub struct #name(runtime::Api);
        impl #name { #constructor #(#groups)* }
    }
}

fn render_group_method(document: &Document, group: &Group, imports: &mut Imports) -> TokenStream {
    let mut docs = group_docs(METHOD, group);
    let mut arguments = Vec::new();
    let mut bound = Vec::new();
    for argument in &group.parameters {
        if !argument.description.trim().is_empty() {
            docs = docs.item(argument.name.bare(), &argument.description);
        }
        let rendered = render_bound(document, argument, imports);
        let (name, r#type) = (&argument.name, rendered.r#type);
        arguments.push(quote!(#name: #r#type));
        bound.push(rendered.step);
    }
    let docs = docs.outer();
    let Group { name, method, .. } = group;
    let api = if bound.is_empty() { quote!(self.0.clone()) } else { quote!(self.0 #(#bound)*) };
    let many = (arguments.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        #docs
        #many
        pub fn #method(&self, #(#arguments),*) -> #name {
            #name(#api)
        }
    }
}
