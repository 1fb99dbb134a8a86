//! A union: a variant for each type, and what tells them apart.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::imports::Imports;
use super::schema::{ITEM, MEMBER, derives, docs};
use super::type_ref::render_type;
use crate::model::{Document, Type, UnionVariant};

/// The item of a union.
pub fn render_union(
    document: &Document,
    r#type: &Type,
    variants: &[UnionVariant],
    discriminator: Option<&str>,
    imports: &mut Imports,
) -> TokenStream {
    let (docs, derives) = (docs(ITEM, r#type), derives(r#type));
    let name = &r#type.name;
    let discriminator = discriminator.map(|property| quote!(#[discriminator(#property)]));
    let variants = variants.iter().map(|it| render_variant(document, it, imports));
    quote!(union! { #docs #derives #discriminator pub enum #name { #(#variants,)* } })
}

fn render_variant(
    document: &Document,
    variant: &UnionVariant,
    imports: &mut Imports,
) -> TokenStream {
    imports.r#type(document, &variant.r#type);
    let docs = Docs::at(MEMBER).text(&variant.description).outer();
    let (name, tags) = (&variant.name, &variant.tags);
    let r#type = render_type(document, &variant.r#type);
    let tags = (!tags.is_empty()).then(|| quote!(= #(#tags)|*));
    quote!(#docs #name(#r#type) #tags)
}
