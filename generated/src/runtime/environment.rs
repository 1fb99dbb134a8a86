//! Credentials from environment variables.

use std::env;

use super::builder::ClientBuilder;
use super::error::{Error, Result};

/// Environment variables that hold credentials of one kind.
#[derive(Clone, Copy, Debug)]
pub enum Variables {
    /// A user name and a password.
    Basic(&'static str, &'static str),
    /// A token.
    Bearer(&'static str),
    /// The id and the secret that tokens are fetched with.
    ClientCredentials(&'static str, &'static str),
    /// The key of the scheme that is named first.
    Key(&'static str, &'static str),
}

impl Variables {
    fn names(self) -> Vec<&'static str> {
        match self {
            Self::Basic(one, other) | Self::ClientCredentials(one, other) => vec![one, other],
            Self::Bearer(name) | Self::Key(_, name) => vec![name],
        }
    }
}

impl ClientBuilder {
    /// Sets those of the credentials whose variables are set; an empty variable counts as one that is
    /// not.
    ///
    /// # Errors
    /// When none of the credentials are there, or of two variables one is missing; the error names
    /// every variable that is.
    pub fn credentials_from_env(mut self, all: &[Variables]) -> Result<Self> {
        let is_missing = |name: &&str| variable(name).is_none();
        let missing =
            |it: &Variables| it.names().into_iter().filter(is_missing).collect::<Vec<_>>();
        for it in all {
            match (it.names().len(), missing(it).as_slice()) {
                (_, []) => self = self.credentials(*it),
                (2, [name]) => return Err(not_set(name)),
                _ => {}
            }
        }
        if all.iter().all(|it| !missing(it).is_empty()) {
            let names: Vec<String> = all.iter().map(|it| it.names().join(" and ")).collect();
            return Err(not_set(&names.join(", or ")));
        }
        Ok(self)
    }

    fn credentials(self, variables: Variables) -> Self {
        let value = |name| variable(name).unwrap_or_default();
        match variables {
            Variables::Basic(username, password) => {
                self.basic_auth(value(username), value(password))
            }
            Variables::Bearer(token) => self.bearer_auth(value(token)),
            Variables::ClientCredentials(id, secret) => {
                self.client_credentials(value(id), value(secret))
            }
            Variables::Key(scheme, key) => self.api_key_auth(scheme, value(key)),
        }
    }
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn not_set(variables: &str) -> Error {
    Error::config(format!("not set in the environment: {variables}"))
}
