//! `tests/contract/`: a call of every operation.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::sample::{Helpers, render_sample};
use super::{fixed, rust};
use crate::docs::code;
use crate::model::{Argument, Document, Group, Location, Model, Operation, Tested};
use crate::names::Name;
use crate::render::OutputFile;
use crate::render::docs::Docs;

const HARNESS: &str = include_str!("../../../templates/tests/contract/harness.rs");

/// The test and its calls, a file for each document that has operations.
pub fn render_contract(model: &Model) -> Vec<OutputFile> {
    let with_calls = || model.documents.iter().filter(|document| !document.groups.is_empty());
    let mut files = vec![render_main(model, with_calls())];
    files.push(fixed("tests/contract/harness.rs", HARNESS));
    files.extend(with_calls().map(render_document));
    files
}

fn render_main<'a>(model: &Model, documents: impl Iterator<Item = &'a Document>) -> OutputFile {
    let package = Ident::new(&model.package.replace('-', "_"), Span::call_site());
    let (modules, tests): (Vec<_>, Vec<_>) = documents
        .map(|document| {
            let (module, feature) = (&document.module, document.module.as_str());
            let doc = format!(" Calls every operation of {}.", code(&document.source));
            (
                quote!(#[cfg(feature = #feature)] pub mod #module;),
                quote! {
                    #[doc = #doc]
                    #[cfg(feature = #feature)]
                    #[test]
                    #[ignore = "needs a server: set BINDERY_CONTRACT_URL and run it with `--ignored`"]
                    fn #module() {
                        harness::run(#feature, documents::#module::CALLS);
                    }
                },
            )
        })
        .unzip();
    let tokens = quote! {
        #![doc = " Calls every operation with values from its document, at a server of one's choice:"]
        #![doc = ""]
        #![doc = " ```text"]
        #![doc = " BINDERY_CONTRACT_URL=http://127.0.0.1:4010 cargo test --test contract -- --ignored"]
        #![doc = " ```"]
        #![doc = ""]
        #![doc = " `BINDERY_CONTRACT_MODE=all` sets what may be set beside what must be,"]
        #![doc = " `BINDERY_CONTRACT_OPERATION=id` calls one operation of a document alone, and"]
        #![doc = " `BINDERY_CONTRACT_OUT=file` adds a line of JSON for each call to a file."]
        #![allow(deprecated)]
        #[allow(dead_code, reason = "a document need not use all of it")]
        mod harness;
        mod documents { #(#modules)* }
        use #package as client;
        #(#tests)*
    };
    rust("tests/contract/main.rs".to_owned(), None, tokens)
}

fn render_document(document: &Document) -> OutputFile {
    let mut helpers = Helpers::default();
    let groups = document.groups.iter();
    let calls = groups.flat_map(|group| group.operations.iter().map(move |it| (group, it)));
    let calls: Vec<TokenStream> = calls
        .filter_map(|(group, operation)| render_call(document, group, operation, &mut helpers))
        .collect();
    let head = Docs::at(0).own(&format!("The calls of {}.", code(&document.source))).inner();
    let imports = helpers.render();
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
    helpers: &mut Helpers,
) -> Option<TokenStream> {
    let tested = operation.tested.as_ref()?;
    helpers.by_mode = false;
    let mut values = Values { document, tested, helpers };
    let (module, resource, name) = (&document.module, &group.method, &operation.name);
    let bound = values.arguments(&group.parameters);
    let own = values.steps(group.setters.iter());
    let arguments = values.arguments(&operation.arguments);
    let (first, more): (Vec<&Argument>, Vec<&Argument>) =
        operation.setters.iter().partition(|setter| is_needed(operation, setter));
    let first = values.steps(first.into_iter());
    let takes_all = if values.helpers.by_mode { quote!(all) } else { quote!(_) };
    let more = values.steps(more.into_iter());
    let request = quote! {
        client.#module().#resource(#(#bound),*) #(#own)* .#name(#(#arguments),*) #(#first)*
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

/// Whether a call cannot be sent without this, though the method does not ask for it.
fn is_needed(operation: &Operation, setter: &Argument) -> bool {
    let first = operation.conditions.iter().filter_map(|group| group.first());
    setter.parameter.location == Location::Path
        || first.into_iter().any(|condition| condition.name == setter.name)
}

/// The values of one call.
struct Values<'v> {
    document: &'v Document,
    tested: &'v Tested,
    helpers: &'v mut Helpers,
}

impl Values<'_> {
    fn arguments(&mut self, arguments: &[Argument]) -> Vec<TokenStream> {
        arguments.iter().filter_map(|argument| self.value(argument)).collect()
    }

    fn steps<'a>(&mut self, setters: impl Iterator<Item = &'a Argument>) -> Vec<TokenStream> {
        setters
            .filter_map(|setter| {
                let (name, value) = (&setter.name, self.value(setter)?);
                Some(quote!(.#name(#value)))
            })
            .collect()
    }

    fn value(&mut self, argument: &Argument) -> Option<TokenStream> {
        let sample = self.tested.sample(&argument.parameter)?;
        Some(render_sample(self.document, &argument.parameter, sample, self.helpers))
    }
}
