//! Names as tokens.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

use crate::names::{ConstName, ItemPath, ModuleName, Name, TypeName, ValueName};

/// An identifier; the names it is made of are identifiers already.
fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

impl ToTokens for TypeName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        ident(self.as_str()).to_tokens(tokens);
    }
}

impl ToTokens for ValueName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        ident(self.as_str()).to_tokens(tokens);
    }
}

impl ToTokens for ConstName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        ident(self.as_str()).to_tokens(tokens);
    }
}

impl ToTokens for ModuleName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        ident(self.as_str()).to_tokens(tokens);
    }
}

impl ToTokens for ItemPath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        // Identifiers and `::` between them: there is nothing here that is no token.
        tokens.extend(self.as_str().parse::<TokenStream>().unwrap_or_default());
    }
}
