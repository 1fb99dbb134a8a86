//! `ids.rs`: a type for each kind of id, shared by all documents.

use quote::quote;

use super::docs::Docs;
use super::{Content, OutputFile};
use crate::model::{Id, Model};

/// The file of all ids; none if there are none.
pub fn render_ids(model: &Model) -> Option<OutputFile> {
    if model.ids.is_empty() {
        return None;
    }
    let head = Docs::at(0).own("Ids: one type for each kind of resource.").inner();
    let ids = model.ids.iter().map(|Id { name, resource, prefix: [first, second] }| {
        let article = if resource.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
        let doc = format!(
            " The SID of {article} {resource}: `{first}{second}` and 32 hexadecimal digits."
        );
        quote! {
            #[doc = #doc]
            pub type #name = runtime::Sid<#first, #second>;
        }
    });
    Some(OutputFile {
        path: "src/ids.rs".to_owned(),
        content: Content::Rust { source: None, tokens: quote!(#head use super::runtime; #(#ids)*) },
    })
}
