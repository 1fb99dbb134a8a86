//! The enums of what success brings, and of what failures say, where the status says which of several
//! things that is.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::docs::Docs;
use super::imports::Imports;
use super::schema::{ITEM, MEMBER};
use super::type_ref::render_type;
use crate::docs::code;
use crate::model::{AnswerVariant, Document, Failures, Group, Operation, Response};

/// The enum; nothing for an operation that brings one thing.
pub fn render_answer(
    document: &Document,
    group: &Group,
    operation: &Operation,
    imports: &mut Imports,
) -> Option<TokenStream> {
    let answer = operation.answer()?;
    imports.runtime_macro("answer");
    let made_by = format!("What [`{}::{}`] brings.", group.name, operation.name.bare());
    let docs = Docs::at(ITEM).own(&made_by).outer();
    let name = &answer.name;
    let variants = answer.variants.iter().map(|it| render_variant(document, it, imports));
    Some(quote!(answer! { #docs pub enum #name { #(#variants,)* } }))
}

/// The enum of failures, or its other name; nothing for an operation whose failures all have one body.
pub fn render_failure(
    document: &Document,
    group: &Group,
    operation: &Operation,
    imports: &mut Imports,
) -> Option<TokenStream> {
    let name = operation.failure()?;
    let made_by = format!("What a failure of [`{}::{}`] says.", group.name, operation.name.bare());
    let docs = Docs::at(ITEM).own(&made_by).outer();
    let Failures { same_as, variants, .. } = &operation.failures;
    if let Some(other) = same_as {
        return Some(quote!(#docs pub use super::#other as #name;));
    }
    imports.runtime_macro("failure");
    let variants = variants.iter().map(|it| render_variant(document, it, imports));
    let other = operation.failures.other().map(|AnswerVariant { name, .. }| {
        let docs = Docs::at(MEMBER).own("Of a status that the document does not name.").outer();
        quote!(#docs #name = none(_),)
    });
    Some(quote!(failure! { #docs pub enum #name { #(#variants,)* #other } }))
}

fn render_variant(
    document: &Document,
    variant: &AnswerVariant,
    imports: &mut Imports,
) -> TokenStream {
    let AnswerVariant { name, code: status, description, response } = variant;
    let docs = Docs::at(MEMBER).text(description).own(&code(status)).outer();
    let statuses = render_statuses(status);
    let (read, inside) = render_reading(document, response, imports);
    let inside = inside.map(|inside| quote!((#inside)));
    quote!(#docs #name #inside = #read(#statuses))
}

/// What reads the body, and the type that it is read as.
fn render_reading(
    document: &Document,
    response: &Response,
    imports: &mut Imports,
) -> (TokenStream, Option<TokenStream>) {
    match response {
        Response::Json(r#type) => {
            imports.r#type(document, r#type);
            (quote!(json), Some(render_type(document, r#type)))
        }
        Response::Text => (quote!(text), Some(quote!(String))),
        Response::Bytes => (quote!(bytes), Some(quote!(Vec<u8>))),
        Response::Location => (quote!(location), Some(quote!(runtime::Uri))),
        // The last three never stand among several.
        Response::Empty | Response::Page(_) | Response::Stream(..) | Response::Several(_) => {
            (quote!(none), None)
        }
    }
}

/// The statuses that the document means: one, a range of a hundred, or all others.
fn render_statuses(code: &str) -> TokenStream {
    let status = |number: u16| Literal::u16_unsuffixed(number);
    let class = code.strip_suffix("XX").and_then(|class| class.parse::<u16>().ok());
    match (code.parse(), class) {
        (Ok(one), _) => status(one).into_token_stream(),
        (Err(_), Some(class)) => {
            let (first, last) = (status(class * 100), status(class * 100 + 99));
            quote!(#first..=#last)
        }
        (Err(_), None) => quote!(_),
    }
}
