//! How the generated code will be used, and so what of it there is.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use serde::Serialize;

/// What the files are to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub enum Target {
    /// A crate that needs no other one of Bindery's.
    #[default]
    Crate,
    /// A crate that has its client and its runtime from another one.
    Client(Shared),
    /// The crate that others have those from: what does not depend on one document.
    Runtime,
    /// A module that a crate includes, made by that crate's build script.
    BuildScript {
        /// The folder of the files.
        folder: String,
    },
}

/// The crate that several have their client and their runtime from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shared {
    /// The package.
    pub name: String,
    /// The version that it has, and that is asked for.
    pub version: String,
    /// Where it is, from the folder of the crate that needs it, with `/` between the parts.
    pub path: String,
}

impl Target {
    /// Whether it is a package with a manifest, and so features; of the four all but one are.
    pub fn is_crate(&self) -> bool {
        !matches!(self, Self::BuildScript { .. })
    }

    /// Whether it has the runtime and the client, and not another crate.
    pub fn has_runtime(&self) -> bool {
        !matches!(self, Self::Client(_))
    }

    /// Whether it has the documents' modules.
    pub fn has_documents(&self) -> bool {
        *self != Self::Runtime
    }

    /// Where a module is. An included file does not know where it is: its modules say where they are.
    pub fn path(&self, file: &str) -> Option<TokenStream> {
        match self {
            Self::BuildScript { folder } => {
                let path = std::path::Path::new(folder).join(file).display().to_string();
                Some(quote!(#[path = #path]))
            }
            _ => None,
        }
    }
}

impl Shared {
    /// The crate as Rust calls it.
    pub fn ident(&self) -> Ident {
        Ident::new(&self.name.replace('-', "_"), Span::call_site())
    }
}
