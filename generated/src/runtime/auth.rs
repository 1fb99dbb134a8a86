//! What proves to a server who is calling: RFC 7617 (Basic) and RFC 6750 (Bearer).

use reqwest::RequestBuilder;
use secrecy::{ExposeSecret, SecretString};

/// The security scheme that the document asks for (OpenAPI, Security Requirement Object).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Auth {
    /// No credentials; none are sent even if the client has some.
    None,
    /// A user name and a password.
    Basic,
    /// A token.
    Bearer,
    /// A token that the client fetches from this URL with its client credentials (RFC 6749, section
    /// 4.4), unless it has one.
    ClientCredentials(&'static str),
    /// A token or, if the client has none, a user name and a password.
    Any,
}

const COLON: &str = "the user name of basic authentication holds a colon";
const NOT_GRAPHIC: &str = "the bearer token holds a character that no header can carry";

/// The credentials of a client. There is no `Debug` on purpose.
#[derive(Clone, Default)]
pub(super) struct Credentials {
    basic: Option<(String, SecretString)>,
    bearer: Option<SecretString>,
    client: Option<(String, SecretString)>,
}

impl Credentials {
    pub(super) fn set_basic(&mut self, username: String, password: String) {
        self.basic = Some((username, SecretString::from(password)));
    }

    pub(super) fn set_bearer(&mut self, token: String) {
        self.bearer = Some(SecretString::from(token));
    }

    pub(super) fn set_client(&mut self, id: String, secret: String) {
        self.client = Some((id, SecretString::from(secret)));
    }

    /// The id and the secret that tokens are fetched with.
    pub(super) fn client(&self) -> Option<(&str, &SecretString)> {
        self.client.as_ref().map(|(id, secret)| (id.as_str(), secret))
    }

    /// Where a token must be fetched first, for a call that `auth` describes.
    pub(super) fn token_url(&self, auth: Auth) -> Option<&'static str> {
        match auth {
            Auth::ClientCredentials(url) if self.bearer.is_none() => Some(url),
            _ => None,
        }
    }

    /// Why the credentials could not be sent, if so.
    pub(super) fn fault(&self) -> Option<&'static str> {
        match &self.basic {
            Some((username, _)) if username.contains(':') => return Some(COLON),
            _ => {}
        }
        match &self.bearer {
            Some(token) if !is_graphic(token) => Some(NOT_GRAPHIC),
            _ => None,
        }
    }

    /// Adds what `auth` asks for to a request, or says what the client lacks.
    pub(super) fn authorize(
        &self,
        request: RequestBuilder,
        auth: Auth,
    ) -> Result<RequestBuilder, &'static str> {
        match auth {
            Auth::None => Ok(request),
            Auth::Basic => self.basic(request),
            Auth::Bearer | Auth::ClientCredentials(_) => self.bearer(request),
            Auth::Any if self.bearer.is_some() => self.bearer(request),
            Auth::Any => self.basic(request),
        }
    }

    fn basic(&self, request: RequestBuilder) -> Result<RequestBuilder, &'static str> {
        match &self.basic {
            Some((username, password)) => {
                Ok(request.basic_auth(username, Some(password.expose_secret())))
            }
            None => Err("the client has no user name and password: set `basic_auth`"),
        }
    }

    fn bearer(&self, request: RequestBuilder) -> Result<RequestBuilder, &'static str> {
        match &self.bearer {
            Some(token) => Ok(request.bearer_auth(token.expose_secret())),
            None => Err("the client has no token: set `bearer_auth`"),
        }
    }
}

fn is_graphic(token: &SecretString) -> bool {
    let mut bytes = token.expose_secret().bytes();
    bytes.all(|byte| byte.is_ascii_graphic())
}
