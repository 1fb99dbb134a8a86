//! Types and signatures as people write them, for those who compare crates.

use proc_macro2::TokenStream;

use super::arguments::render_argument;
use super::imports::Imports;
use super::request::render_returned;
use super::type_ref::render_type;
use crate::model::{Argument, Document, Operation, TypeRef};

/// The type of a value: `Vec<Channel>`.
pub fn type_text(document: &Document, r#type: &TypeRef) -> String {
    text(&render_type(document, r#type))
}

/// What a method takes for a value: `impl AsRef<str>`.
pub fn argument_text(document: &Document, argument: &Argument) -> String {
    let value = quote::quote!(value);
    text(&render_argument(document, argument, &value, &mut Imports::default()).r#type)
}

/// What an operation's method returns: `UpdateChannel`, or `Request<()>`.
pub fn returned_text(document: &Document, operation: &Operation) -> String {
    if operation.has_request() {
        return operation.request.to_string();
    }
    let (returned, _) = render_returned(document, operation, &mut Imports::default());
    text(&returned).replace("runtime::", "")
}

/// Tokens with the spaces that people put between them.
fn text(tokens: &TokenStream) -> String {
    let spaced = tokens.to_string();
    let tight = [(" < ", "<"), (" >", ">"), (" :: ", "::"), (" ,", ","), ("< ", "<")];
    tight.iter().fold(spaced, |text, (from, to)| text.replace(from, to))
}
