//! The enum of what success brings, where its status says which of several things that is.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::imports::Imports;
use super::schema::{ITEM, MEMBER};
use super::type_ref::render_type;
use crate::docs::code;
use crate::model::{AnswerVariant, Document, Group, Operation, Response};

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

/// The statuses that the document means: one, or a range of a hundred.
fn render_statuses(code: &str) -> TokenStream {
    let literal = proc_macro2::Literal::u16_unsuffixed;
    match code.parse() {
        Ok(status) => {
            let status = literal(status);
            quote!(#status)
        }
        Err(_) => {
            let class = if code.starts_with('3') { 300 } else { 200 };
            let (first, last) = (literal(class), literal(class + 99));
            quote!(#first..=#last)
        }
    }
}
