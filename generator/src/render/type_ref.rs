//! A type as it is used, in tokens.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Document, TypeBody, TypeRef};

/// The type of a value.
pub fn render_type(document: &Document, r#type: &TypeRef) -> TokenStream {
    let inner = |inner: &TypeRef| render_type(document, inner);
    match r#type {
        TypeRef::String => quote!(String),
        TypeRef::Bool => quote!(bool),
        TypeRef::I32 => quote!(i32),
        TypeRef::I64 => quote!(i64),
        TypeRef::F64 => quote!(f64),
        TypeRef::Date => quote!(Date),
        TypeRef::DateTime => quote!(DateTime),
        TypeRef::Uri => quote!(Uri),
        TypeRef::Id(name) => quote!(#name),
        TypeRef::Any => quote!(Value),
        TypeRef::List(item) => {
            let item = inner(item);
            quote!(Vec<#item>)
        }
        TypeRef::Tuple(positions) => {
            let positions = positions.iter().map(inner);
            quote!((#(#positions),*))
        }
        TypeRef::Map(value) => {
            let value = inner(value);
            quote!(BTreeMap<String, #value>)
        }
        TypeRef::Nullable(value) => {
            let value = inner(value);
            quote!(Option<#value>)
        }
        TypeRef::Boxed(value) => {
            let value = inner(value);
            quote!(Box<#value>)
        }
        TypeRef::Named(id) => {
            let name = &document.r#type(*id).name;
            quote!(#name)
        }
    }
}

/// What a name stands for, when it is another name for something.
pub fn meaning<'a>(document: &'a Document, r#type: &'a TypeRef) -> &'a TypeRef {
    match r#type {
        TypeRef::Named(id) => match &document.r#type(*id).body {
            TypeBody::Alias(target) => meaning(document, target),
            _ => r#type,
        },
        _ => r#type,
    }
}
