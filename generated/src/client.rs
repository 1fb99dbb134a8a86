//! How clients of Twilio are made: credentials, region and edge, as Twilio's own libraries take them.

use std::env;

use super::runtime::{Client, ClientBuilder, Result, Sid, Variables};

const DOMAIN: &str = "twilio.com";
const ACCOUNT: &str = "AccountSid";
const TOKEN: Variables = Variables::Basic("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN");

/// Where a region goes in a host: `product.edge.region.twilio.com`.
const EDGE: usize = 0;
const REGION: usize = 1;

/// The region of an edge whose own is not said.
const DEFAULT_REGION: &str = "us1";

impl Client {
    /// A client for an account, with its SID and auth token.
    ///
    /// # Errors
    /// When a credential cannot be sent, or TLS cannot be set up.
    pub fn new(account_sid: impl Into<String>, auth_token: impl Into<String>) -> Result<Self> {
        Self::builder().account(account_sid, auth_token).build()
    }

    /// A client as the environment describes it: see [`ClientBuilder::from_env`].
    ///
    /// # Errors
    /// When a variable is missing, with the names of all that are, and as [`Client::new`].
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_env()?.build()
    }
}

impl ClientBuilder {
    /// Takes `TWILIO_API_KEY` and `TWILIO_API_SECRET` if both are set, else `TWILIO_ACCOUNT_SID` and
    /// `TWILIO_AUTH_TOKEN`; and beside them `TWILIO_CLIENT_ID` and `TWILIO_CLIENT_SECRET`, which
    /// some APIs ask for and which are enough alone for those.
    ///
    /// `TWILIO_ACCOUNT_SID` is the account of calls that name none; `TWILIO_REGION` and `TWILIO_EDGE`
    /// say where they go. An empty variable counts as one that is not set.
    ///
    /// # Errors
    /// When the account's SID or its token is missing and nothing else is there, with the names of
    /// all variables that are missing.
    pub fn from_env() -> Result<Self> {
        let mut builder = Client::builder();
        let account = variable("TWILIO_ACCOUNT_SID");
        let key = both("TWILIO_API_KEY", "TWILIO_API_SECRET");
        let client = both("TWILIO_CLIENT_ID", "TWILIO_CLIENT_SECRET");
        let has_token = variable("TWILIO_AUTH_TOKEN").is_some();
        builder = match (key, &client) {
            (Some((key, secret)), _) => builder.basic_auth(key, secret),
            (None, Some(_)) if !has_token => builder,
            (None, _) => builder.credentials_from_env(&[TOKEN])?,
        };
        if let Some((id, secret)) = client {
            builder = builder.client_credentials(id, secret);
        }
        if let Some(account) = account {
            builder = builder.account_sid(account);
        }
        if let Some(region) = variable("TWILIO_REGION") {
            builder = builder.region(region);
        }
        if let Some(edge) = variable("TWILIO_EDGE") {
            builder = builder.edge(edge);
        }
        Ok(builder)
    }

    /// Authenticates as an account, which is also the account of calls that name none.
    pub fn account(self, sid: impl Into<String>, auth_token: impl Into<String>) -> Self {
        let sid = sid.into();
        self.account_sid(sid.clone()).basic_auth(sid, auth_token)
    }

    /// Authenticates with an API key (`SK…`) and its secret, for an account.
    pub fn api_key(
        self,
        account_sid: impl Into<String>,
        key: impl Into<String>,
        secret: impl Into<String>,
    ) -> Self {
        self.account_sid(account_sid).basic_auth(key, secret)
    }

    /// Sets the account of calls that name none: `AC` and 32 hexadecimal digits.
    pub fn account_sid(self, sid: impl Into<String>) -> Self {
        self.parameter(ACCOUNT, Sid::<'A', 'C'>::from(sid.into()))
    }

    /// Sends every call to a region, such as `ie1`; see
    /// <https://www.twilio.com/docs/global-infrastructure>. Without effect beside a base URL.
    pub fn region(self, region: impl Into<String>) -> Self {
        self.host_label(DOMAIN, REGION, region)
    }

    /// Sends every call through an edge, such as `dublin`: to the region `us1` if none is set.
    /// Without effect beside a base URL.
    pub fn edge(self, edge: impl Into<String>) -> Self {
        self.host_label(DOMAIN, EDGE, edge).default_host_label(DOMAIN, REGION, DEFAULT_REGION)
    }
}

fn both(one: &str, other: &str) -> Option<(String, String)> {
    variable(one).zip(variable(other))
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
