//! The model in, the crate's files out as tokens and text; pure, cannot fail.

mod answer;
mod arguments;
mod client;
mod credentials;
mod dates;
mod docs;
mod document;
mod extensions;
mod extras;
mod fake;
mod group;
mod headers;
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
mod target;
mod tests;
mod type_ref;
mod union;

use proc_macro2::TokenStream;

use crate::model::Model;

pub use dates::Dates;
pub use extras::Extra;
pub use manifest::{MANIFEST_HOLES, Package, README_HOLES, holes};
pub use runtime::is_dependency;
pub use target::{Shared, Target};

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

/// All files of the crate.
pub fn render(model: &Model, package: &Package, target: &Target, dates: Dates) -> Output {
    let mut files = vec![
        manifest::render_manifest(model, package, target, dates),
        manifest::render_readme(model, package, target),
        manifest::render_rustfmt(),
    ];
    files.extend(package.extras.iter().map(Extra::as_file));
    if target.has_runtime() {
        files.extend(extensions::files(model));
    }
    if target.has_documents() {
        files.push(ledger::render_ledger(model));
        files.extend(fake::render_fake(model));
    }
    files.extend(render_modules(model, target, dates));
    Output { files }
}

/// The crate's modules and tests alone, with the roots that fit the target.
pub fn render_modules(model: &Model, target: &Target, dates: Dates) -> Vec<OutputFile> {
    let mut files = vec![root::render_root(model, target)];
    match target {
        Target::Client(shared) => files.extend(runtime::render_shared(shared)),
        _ => {
            files.push(client::render_client(model));
            files.extend(runtime::files(dates));
        }
    }
    if target.has_documents() {
        files.extend(render_documents(model, target));
        files.extend(tests::render_tests(model, target));
    }
    files
}

fn render_documents(model: &Model, target: &Target) -> Vec<OutputFile> {
    let mut files: Vec<OutputFile> = ids::render_ids(model).into_iter().collect();
    for document in &model.documents {
        files.push(document::render_document(document, target));
        files.extend(schema::render_types(document));
        files.extend(headers::render_headers(document));
        files.extend(document.groups.iter().map(|group| group::render_group(document, group)));
    }
    files
}
