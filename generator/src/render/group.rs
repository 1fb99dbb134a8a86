//! One file a resource: the group of its operations, and their requests.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::answer::{render_answer, render_failure};
use super::arguments::{render_argument, render_bound};
use super::docs::Docs;
use super::imports::Imports;
use super::request::{render_request, render_returned};
use super::{Content, OutputFile};
use crate::docs::code;
use crate::model::{
    Argument, Auth, Body, Document, Encoding, Failures, Group, Location, Operation,
};

/// The indentation of a method.
const METHOD: usize = 4;

/// The file of one group.
pub fn render_group(document: &Document, group: &Group) -> OutputFile {
    let mut imports = Imports::of_calls();
    let methods: Vec<_> = group
        .operations
        .iter()
        .map(|operation| render_method(document, operation, &mut imports))
        .collect();
    let requests: Vec<_> = group
        .operations
        .iter()
        .flat_map(|operation| {
            let request = render_request(document, group, operation, &mut imports);
            let answer = render_answer(document, group, operation, &mut imports);
            let failure = render_failure(document, group, operation, &mut imports);
            request.into_iter().chain(answer).chain(failure)
        })
        .collect();
    let setters: Vec<_> =
        group.setters.iter().map(|it| render_group_setter(document, it, &mut imports)).collect();
    let head = Docs::at(0).own(&code(&group.path)).inner();
    let docs = group_docs(0, group).outer();
    let name = &group.name;
    let imports = imports.render();
    let tokens = quote! {
        #head
        #imports
        #docs
        #[derive(Debug, Clone)]
        pub struct #name(pub(super) runtime::Api);
        impl #name { #(#setters)* #(#methods)* }
        #(#requests)*
    };
    OutputFile {
        path: format!("src/{}/{}.rs", document.module, group.module),
        content: Content::Rust { source: Some(document.source.clone()), tokens },
    }
}

/// What there is to say of a group, where it stands and where it is made.
pub fn group_docs(indent: usize, group: &Group) -> Docs {
    let mut segments = group.path.split('/').filter(|it| !it.is_empty() && !it.contains('{'));
    let otherwise = match segments.next_back() {
        Some(resource) => format!("The {} resource.", code(resource)),
        None => "What stands at the root.".to_owned(),
    };
    Docs::at(indent).text_or(&group.description, &otherwise).own(&code(&group.path))
}

/// Puts a value in the place of the client's own.
fn render_group_setter(
    document: &Document,
    setter: &Argument,
    imports: &mut Imports,
) -> TokenStream {
    let otherwise = format!("Sets {}.", code(&setter.parameter.wire));
    let docs = Docs::at(METHOD).text_or(&setter.description, &otherwise);
    let docs = docs.own("Without this, it is what the client has.").outer();
    let name = &setter.name;
    let rendered = render_bound(document, setter, imports);
    let (r#type, step) = (rendered.r#type, rendered.step);
    quote! {
        #docs
        pub fn #name(self, #name: #r#type) -> Self {
            Self(self.0 #step)
        }
    }
}

fn render_method(document: &Document, operation: &Operation, imports: &mut Imports) -> TokenStream {
    let docs = method_docs(document, operation).outer();
    let deprecated =
        operation.deprecated.then(|| quote!(#[deprecated = "the document advises against it"]));
    let name = &operation.name;
    let request = &operation.request;
    let mut parameters = Vec::new();
    let mut steps = Vec::new();
    for argument in &operation.arguments {
        let name = &argument.name;
        let rendered = render_argument(document, argument, &quote!(#name), imports);
        let r#type = rendered.r#type;
        parameters.push(quote!(#name: #r#type));
        steps.push(rendered.step);
    }
    let many = (parameters.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let call = render_call(operation);
    let call = quote!(#call #(#steps)*);
    let (returned, made) = if operation.has_request() {
        (quote!(#request), quote!(#request(#call)))
    } else {
        let (returned, step) = render_returned(document, operation, imports);
        (returned, quote!(#call #step))
    };
    quote! {
        #docs
        #deprecated
        #many
        pub fn #name(&self, #(#parameters),*) -> #returned {
            #made
        }
    }
}

/// The call before anything that the caller gives is in it.
fn render_call(operation: &Operation) -> TokenStream {
    let method = Ident::new(&operation.method.as_str().to_lowercase(), Span::call_site());
    let path = &operation.path.0;
    let server = operation.server.as_ref().map(|server| quote!(.server(#server)));
    let auth = operation.auth.as_ref().map(|auth| {
        let auth = render_auth(auth);
        quote!(.auth(#auth))
    });
    let form = operation.body.as_ref().and_then(|body| match body.encoding {
        Encoding::Form => Some(quote!(.form_body())),
        Encoding::Multipart => Some(quote!(.multipart_body())),
        Encoding::Json | Encoding::Raw => None,
    });
    let accept = operation.accept.as_ref().map(|it| quote!(.header("Accept", #it)));
    let content = operation.body.as_ref().and_then(render_content_type);
    let redirects = operation.redirects.then(|| quote!(.takes_redirects()));
    quote!(self.0.#method(#path) #server #auth #accept #redirects #content #form)
}

/// The runtime says what forms and plain JSON are; all else must be named, but for ranges.
fn render_content_type(body: &Body) -> Option<TokenStream> {
    let media_type = &body.media_type;
    let is_other = match body.encoding {
        Encoding::Form | Encoding::Multipart => false,
        Encoding::Json => media_type != "application/json",
        Encoding::Raw => true,
    };
    (is_other && !media_type.contains('*')).then(|| quote!(.header("Content-Type", #media_type)))
}

/// A way to authenticate, in the runtime's words.
pub fn render_auth(auth: &Auth) -> TokenStream {
    match auth {
        Auth::None => quote!(runtime::Auth::None),
        Auth::Basic => quote!(runtime::Auth::Basic),
        Auth::Bearer => quote!(runtime::Auth::Bearer),
        Auth::ClientCredentials(url) => quote!(runtime::Auth::ClientCredentials(#url)),
        Auth::Key { scheme, location, wire } => {
            let kind = match location {
                Location::Query => quote!(QueryKey),
                Location::Cookie => quote!(CookieKey),
                _ => quote!(HeaderKey),
            };
            quote!(runtime::Auth::#kind(#scheme, #wire))
        }
        Auth::All(all) => {
            let all = all.iter().map(render_auth);
            quote!(runtime::Auth::All(&[#(#all),*]))
        }
        Auth::First(all) => {
            let all = all.iter().map(render_auth);
            quote!(runtime::Auth::First(&[#(#all),*]))
        }
    }
}

/// What failures can be read as: an enum of all, else the types of their bodies.
fn failure_docs(document: &Document, failures: &Failures, docs: Docs) -> Docs {
    if let Some(name) = &failures.name {
        return docs.own(&format!("A failure can be read as a [`{name}`](super::{name})."));
    }
    failures.bodies().into_iter().fold(docs, |docs, (body, codes)| {
        let name = &document.r#type(body).name;
        let codes = codes.join(", ");
        docs.own(&format!("The body of a failure ({codes}) is a [`{name}`](super::{name})."))
    })
}

fn method_docs(document: &Document, operation: &Operation) -> Docs {
    let otherwise = match &operation.id {
        Some(id) => format!("The operation {}.", code(id)),
        None => String::new(),
    };
    let mut docs = Docs::at(METHOD)
        .text_or(&operation.description, &otherwise)
        .own(&code(&format!("{} {}", operation.method.as_str(), operation.path.0)));
    if let Some(body) = operation.body.as_ref().filter(|_| operation.once_more) {
        docs = docs.own(&format!("The same with a body of {}.", code(&body.media_type)));
    }
    for group in &operation.conditions {
        let names: Vec<String> = group.iter().map(|it| code(it.name.bare())).collect();
        docs = docs.own(&format!("One of {} must be set.", names.join(", ")));
    }
    docs = failure_docs(document, &operation.failures, docs);
    for argument in &operation.arguments {
        if !argument.description.trim().is_empty() {
            docs = docs.item(argument.name.bare(), &argument.description);
        }
    }
    docs
}
