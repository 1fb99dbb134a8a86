//! What a file uses of the rest of the crate: no more is imported.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::{Document, TypeRef};
use crate::names::TypeName;

/// The names that a file uses. Most of the runtime stands in the text with its path, such as
/// `runtime::Call`: documents may have types of the same names.
#[derive(Debug, Default)]
pub struct Imports {
    runtime_itself: bool,
    ids_themselves: bool,
    runtime: BTreeSet<&'static str>,
    ids: BTreeSet<TypeName>,
    types: BTreeSet<TypeName>,
    map: bool,
    value: bool,
}

impl Imports {
    /// The imports of a file that makes calls.
    pub fn of_calls() -> Self {
        Self { runtime_itself: true, ..Self::default() }
    }

    /// The module of the ids, for the modules below this one.
    pub fn ids_themselves(&mut self) {
        self.ids_themselves = true;
    }

    /// Whether anything of the runtime is used.
    pub fn uses_runtime(&self) -> bool {
        self.runtime_itself || !self.runtime.is_empty()
    }

    /// A macro of the runtime, whose expansion needs the runtime itself.
    pub fn runtime_macro(&mut self, name: &'static str) {
        self.runtime_itself = true;
        self.runtime.insert(name);
    }

    /// A type of the runtime that is used without its path.
    fn runtime(&mut self, name: &'static str) {
        self.runtime.insert(name);
    }

    /// `serde_json::Value`.
    pub fn value(&mut self) {
        self.value = true;
    }

    /// All that a type mentions.
    pub fn r#type(&mut self, document: &Document, r#type: &TypeRef) {
        match r#type {
            TypeRef::Date => self.runtime("Date"),
            TypeRef::DateTime => self.runtime("DateTime"),
            TypeRef::Uri => self.runtime("Uri"),
            TypeRef::Id(name) => {
                self.ids.insert(name.clone());
            }
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
            TypeRef::Named(id) => {
                self.types.insert(document.r#type(*id).name.clone());
            }
            TypeRef::String | TypeRef::Bool | TypeRef::I32 | TypeRef::I64 | TypeRef::F64 => {}
        }
    }

    /// The `use` declarations of a file that stands beside `types`.
    pub fn render(&self) -> TokenStream {
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
        let names = self.runtime.iter().map(|name| Ident::new(name, Span::call_site()));
        let runtime = match (self.runtime_itself, self.runtime.is_empty()) {
            (true, true) => Some(quote!(
                use super::runtime;
            )),
            (true, false) => Some(quote!(use super::runtime::{self, #(#names),*};)),
            (false, false) => Some(quote!(use super::runtime::{#(#names),*};)),
            (false, true) => None,
        };
        let types = &self.types;
        let types = (!types.is_empty()).then(|| {
            let types = types.iter();
            quote!(use super::types::{#(#types),*};)
        });
        let names = self.ids.iter();
        let ids = match (self.ids_themselves, self.ids.is_empty()) {
            (true, true) => Some(quote!(
                use super::ids;
            )),
            (true, false) => Some(quote!(use super::ids::{self, #(#names),*};)),
            (false, false) => Some(quote!(use super::ids::{#(#names),*};)),
            (false, true) => None,
        };
        quote!(#map #value #ids #runtime #types)
    }

    /// The same without `types`, for the file that defines them.
    pub fn render_beside_own_types(mut self) -> TokenStream {
        self.types.clear();
        self.render()
    }
}
