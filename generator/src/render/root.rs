//! `lib.rs`: what the crate is made of, and what its users see.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::{Content, OutputFile, Target, extensions, fake};
use crate::model::{Document, Framing, Model, Response, TypeBody};
use crate::names::{ItemPath, Name};

/// The root of the crate, or of the module that a build script's user includes.
pub fn render_root(model: &Model, target: &Target) -> OutputFile {
    let head = target.is_crate().then(|| render_head(model, target));
    let client = target.has_runtime().then(|| render_client(target));
    let ids = (target.has_documents() && !model.ids.is_empty()).then(|| render_ids(target));
    let runtime = render_runtime(target);
    let documents = target.has_documents().then(|| render_documents(model, target));
    let extensions =
        (target.is_crate() && target.has_runtime()).then(|| extensions::render_modules(model));
    let fake = (target.is_crate() && target.has_documents()).then(fake::render_module);
    let of_responses = render_of_responses(model);
    let round_trip = (model.tested && target.has_documents()).then(|| {
        quote!(
            #[doc(hidden)]
            pub use runtime::round_trip;
        )
    });
    let tokens = quote! {
        #head
        #client
        #ids
        #runtime
        #documents
        #extensions
        #fake
        pub use runtime::{
            Api, ApiError, Auth, BoxError, BoxFuture, Bytes, Call, Client, ClientBuilder, Content, Date, DateTime,
            DecodeError, Deviation, Error, ErrorKind, FilePart, HeaderMap, HeaderName, HeaderValue, HttpBody, HttpRequest,
            HttpResponse, Items, Method, Page, Request, Response, Result, Sending, StatusCode,
            Transport, TransportError, Uri, Variables,
        };
        #of_responses
        #round_trip
    };
    OutputFile { path: "src/lib.rs".to_owned(), content: Content::Rust { source: None, tokens } }
}

/// What responses are made of that come part by part, or bring one of several things, where there are some.
fn render_of_responses(model: &Model) -> Option<TokenStream> {
    let groups = model.documents.iter().flat_map(|it| &it.groups);
    let responses: Vec<_> = groups.flat_map(|it| &it.operations).map(|it| &it.response).collect();
    let has = |wanted: fn(&Response) -> bool| responses.iter().any(|it| wanted(it));
    let names = [
        (has(|it| matches!(it, Response::Stream(Framing::Events, _))), quote!(Event)),
        (has(Response::is_in_parts), quote!(Parts)),
        (has(|it| matches!(it, Response::Stream(..))), quote!(Streamed)),
        (model.documents.iter().any(|it| !it.headers.is_empty()), quote!(Header)),
        (has(|it| matches!(it, Response::Several(_))), quote!(Undocumented)),
    ];
    let names: Vec<_> = names.into_iter().filter(|it| it.0).map(|it| it.1).collect();
    (!names.is_empty()).then(|| quote!(pub use runtime::{#(#names),*};))
}

fn render_client(target: &Target) -> TokenStream {
    let path = target.path("src/client.rs");
    quote!(#path mod client;)
}

fn render_ids(target: &Target) -> TokenStream {
    let path = target.path("src/ids.rs");
    quote!(#path pub mod ids;)
}

/// The runtime's module, which other crates must be able to name where they have theirs from it.
fn render_runtime(target: &Target) -> TokenStream {
    let path = target.path("src/runtime/mod.rs");
    // The crate that includes it need not have the features of the runtime.
    let features = (!target.is_crate()).then(|| quote!(unexpected_cfgs,));
    let seen = (*target == Target::Runtime).then(|| quote!(#[doc(hidden)] pub));
    quote! {
        #path
        #[allow(dead_code, #features unused_imports, unused_macros, reason = "a document need not use all of it")]
        #seen mod runtime;
    }
}

/// The modules of the documents, behind what makes others' types fit for them.
fn render_documents(model: &Model, target: &Target) -> TokenStream {
    let foreign = foreign(model);
    let documents = model.documents.iter().map(|document| render_module(document, target));
    quote!(#(runtime::foreign!(#foreign);)* #(#documents)*)
}

/// The types of the user's own, each once: documents may share them.
fn foreign(model: &Model) -> BTreeSet<&ItemPath> {
    let bodies = model.documents.iter().flat_map(|it| &it.types).map(|it| &it.body);
    let paths = bodies.filter_map(|body| match body {
        TypeBody::Foreign(path) => Some(path),
        _ => None,
    });
    paths.collect()
}

fn render_head(model: &Model, target: &Target) -> TokenStream {
    let mut docs = Docs::at(0).own(&describe(model, target));
    for document in model.documents.iter().filter(|_| target.has_documents()) {
        docs = docs.item(document.module.as_str(), &document.title);
    }
    let docs = docs.inner();
    quote!(#docs #![forbid(unsafe_code)])
}

/// One sentence on the crate.
pub fn describe(model: &Model, target: &Target) -> String {
    match model.documents.as_slice() {
        _ if *target == Target::Runtime => "What several clients of APIs share.".to_owned(),
        [only] if plain(&only.title).is_empty() => format!("A client for {}.", only.module),
        [only] => format!("A client for {}.", plain(&only.title)),
        _ => "Clients for several APIs, a module and a feature each.".to_owned(),
    }
}

/// A title as it can stand in a manifest and in a comment alike.
fn plain(title: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || " .,:()&+-".contains(c);
    title.chars().map(|c| if kept(c) { c } else { ' ' }).collect::<String>().trim().to_owned()
}

fn render_module(document: &Document, target: &Target) -> TokenStream {
    let module = &document.module;
    let feature = module.as_str();
    let path = target.path(&format!("src/{feature}/mod.rs"));
    let feature = target.is_crate().then(|| quote!(#[cfg(feature = #feature)]));
    quote!(#feature #path pub mod #module;)
}
