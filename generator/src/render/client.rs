//! `client.rs`: where this crate's clients find their credentials.

use quote::quote;

use super::{Content, OutputFile};
use crate::model::Model;

/// The part of the client that depends on the crate.
pub fn render_client(model: &Model) -> OutputFile {
    let path = "src/client.rs".to_owned();
    if let Some(text) = model.client {
        return OutputFile { path, content: Content::Text(text.to_owned()) };
    }
    let (username, password) = (&model.environment.username, &model.environment.password);
    let doc = format!(" A client with the credentials in `{username}` and `{password}`.");
    let tokens = quote! {
        #![doc = " Where a client finds its credentials."]
        use super::runtime::{Client, Result};
        impl Client {
            #[doc = #doc]
            #[doc = ""]
            #[doc = " The error names every variable that is missing."]
            pub fn from_env() -> Result<Self> {
                Self::builder().basic_auth_from_env(#username, #password)?.build()
            }
        }
    };
    OutputFile { path, content: Content::Rust { source: None, tokens } }
}
