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
    let head = (*target == Target::Crate).then(|| {
        let docs = render_head(model);
        quote!(#docs #![forbid(unsafe_code)])
    });
    let client = target.path("src/client.rs");
    let ids = (!model.ids.is_empty()).then(|| {
        let path = target.path("src/ids.rs");
        quote!(#path pub mod ids;)
    });
    let runtime = target.path("src/runtime/mod.rs");
    // The crate that includes it need not have the features of the runtime.
    let features = (*target != Target::Crate).then(|| quote!(unexpected_cfgs,));
    let documents = model.documents.iter().map(|document| render_module(document, target));
    let extensions = (*target == Target::Crate).then(|| extensions::render_modules(model));
    let fake = (*target == Target::Crate).then(fake::render_module);
    let foreign = foreign(model);
    let streams = streams(model);
    let round_trip = model.tested.then(|| {
        quote!(
            #[doc(hidden)]
            pub use runtime::round_trip;
        )
    });
    let tokens = quote! {
        #head
        #client
        mod client;
        #ids
        #runtime
        #[allow(dead_code, #features unused_imports, unused_macros, reason = "a document need not use all of it")]
        mod runtime;
        #(runtime::foreign!(#foreign);)*
        #(#documents)*
        #extensions
        #fake
        pub use runtime::{
            Api, ApiError, Auth, BoxError, BoxFuture, Bytes, Call, Client, ClientBuilder, Date, DateTime, DecodeError,
            Deviation, Error, ErrorKind, FilePart, HeaderMap, HeaderName, HeaderValue, HttpBody, HttpRequest,
            HttpResponse, Items, Method, Page, Request, Response, Result, Sending, StatusCode,
            Transport, TransportError, Uri, Variables,
        };
        #streams
        #round_trip
    };
    OutputFile { path: "src/lib.rs".to_owned(), content: Content::Rust { source: None, tokens } }
}

/// What the responses that come part by part are made of, where there are some.
fn streams(model: &Model) -> Option<TokenStream> {
    let groups = model.documents.iter().flat_map(|it| &it.groups);
    let responses: Vec<_> = groups.flat_map(|it| &it.operations).map(|it| &it.response).collect();
    let has = |wanted: fn(&Response) -> bool| responses.iter().any(|it| wanted(it));
    let names = [
        (has(|it| matches!(it, Response::Stream(Framing::Events, _))), quote!(Event)),
        (has(|it| matches!(it, Response::Bytes)), quote!(Parts)),
        (has(|it| matches!(it, Response::Stream(..))), quote!(Streamed)),
    ];
    let names: Vec<_> = names.into_iter().filter(|it| it.0).map(|it| it.1).collect();
    (!names.is_empty()).then(|| quote!(pub use runtime::{#(#names),*};))
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

fn render_head(model: &Model) -> TokenStream {
    let mut docs = Docs::at(0).own(&describe(model));
    for document in &model.documents {
        docs = docs.item(document.module.as_str(), &document.title);
    }
    docs.inner()
}

/// One sentence on the crate.
pub fn describe(model: &Model) -> String {
    match model.documents.as_slice() {
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
    let feature = (*target == Target::Crate).then(|| quote!(#[cfg(feature = #feature)]));
    quote!(#feature #path pub mod #module;)
}
