//! `fake/`: what stands in for the servers in tests, and what it knows of each operation.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::Docs;
use super::raw::raw;
use super::{Content, OutputFile};
use crate::docs::code;
use crate::model::{Argument, Document, Group, Location, Model, Operation, TypeRef};
use crate::names::{Name, TypeName};

/// The feature that brings it, as a line of a manifest.
pub const FEATURE: &str = "fake = []\n";

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
    let modules = model.documents.iter().map(|document| {
        let (module, feature) = (&document.module, document.module.as_str());
        quote!(#[cfg(feature = #feature)] mod #module;)
    });
    let documents = model.documents.iter().map(|document| {
        let (module, feature) = (&document.module, document.module.as_str());
        quote!(#[cfg(feature = #feature)] #module::DOCUMENT)
    });
    let parameters = client_parameters(model);
    let parameters = parameters.iter().map(|(name, value)| quote!((#name, #value)));
    let tokens = quote! {
        #![doc = " What the fake knows of the documents."]
        use super::catalogue::Document;
        #(#modules)*
        #[doc = " The documents that the crate was built with."]
        pub const DOCUMENTS: &[Document] = &[#(#documents),*];
        #[doc = " Values for the path parameters that calls leave to the client."]
        pub const PARAMETERS: &[(&str, &str)] = &[#(#parameters),*];
    };
    rust("src/fake/documents/mod.rs".to_owned(), None, tokens)
}

fn render_document(document: &Document) -> OutputFile {
    let operations = document.groups.iter().flat_map(|group| &group.operations);
    let operations: Vec<TokenStream> =
        operations.map(|operation| render_operation(document, operation)).collect();
    let (module, server) = (document.module.as_str(), &document.server);
    let about = format!("What the operations of {} answer.", code(&document.source));
    let head = Docs::at(0).own(&about).inner();
    let paged = document.groups.iter().flat_map(|group| &group.operations);
    let paging = paged.into_iter().any(|it| it.paging.is_some()).then(|| quote!(, Paging));
    let operation = (!operations.is_empty()).then(|| quote!(, Operation));
    let tokens = quote! {
        #head
        use super::super::catalogue::{Document #operation #paging};
        #[doc = " The document."]
        pub const DOCUMENT: Document = Document {
            server: #server,
            operations: &[#(#operations),*],
        };
    };
    rust(format!("src/fake/documents/{module}.rs"), Some(document.source.clone()), tokens)
}

fn render_operation(document: &Document, operation: &Operation) -> TokenStream {
    let (module, method, path) =
        (document.module.as_str(), operation.method.as_str(), &operation.path.0);
    let id = operation.id.clone().unwrap_or_else(|| format!("{method} {path}"));
    let server = optional(operation.server.as_deref());
    let paging = match &operation.paging {
        Some(paging) => {
            let (next, token) = (&paging.next, optional(paging.token.as_deref()));
            quote!(Some(Paging { next: #next, token: #token }))
        }
        None => quote!(None),
    };
    let answer = &operation.answer;
    let status = Literal::u16_unsuffixed(answer.status);
    let media_type = optional(answer.media_type.as_deref());
    let body = if answer.body.is_empty() { Literal::string("") } else { raw(&answer.body) };
    quote! {
        Operation {
            module: #module,
            id: #id,
            method: #method,
            path: #path,
            server: #server,
            paging: #paging,
            status: #status,
            media_type: #media_type,
            body: #body,
        }
    }
}

fn optional(text: Option<&str>) -> TokenStream {
    text.map_or_else(|| quote!(None), |text| quote!(Some(#text)))
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

fn rust(path: String, source: Option<String>, tokens: TokenStream) -> OutputFile {
    OutputFile { path, content: Content::Rust { source, tokens } }
}
