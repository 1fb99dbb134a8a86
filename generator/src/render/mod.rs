//! The model in, the crate's files out as tokens and text; pure, cannot fail.

mod arguments;
mod client;
mod credentials;
mod docs;
mod document;
mod extensions;
mod extras;
mod fake;
mod group;
mod ident;
mod ids;
mod imports;
mod ledger;
mod making;
mod manifest;
mod request;
mod root;
mod runtime;
mod schema;
pub mod signature;
mod tests;
mod type_ref;
mod union;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Model;

pub use extras::Extra;
pub use manifest::{MANIFEST_HOLES, Package, README_HOLES, holes};

/// The files of a crate, before they are text.
#[derive(Debug)]
pub struct Output {
    /// The files, in no particular order.
    pub files: Vec<OutputFile>,
}

/// One file of a crate.
#[derive(Debug)]
pub struct OutputFile {
    /// Its path in the crate, with `/` between the parts.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Debug)]
pub enum Content {
    /// Rust that has yet to be formatted.
    Rust {
        /// The document that it was made from, if it was one.
        source: Option<String>,
        /// The items.
        tokens: TokenStream,
    },
    /// Text that stays as it is.
    Text(String),
}

/// How the generated code will be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// As a crate of its own.
    Crate,
    /// As a module that a crate includes, made by that crate's build script.
    BuildScript {
        /// The folder of the files.
        folder: String,
    },
}

impl Target {
    /// Where a module is. An included file does not know where it is: its modules say where they are.
    fn path(&self, file: &str) -> Option<TokenStream> {
        match self {
            Self::Crate => None,
            Self::BuildScript { folder } => {
                let path = std::path::Path::new(folder).join(file).display().to_string();
                Some(quote!(#[path = #path]))
            }
        }
    }
}

/// All files of the crate.
pub fn render(model: &Model, package: &Package) -> Output {
    let mut files = vec![
        manifest::render_manifest(model, package),
        manifest::render_readme(model, package),
        manifest::render_rustfmt(),
        ledger::render_ledger(model),
    ];
    files.extend(package.extras.iter().map(Extra::as_file));
    files.extend(extensions::files(model));
    files.extend(fake::render_fake(model));
    files.extend(render_modules(model, &Target::Crate));
    Output { files }
}

/// The crate's modules and tests alone, with the roots that fit the target.
pub fn render_modules(model: &Model, target: &Target) -> Vec<OutputFile> {
    let mut files = vec![root::render_root(model, target), client::render_client(model)];
    files.extend(ids::render_ids(model));
    files.extend(runtime::files());
    for document in &model.documents {
        files.push(document::render_document(document));
        files.extend(schema::render_types(document));
        files.extend(document.groups.iter().map(|group| group::render_group(document, group)));
    }
    files.extend(tests::render_tests(model, target));
    files
}
