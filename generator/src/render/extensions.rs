//! The modules that the crates of one vendor have beyond the runtime, a feature each.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{Content, OutputFile};
use crate::model::Model;

/// The modules' files.
pub fn files(model: &Model) -> impl Iterator<Item = OutputFile> {
    model.extensions.iter().map(|extension| OutputFile {
        path: format!("src/{}.rs", extension.name),
        content: Content::Text(extension.text.to_owned()),
    })
}

/// The modules in the root of the crate. Build scripts cannot bring features, and have none of them.
pub fn render_modules(model: &Model) -> TokenStream {
    let modules = model.extensions.iter().map(|extension| {
        let feature = extension.name;
        let module = Ident::new(feature, Span::call_site());
        quote!(#[cfg(feature = #feature)] pub mod #module;)
    });
    quote!(#(#modules)*)
}

/// The features in the manifest.
pub fn features(model: &Model) -> String {
    let lines = model.extensions.iter().map(|extension| {
        let names = extension.dependencies.iter().map(|(name, _)| format!("\"dep:{name}\""));
        format!("{} = [{}]\n", extension.name, names.collect::<Vec<_>>().join(", "))
    });
    lines.collect()
}

/// What the features bring.
pub fn dependencies(model: &Model) -> String {
    let dependencies = model.extensions.iter().flat_map(|extension| extension.dependencies);
    let line = |(name, version): &(&str, &str)| {
        format!("{name} = {{ version = \"{version}\", optional = true }}\n")
    };
    dependencies.map(line).collect()
}
