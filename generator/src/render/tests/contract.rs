//! `tests/contract/`: a call of every operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::values::Values;
use super::{fixed, render_main, rust};
use crate::docs::code;
use crate::model::{Argument, Document, Group, Location, Model, Operation};
use crate::names::Name;
use crate::render::credentials::keys;
use crate::render::docs::Docs;
use crate::render::{OutputFile, Target};

const HARNESS: &str = include_str!("../../../templates/tests/contract/harness.rs");

/// The test, and its calls: a file for each document that has operations.
pub fn render_contract(model: &Model, target: &Target) -> Vec<OutputFile> {
    let documents: Vec<&Document> =
        model.documents.iter().filter(|document| !document.groups.is_empty()).collect();
    if documents.is_empty() {
        return Vec::new();
    }
    let mut files = vec![
        render_main("tests/contract", model, &documents, target, &render_about(), render_test),
        fixed("tests/contract/harness.rs", HARNESS),
    ];
    files.extend(documents.into_iter().map(|document| render_document(document, target)));
    files
}

fn render_about() -> TokenStream {
    quote! {
        #![doc = " Calls every operation with values from its document, at a server of one's choice:"]
        #![doc = ""]
        #![doc = " ```text"]
        #![doc = " BINDERY_CONTRACT_URL=http://127.0.0.1:4010 cargo test --test contract -- --ignored"]
        #![doc = " ```"]
        #![doc = ""]
        #![doc = " `BINDERY_CONTRACT_MODE=all` sets what may be set beside what must be,"]
        #![doc = " `BINDERY_CONTRACT_OPERATION=id` calls one operation of a document alone, and"]
        #![doc = " `BINDERY_CONTRACT_OUT=file` adds a line of JSON for each call to a file."]
    }
}

fn render_test(document: &Document) -> TokenStream {
    let (module, name) = (&document.module, document.module.as_str());
    let keys = keys(document);
    let keys = keys.iter();
    let doc = format!(" Calls every operation of {}.", code(&document.source));
    quote! {
        #[doc = #doc]
        #[test]
        #[ignore = "needs a server: set BINDERY_CONTRACT_URL and run it with `--ignored`"]
        fn #module() {
            harness::run(#name, &[#(#keys),*], documents::#module::CALLS);
        }
    }
}

fn render_document(document: &Document, target: &Target) -> OutputFile {
    let mut imports = Imports::default();
    imports.harness("Call");
    imports.harness("answer");
    let api = render_api(document, target, &mut imports);
    let groups = document.groups.iter();
    let calls = groups.flat_map(|group| group.operations.iter().map(move |it| (group, it)));
    let calls: Vec<TokenStream> = calls
        .filter_map(|(group, operation)| {
            render_call(document, group, operation, &api, &mut imports)
        })
        .collect();
    let head = Docs::at(0).own(&format!("The calls of {}.", code(&document.source))).inner();
    let imports = imports.render(document);
    let tokens = quote! {
        #head
        #imports
        #[doc = " A call of each operation."]
        pub const CALLS: &[Call] = &[#(#calls),*];
    };
    let path = format!("tests/contract/documents/{}.rs", document.module);
    rust(path, Some(document.source.clone()), tokens)
}

fn render_call(
    document: &Document,
    group: &Group,
    operation: &Operation,
    api: &TokenStream,
    imports: &mut Imports,
) -> Option<TokenStream> {
    let tested = operation.tested.as_ref()?;
    let mut values = Values::new(document, tested, imports);
    let (resource, name) = (&group.method, &operation.name);
    let bound = values.arguments(&group.parameters);
    let own = values.steps(&group.setters);
    let arguments = values.arguments(&operation.arguments);
    let (first, more): (Vec<&Argument>, Vec<&Argument>) =
        operation.setters.iter().partition(|setter| is_needed(operation, setter));
    let first = values.steps(first);
    let takes_all = if values.depend_on_all() { quote!(all) } else { quote!(_) };
    let more = values.full_steps(more);
    let request = quote! {
        #api.#resource(#(#bound),*) #(#own)* .#name(#(#arguments),*) #(#first)*
    };
    let send = if more.is_empty() {
        quote!(|client, #takes_all| answer(#request.send()))
    } else {
        quote! {
            |client, all| {
                let mut request = #request;
                if all {
                    request = request #(#more)*;
                }
                answer(request.send())
            }
        }
    };
    let (method, path) = (operation.method.as_str(), &operation.path.0);
    let id = operation.id.clone().unwrap_or_else(|| format!("{method} {path}"));
    Some(quote!(Call { operation: #id, method: #method, path: #path, send: #send }))
}

/// The document's way from a client.
fn render_api(document: &Document, target: &Target, imports: &mut Imports) -> TokenStream {
    let Document { module, name, .. } = document;
    if target.has_runtime() {
        quote!(client.#module())
    } else {
        imports.client("self");
        quote!(client::#module::#name::new(client))
    }
}

/// Whether a call cannot be sent without this, though the method does not ask for it.
fn is_needed(operation: &Operation, setter: &Argument) -> bool {
    let first = operation.conditions.iter().filter_map(|group| group.first());
    setter.parameter.location == Location::Path
        || first.into_iter().any(|condition| condition.name == setter.name)
}
