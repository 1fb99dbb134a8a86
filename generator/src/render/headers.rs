//! `headers.rs`: a constant for each header of a document's responses.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::imports::Imports;
use super::type_ref::render_type;
use super::{Content, OutputFile};
use crate::docs::code;
use crate::model::{Document, Header};

/// The file of all headers, in the order of their names; none if there are none.
pub fn render_headers(document: &Document) -> Option<OutputFile> {
    if document.headers.is_empty() {
        return None;
    }
    let mut imports = Imports::of_calls();
    let headers: Vec<_> =
        document.headers.iter().map(|it| render_header(document, it, &mut imports)).collect();
    let head = Docs::at(0)
        .own("The headers of the responses, for those who ask for them:")
        .own("`response.header(headers::NAME)`, or the same of an API error.")
        .inner();
    let imports = imports.render();
    Some(OutputFile {
        path: format!("src/{}/headers.rs", document.module),
        content: Content::Rust {
            source: Some(document.source.clone()),
            tokens: quote!(#head #imports #(#headers)*),
        },
    })
}

fn render_header(document: &Document, header: &Header, imports: &mut Imports) -> TokenStream {
    imports.r#type(document, &header.r#type);
    let Header { name, wire, description, is_list, r#type, .. } = header;
    let docs = Docs::at(0).text_or(description, &format!("The header {}.", code(wire))).outer();
    let r#type = render_type(document, r#type);
    let values = if *is_list { quote!(list) } else { quote!(one) };
    quote! {
        #docs
        pub const #name: runtime::Header<#r#type> = runtime::Header::#values(#wire);
    }
}
