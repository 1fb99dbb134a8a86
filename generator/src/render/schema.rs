//! `types.rs`: the schemas of a document.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::imports::Imports;
use super::making::render_making;
use super::type_ref::render_type;
use super::union::render_union;
use super::{Content, OutputFile};
use crate::model::{Access, Document, EnumVariant, Field, Type, TypeBody, TypeRef};
use crate::names::Name;

/// The indentation of an item inside a macro, and of a field or variant inside that.
pub const ITEM: usize = 4;
pub const MEMBER: usize = 8;

/// Whether the types need the runtime, which they find in the module that they stand in.
pub fn uses_runtime(document: &Document) -> bool {
    document.types.iter().any(|r#type| match &r#type.body {
        TypeBody::Object { .. }
        | TypeBody::Enum(_)
        | TypeBody::Integers(_)
        | TypeBody::Union { .. } => true,
        TypeBody::Alias(target) => {
            let mut imports = Imports::default();
            imports.r#type(document, target);
            imports.uses_runtime()
        }
        TypeBody::Foreign(_) => false,
    })
}

/// The file of all types, in the order of their names; none if there are none.
pub fn render_types(document: &Document) -> Option<OutputFile> {
    if document.types.is_empty() {
        return None;
    }
    let mut imports = Imports::default();
    let mut types: Vec<&Type> = document.types.iter().collect();
    types.sort_by(|a, b| a.name.cmp(&b.name));
    let items: Vec<_> =
        types.iter().map(|r#type| render_type_item(document, r#type, &mut imports)).collect();
    let head = Docs::at(0).own("The schemas of the document.").inner();
    let imports = imports.render_beside_own_types();
    Some(OutputFile {
        path: format!("src/{}/types.rs", document.module),
        content: Content::Rust {
            source: Some(document.source.clone()),
            tokens: quote!(#head #imports #(#items)*),
        },
    })
}

fn render_type_item(document: &Document, r#type: &Type, imports: &mut Imports) -> TokenStream {
    match &r#type.body {
        TypeBody::Object { fields, rest, sent } => {
            imports.runtime_macro("object");
            render_object(document, r#type, fields, rest.as_ref(), *sent, imports)
        }
        TypeBody::Enum(variants) => {
            imports.runtime_macro("open_enum");
            let variants = render_variants(variants, |wire| quote!(#wire));
            render_enum(r#type, quote!(open_enum), variants)
        }
        TypeBody::Integers(variants) => {
            imports.runtime_macro("integer_enum");
            let variants = render_variants(variants, |wire| wire.parse().unwrap_or_default());
            render_enum(r#type, quote!(integer_enum), variants)
        }
        TypeBody::Union { variants, discriminator } => {
            imports.runtime_macro("union");
            render_union(document, r#type, variants, discriminator.as_deref(), imports)
        }
        TypeBody::Alias(target) => {
            imports.r#type(document, target);
            let docs = docs(0, r#type);
            let (name, target) = (&r#type.name, render_type(document, target));
            quote!(#docs pub type #name = #target;)
        }
        TypeBody::Foreign(path) => {
            let (docs, name) = (docs(0, r#type), &r#type.name);
            quote!(#docs pub type #name = #path;)
        }
    }
}

/// The comment of a type.
pub fn docs(indent: usize, r#type: &Type) -> TokenStream {
    Docs::at(indent).text(&r#type.description).outer()
}

/// The traits that a user wants a type to have beside its own.
pub fn derives(r#type: &Type) -> Option<TokenStream> {
    let traits = &r#type.derives;
    (!traits.is_empty()).then(|| quote!(#[derive(#(#traits),*)]))
}

fn render_object(
    document: &Document,
    r#type: &Type,
    fields: &[Field],
    rest: Option<&TypeRef>,
    sent: bool,
    imports: &mut Imports,
) -> TokenStream {
    let docs = docs(ITEM, r#type);
    let name = &r#type.name;
    let required: Vec<&Field> = fields.iter().filter(|field| field.required).collect();
    let default = required.is_empty().then(|| quote!(#[derive(Default)]));
    let derives = derives(r#type);
    let is_made = sent && fields.iter().any(|field| field.required || field.asked);
    let new = is_made.then(|| render_making(document, r#type, fields, rest));
    let lines = fields.iter().map(|field| render_field(document, field, sent, imports));
    let lines: Vec<_> = lines.collect();
    let rest = rest.map(|values| {
        let map = TypeRef::Map(Box::new(values.clone()));
        imports.r#type(document, &map);
        let map = render_type(document, &map);
        quote!(#[doc = " Properties that the document does not name."] #[rest] pub rest: #map,)
    });
    quote! {
        object! { #docs #default #derives pub struct #name { #(#lines,)* #rest } }
        #new
    }
}

/// A request leaves out what is not set, be it nullable; a response has it all.
fn render_field(
    document: &Document,
    field: &Field,
    sent: bool,
    imports: &mut Imports,
) -> TokenStream {
    imports.r#type(document, &field.r#type);
    let mut docs = Docs::at(MEMBER).text(&field.description);
    docs = docs.own(match field.access {
        Access::Both => "",
        Access::ReadOnly => "Read-only.",
        Access::WriteOnly => "Write-only.",
    });
    if field.deprecated {
        docs = docs.own("Deprecated.");
    }
    let docs = docs.outer();
    let (name, wire) = (&field.name, &field.wire);
    let wire = (field.name.as_str() != wire).then(|| quote!(#[wire(#wire)]));
    let nullable = field.nullable.then(|| quote!(#[nullable]));
    let required = field.present.then(|| quote!(#[required]));
    let optional = (sent && field.nullable && !field.present).then(|| quote!(#[optional]));
    let personal = field.personal.then(|| quote!(#[personal]));
    let r#type = render_field_type(document, field);
    quote!(#docs #wire #nullable #required #optional #personal pub #name: #r#type)
}

fn render_field_type(document: &Document, field: &Field) -> TokenStream {
    let r#type = render_type(document, &field.r#type);
    if field.required { r#type } else { quote!(Option<#r#type>) }
}

fn render_enum(r#type: &Type, make: TokenStream, variants: TokenStream) -> TokenStream {
    let (docs, derives) = (docs(ITEM, r#type), derives(r#type));
    let name = &r#type.name;
    quote!(#make! { #docs #derives pub enum #name { #variants } })
}

/// The variants, each with its value as it is written in Rust.
fn render_variants(variants: &[EnumVariant], value: fn(&str) -> TokenStream) -> TokenStream {
    let (names, values) =
        (variants.iter().map(|it| &it.name), variants.iter().map(|it| value(&it.wire)));
    quote!(#(#names = #values,)*)
}
