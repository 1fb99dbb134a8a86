//! `client.rs`: where this crate's clients find their credentials.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::credentials::ways;
use super::{Content, OutputFile};
use crate::docs::code;
use crate::model::{Auth, Environment, Model};
use crate::names;

/// Environment variables that hold credentials of one kind.
pub struct Variables {
    /// One or two names.
    pub names: Vec<String>,
    tokens: TokenStream,
}

/// The part of the client that depends on the crate.
pub fn render_client(model: &Model) -> OutputFile {
    let path = "src/client.rs".to_owned();
    if let Some(text) = model.client {
        return OutputFile { path, content: Content::Text(text.to_owned()) };
    }
    let variables = variables(model);
    let from_env = (!variables.is_empty()).then(|| render_from_env(&variables));
    let tokens = quote! {
        #![doc = " Where a client finds its credentials."]
        #from_env
    };
    OutputFile { path, content: Content::Rust { source: None, tokens } }
}

fn render_from_env(variables: &[Variables]) -> TokenStream {
    let doc = format!(" A client with the credentials in {}.", told(variables));
    let variables = variables.iter().map(|it| &it.tokens);
    quote! {
        use super::runtime::{Client, Result, Variables};
        impl Client {
            #[doc = #doc]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = " When none of them are set; the error names every variable that is missing."]
            pub fn from_env() -> Result<Self> {
                Self::builder().credentials_from_env(&[#(#variables),*])?.build()
            }
        }
    }
}

/// The variables of all kinds of credentials that the crate's calls ask for; those of an account where
/// the vendor has its own client.
pub fn variables(model: &Model) -> Vec<Variables> {
    if model.client.is_some() {
        return variables_of(&Auth::Basic, &model.environment)
            .map(|(_, it)| it)
            .into_iter()
            .collect();
    }
    let mut kinds = BTreeMap::new();
    for auth in model.documents.iter().flat_map(ways) {
        if let Some((rank, it)) = variables_of(auth, &model.environment) {
            kinds.insert((rank, it.names.clone()), it);
        }
    }
    kinds.into_values().collect()
}

/// The variables in words, alternatives apart.
pub fn told(variables: &[Variables]) -> String {
    let each = variables
        .iter()
        .map(|it| it.names.iter().map(|name| code(name)).collect::<Vec<_>>().join(" and "));
    each.collect::<Vec<_>>().join(", or ")
}

/// With a rank, so that the kinds have an order.
fn variables_of(auth: &Auth, environment: &Environment) -> Option<(u8, Variables)> {
    let Environment { username, password, prefix } = environment;
    let named = |suffix: &str| format!("{prefix}_{suffix}");
    let (rank, names) = match auth {
        Auth::Basic => (0, vec![username.clone(), password.clone()]),
        Auth::Bearer => (1, vec![named("TOKEN")]),
        Auth::ClientCredentials(_) => (2, vec![named("CLIENT_ID"), named("CLIENT_SECRET")]),
        Auth::Key { scheme, .. } => {
            (3, vec![named(&names::words(scheme).join("_").to_uppercase())])
        }
        Auth::None | Auth::All(_) | Auth::First(_) => return None,
    };
    let tokens = match auth {
        Auth::Basic => quote!(Variables::Basic(#(#names),*)),
        Auth::Bearer => quote!(Variables::Bearer(#(#names),*)),
        Auth::Key { scheme, .. } => quote!(Variables::Key(#scheme, #(#names),*)),
        _ => quote!(Variables::ClientCredentials(#(#names),*)),
    };
    Some((rank, Variables { names, tokens }))
}
