//! `tests/examples/`: each documented response, read and written again.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::{fixed, render_main, rust};
use crate::docs::code;
use crate::model::{Document, Example, Model, Response};
use crate::names::Name;
use crate::render::docs::Docs;
use crate::render::type_ref::render_type;
use crate::render::{OutputFile, Target};

const HARNESS: &str = include_str!("../../../templates/tests/examples/harness.rs");

/// The test, and for each document that has examples these and a list of them; none without any.
pub fn render_examples(model: &Model, target: &Target) -> Vec<OutputFile> {
    let with_examples: Vec<&Document> =
        model.documents.iter().filter(|document| examples(document).next().is_some()).collect();
    if with_examples.is_empty() {
        return Vec::new();
    }
    let mut files = vec![
        render_main("tests/examples", model, &with_examples, target, &render_about(), render_test),
        fixed("tests/examples/harness.rs", HARNESS),
    ];
    for document in with_examples {
        files.push(render_document(document));
        files.extend(examples(document).map(|example| {
            fixed(
                &format!("tests/examples/documents/{}.json", name(document, example)),
                &example.text,
            )
        }));
    }
    files
}

fn render_about() -> TokenStream {
    quote! {
        #![doc = " Reads every documented response into its type, writes it again and compares."]
        #![doc = ""]
        #![doc = " What does not come back as it is stands behind its example, with the reason. A difference"]
        #![doc = " that does not stand there is an error, and so is one that stands there and is gone."]
        #![doc = " `cargo test --test examples -- --nocapture` shows what was found."]
    }
}

fn render_test(document: &Document) -> TokenStream {
    let (module, name) = (&document.module, document.module.as_str());
    let doc = format!(" The responses of {}.", code(&document.source));
    quote! {
        #[doc = #doc]
        #[test]
        fn #module() {
            harness::hold(#name, documents::#module::EXAMPLES);
        }
    }
}

fn render_document(document: &Document) -> OutputFile {
    let mut imports = Imports::default();
    let rows: Vec<TokenStream> =
        examples(document).map(|example| render_example(document, example, &mut imports)).collect();
    let head = Docs::at(0).own(&format!("The responses of {}.", code(&document.source))).inner();
    imports.harness("self");
    imports.harness("example");
    imports.client("round_trip");
    let imports = imports.render(document);
    let tokens = quote! {
        #head
        #imports
        #[doc = " Each by its name, its type, and what does not come back as it is."]
        pub const EXAMPLES: &[harness::Example] = &[#(#rows),*];
    };
    let path = format!("tests/examples/documents/{}.rs", document.module);
    rust(path, Some(document.source.clone()), tokens)
}

fn render_example(document: &Document, example: &Example, imports: &mut Imports) -> TokenStream {
    let (name, exceptions) = (name(document, example), &example.exceptions);
    let r#type = match &example.response {
        Response::Json(r#type) => {
            imports.r#type(document, r#type);
            render_type(document, r#type)
        }
        Response::Page(item) => {
            // A document may have a type of that name.
            imports.client("self");
            imports.r#type(document, item);
            let item = render_type(document, item);
            quote!(client::Page<#item>)
        }
        Response::Empty
        | Response::Text
        | Response::Bytes
        | Response::Location
        | Response::Stream(..)
        | Response::Several(_) => quote!(()),
    };
    let except = (!exceptions.is_empty()).then(|| quote!(.except(&[#(#exceptions),*])));
    quote!(example!(#name).of(round_trip::<#r#type>) #except)
}

/// The name of an example, which is also its path beside the list.
fn name(document: &Document, example: &Example) -> String {
    format!("{}/{}", document.module, example.name)
}

fn examples(document: &Document) -> impl Iterator<Item = &Example> {
    let operations = document.groups.iter().flat_map(|group| &group.operations);
    operations.flat_map(|it| &it.tested).flat_map(|tested| &tested.examples)
}
