//! How users make an object that a request sends.

use proc_macro2::TokenStream;
use quote::quote;

use super::type_ref::render_type;
use crate::model::{Document, Field, Type, TypeBody, TypeRef};

/// A function that asks for what must be there; `Default` where all of that has one value only.
pub fn render_making(
    document: &Document,
    r#type: &Type,
    fields: &[Field],
    rest: Option<&TypeRef>,
) -> TokenStream {
    let name = &r#type.name;
    let values = fields.iter().map(|field| render_value(document, field));
    let rest = rest.map(|_| quote!(rest: BTreeMap::new(),));
    let made = quote!(Self { #(#values,)* #rest });
    let asked: Vec<&Field> = fields.iter().filter(|field| field.is_asked()).collect();
    if asked.is_empty() {
        return quote!(impl Default for #name { fn default() -> Self { #made } });
    }
    let arguments = asked.iter().map(|field| {
        let (name, r#type) = (&field.name, render_type(document, &field.r#type));
        quote!(#name: #r#type)
    });
    let many = (asked.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        impl #name {
            #[doc = " A value with what it must have; the rest is left out."]
            #many
            pub fn new(#(#arguments),*) -> Self {
                #made
            }
        }
    }
}

fn render_value(document: &Document, field: &Field) -> TokenStream {
    let name = &field.name;
    match &field.fixed {
        Some(text) => {
            let value = render_fixed(document, &field.r#type, text);
            quote!(#name: #value)
        }
        None if field.required => quote!(#name),
        None if field.asked => quote!(#name: Some(#name)),
        None => quote!(#name: None),
    }
}

/// A text as a value of the type.
fn render_fixed(document: &Document, r#type: &TypeRef, text: &str) -> TokenStream {
    let TypeRef::Named(id) = r#type else { return quote!(#text.to_owned()) };
    let r#type = document.r#type(*id);
    let variant = match &r#type.body {
        TypeBody::Enum(variants) | TypeBody::Integers(variants) => {
            variants.iter().find(|it| it.wire == text)
        }
        _ => None,
    };
    let name = &r#type.name;
    match variant.map(|variant| &variant.name) {
        Some(variant) => quote!(#name::#variant),
        None => quote!(#text.into()),
    }
}
