//! The client: connections, credentials and settings, shared by all its calls.

use std::fmt;
use std::sync::Arc;

use http::Method;
use http::header::HeaderValue;
use url::Url;

use super::api::Api;
use super::auth::Auth;
use super::budget::Budget;
use super::builder::ClientBuilder;
use super::call::Call;
use super::credentials::Credentials;
use super::decoder::{DecodeError, Decoder, Deviation};
use super::hooks::Hooks;
use super::hosts::Hosts;
use super::limits::Limits;
use super::pairs::Pair;
use super::server;
use super::tokens::Tokens;
use super::transport::Transport;

/// A client; a clone of it shares the same connections.
#[derive(Clone)]
pub struct Client(pub(super) Arc<Settings>);

/// What is called with each deviation.
pub(super) type Hook = Arc<dyn Fn(&Deviation) + Send + Sync>;

/// What the builder settled.
pub(super) struct Settings {
    pub(super) transport: Arc<dyn Transport>,
    pub(super) base_url: Option<Url>,
    pub(super) hosts: Hosts,
    pub(super) credentials: Credentials,
    pub(super) tokens: Tokens,
    /// The values of path parameters that a call may leave out.
    pub(super) parameters: Vec<Pair>,
    pub(super) user_agent: HeaderValue,
    pub(super) limits: Limits,
    pub(super) budget: Budget,
    pub(super) hooks: Hooks,
    pub(super) on_deviation: Option<Hook>,
    pub(super) strict: bool,
}

impl Client {
    /// A builder with the default settings and no credentials.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// The API of a document: its server and its security scheme.
    pub fn api(&self, server: &'static str, auth: Auth) -> Api {
        Api { client: self.clone(), server, auth, values: Vec::new(), faults: Vec::new() }
    }

    /// A call that is in no document: any method, and the template of a URL, such as
    /// `https://api.example.com/v1/things/{id}`. What is in braces is set with [`Call::path`].
    ///
    /// A client with a base URL sends it there, with the template's path under its own. It is sent
    /// with the token of the client or its user name and password, if there are any; [`Call::auth`]
    /// asks for other credentials or for none.
    pub fn request(&self, method: Method, url: &'static str) -> Call {
        let (server, path) = server::split(url);
        Call::new(&self.api(server, Auth::ANY), method, path)
    }

    /// Tells the hook of the deviations in what was decoded. A strict client takes the first for an
    /// error, unless there was one already.
    pub(super) fn judge<T>(
        &self,
        decoded: Result<T, DecodeError>,
        at: Decoder,
    ) -> Result<T, DecodeError> {
        let deviations = at.into_deviations();
        if let Some(hook) = &self.0.on_deviation {
            deviations.iter().for_each(|deviation| hook(deviation));
        }
        match deviations.into_iter().next() {
            Some(first) if self.0.strict => decoded.and(Err(first.into())),
            _ => decoded,
        }
    }
}

/// The host of the base URL, and never a credential.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base_url = self.0.base_url.as_ref().and_then(|url| server::shown(url.as_str()));
        f.debug_struct("Client").field("base_url", &base_url).finish_non_exhaustive()
    }
}
