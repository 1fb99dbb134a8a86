//! What a file of tests uses of the crate and of its harness.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::{Document, TypeRef};
use crate::names::TypeName;

/// The names that a file uses.
#[derive(Debug, Default)]
pub struct Imports {
    harness: BTreeSet<&'static str>,
    client: BTreeSet<&'static str>,
    ids: BTreeSet<TypeName>,
    types: BTreeSet<TypeName>,
    map: bool,
    value: bool,
}

impl Imports {
    /// An item of the harness; `self` is the harness itself.
    pub fn harness(&mut self, name: &'static str) {
        self.harness.insert(name);
    }

    /// An item of the crate; `self` is the crate itself.
    pub fn client(&mut self, name: &'static str) {
        self.client.insert(name);
    }

    /// `serde_json::Value`.
    pub fn value(&mut self) {
        self.value = true;
    }

    /// All that a type mentions.
    pub fn r#type(&mut self, document: &Document, r#type: &TypeRef) {
        match r#type {
            TypeRef::Date => self.client("Date"),
            TypeRef::DateTime => self.client("DateTime"),
            TypeRef::Uri => self.client("Uri"),
            TypeRef::Id(name) => _ = self.ids.insert(name.clone()),
            TypeRef::Any => self.value(),
            TypeRef::Map(value) => {
                self.map = true;
                self.r#type(document, value);
            }
            TypeRef::Tuple(positions) => {
                positions.iter().for_each(|it| self.r#type(document, it));
            }
            TypeRef::List(inner) | TypeRef::Nullable(inner) | TypeRef::Boxed(inner) => {
                self.r#type(document, inner);
            }
            TypeRef::Named(id) => _ = self.types.insert(document.r#type(*id).name.clone()),
            TypeRef::String | TypeRef::Bool | TypeRef::I32 | TypeRef::I64 | TypeRef::F64 => {}
        }
    }

    /// The `use` declarations of the file of one document.
    pub fn render(&self, document: &Document) -> TokenStream {
        let map = self.map.then(|| {
            quote!(
                use std::collections::BTreeMap;
            )
        });
        let value = self.value.then(|| {
            quote!(
                use serde_json::Value;
            )
        });
        let client = group(&quote!(client), &idents(&self.client));
        let ids = group(&quote!(client::ids), &Vec::from_iter(&self.ids));
        let module = &document.module;
        let types = group(&quote!(client::#module), &Vec::from_iter(&self.types));
        let harness = group(&quote!(harness), &idents(&self.harness));
        quote!(#map #value #client #ids #types #harness)
    }
}

/// The module itself stands before what is in it.
fn idents(names: &BTreeSet<&str>) -> Vec<Ident> {
    let (itself, others): (Vec<&str>, Vec<&str>) = names.iter().partition(|it| **it == "self");
    let ordered = itself.into_iter().chain(others);
    ordered.map(|name| Ident::new(name, Span::call_site())).collect()
}

/// What is used of a module that the root of the test knows.
fn group(module: &TokenStream, names: &[impl quote::ToTokens]) -> TokenStream {
    let itself = |name: &_| quote!(#name).to_string() == "self";
    match names {
        [] => TokenStream::new(),
        [name] if itself(name) => quote!(use super::super::#module;),
        names => quote!(use super::super::#module::{#(#names),*};),
    }
}
