//! Settings of a client, checked when it is built.

use std::fmt;
use std::sync::Arc;

use http::header::HeaderValue;
use url::Url;

use super::budget::Budget;
use super::client::{Client, Hook, Settings};
use super::connections::Connections;
use super::credentials::Credentials;
use super::decoder::Deviation;
use super::error::{Error, Result};
use super::fault::Fault;
use super::hooks::Hooks;
use super::hosts::Hosts;
use super::http_request::HttpRequest;
use super::http_response::HttpResponse;
use super::limits::{Limits, limit_setters, page_limit_setter};
use super::pairs::{self, Pair};
use super::param::Param;
use super::path::encoded;
use super::server;
use super::tokens::Tokens;
use super::transport::Transport;

const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

/// Collects the settings of a [`Client`].
#[derive(Clone)]
#[must_use = "a builder makes nothing until `build` is called"]
pub struct ClientBuilder {
    transport: Option<Arc<dyn Transport>>,
    base_url: Option<String>,
    hosts: Hosts,
    parameters: Vec<Pair>,
    /// Values of these that cannot be sent.
    faults: Vec<Fault>,
    credentials: Credentials,
    user_agent: String,
    limits: Limits,
    hooks: Hooks,
    on_deviation: Option<Hook>,
    strict: bool,
}

impl ClientBuilder {
    pub(super) fn new() -> Self {
        Self {
            transport: None,
            base_url: None,
            hosts: Hosts::default(),
            parameters: Vec::new(),
            faults: Vec::new(),
            credentials: Credentials::default(),
            user_agent: USER_AGENT.to_owned(),
            limits: Limits::default(),
            hooks: Hooks::default(),
            on_deviation: None,
            strict: false,
        }
    }

    /// Sets a user name, which may hold no colon, and a password (RFC 7617).
    pub fn basic_auth(mut self, username: impl Into<String>, password: impl Into<String>) -> Self {
        self.credentials.set_basic(username.into(), password.into());
        self
    }

    /// Sets a bearer token (RFC 6750).
    pub fn bearer_auth(mut self, token: impl Into<String>) -> Self {
        self.credentials.set_bearer(token.into());
        self
    }

    /// Sets what access tokens are fetched with, where a document says so (RFC 6749, section 4.4).
    ///
    /// A token is fetched by the first call that needs it and kept until 30 seconds before its end.
    pub fn client_credentials(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.credentials.set_client(id.into(), secret.into());
        self
    }

    /// Sets the key of a security scheme, which the document names (OpenAPI, `apiKey`): the document
    /// says too whether it goes into a header, the query or a cookie.
    pub fn api_key_auth(mut self, scheme: impl Into<String>, key: impl Into<String>) -> Self {
        self.credentials.set_key(scheme.into(), key.into());
        self
    }

    /// Sets the value of a path parameter for every call that is given none.
    pub fn parameter<P: Param>(mut self, name: &'static str, value: P) -> Self {
        self.faults.retain(|fault| fault.parameter != name);
        self.faults.extend(value.fault().map(|reason| Fault::new(name, reason)));
        pairs::set(&mut self.parameters, name, vec![encoded(&value.text())]);
        self
    }

    /// Puts a label into the host of every server that is one label below `domain`: at position 0
    /// `a` makes `api.example.com` `api.a.example.com`, and at position 1 `b` adds `.b` behind it.
    ///
    /// Without effect beside a base URL.
    pub fn host_label(
        mut self,
        domain: &'static str,
        position: usize,
        label: impl Into<String>,
    ) -> Self {
        self.hosts.set(domain, position, label.into());
        self
    }

    /// Puts this label there if another label is set and none at that position.
    pub fn default_host_label(
        mut self,
        domain: &'static str,
        position: usize,
        label: &'static str,
    ) -> Self {
        self.hosts.set_default(domain, position, label);
        self
    }

    /// Sends every call to this server instead of the one that its document names.
    ///
    /// The URL is http or https and may have a path, under which the paths of the calls then lie.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    limit_setters!();
    page_limit_setter!();

    fn limits(&mut self) -> &mut Limits {
        &mut self.limits
    }

    /// Sets the `User-Agent` header: the name and version of this crate if not set.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }

    /// Calls `hook` with every request before it is sent, each time that it is: to add a header, or
    /// to take note. It sees credentials and values.
    pub fn before_request(
        mut self,
        hook: impl Fn(&mut HttpRequest) + Send + Sync + 'static,
    ) -> Self {
        self.hooks.add_before(hook);
        self
    }

    /// Calls `hook` with the head of every response, whatever its status is, before its body is read.
    pub fn after_response(
        mut self,
        hook: impl Fn(&HttpRequest, &HttpResponse) + Send + Sync + 'static,
    ) -> Self {
        self.hooks.add_after(hook);
        self
    }

    /// Calls `hook` with every value in a response that breaks its schema and was read all the same.
    pub fn on_deviation(mut self, hook: impl Fn(&Deviation) + Send + Sync + 'static) -> Self {
        self.on_deviation = Some(Arc::new(hook));
        self
    }

    /// Takes every value that breaks its schema for an error of kind
    /// [`Decode`](super::ErrorKind::Decode), with its path: for tests that watch an API for changes.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Sends through this: a `reqwest::Client` with its own proxies and certificates, another HTTP
    /// stack, or a fake.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    /// When the base URL, the user agent, a credential or a parameter cannot be used, or TLS cannot be
    /// set up.
    pub fn build(self) -> Result<Client> {
        if let Some(fault) = self.credentials.fault().or(self.hosts.fault()) {
            return Err(Error::config(fault));
        }
        if let Some(fault) = self.faults.first() {
            return Err(Error::refused(fault.clone()));
        }
        Ok(Client(Arc::new(Settings {
            base_url: self.parse_base_url()?,
            user_agent: self.parse_user_agent()?,
            transport: self.connect()?,
            hosts: self.hosts,
            parameters: self.parameters,
            credentials: self.credentials,
            tokens: Tokens::default(),
            limits: self.limits,
            budget: Budget::default(),
            hooks: self.hooks,
            on_deviation: self.on_deviation,
            strict: self.strict,
        })))
    }

    fn parse_base_url(&self) -> Result<Option<Url>> {
        match &self.base_url {
            Some(url) => server::parse(url).map(Some).map_err(Error::config),
            None => Ok(None),
        }
    }

    fn parse_user_agent(&self) -> Result<HeaderValue> {
        HeaderValue::from_str(&self.user_agent)
            .map_err(|_| Error::config("the user agent holds a character that no header can carry"))
    }

    fn connect(&self) -> Result<Arc<dyn Transport>> {
        if let Some(transport) = &self.transport {
            return Ok(Arc::clone(transport));
        }
        Ok(Arc::new(Connections::new(self.limits.connect).map_err(Error::tls)?))
    }
}

/// Nothing of the settings: some are secret.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").finish_non_exhaustive()
    }
}
