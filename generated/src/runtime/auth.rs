//! What proves to a server who is calling: RFC 7617 (Basic) and RFC 6750 (Bearer).

use http::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use secrecy::{ExposeSecret, SecretString};

use super::base64;

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

    /// What can be sent where no document says what to send: what there is.
    pub(super) fn any(&self) -> Auth {
        match (&self.basic, &self.bearer) {
            (None, None) => Auth::None,
            _ => Auth::Any,
        }
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

    /// Adds what `auth` asks for to the headers of a request, or says what the client lacks.
    pub(super) fn authorize(
        &self,
        headers: &mut HeaderMap,
        auth: Auth,
    ) -> Result<(), &'static str> {
        match auth {
            Auth::None => Ok(()),
            Auth::Basic => self.basic(headers),
            Auth::Bearer | Auth::ClientCredentials(_) => self.bearer(headers),
            Auth::Any if self.bearer.is_some() => self.bearer(headers),
            Auth::Any => self.basic(headers),
        }
    }

    fn basic(&self, headers: &mut HeaderMap) -> Result<(), &'static str> {
        let Some((username, password)) = &self.basic else {
            return Err("the client has no user name and password: set `basic_auth`");
        };
        let pair = format!("{username}:{}", password.expose_secret());
        set(headers, &format!("Basic {}", base64::encode(pair.as_bytes())));
        Ok(())
    }

    fn bearer(&self, headers: &mut HeaderMap) -> Result<(), &'static str> {
        let Some(token) = &self.bearer else {
            return Err("the client has no token: set `bearer_auth`");
        };
        set_bearer(headers, token);
        Ok(())
    }
}

/// Adds a token to the headers of a request.
pub(super) fn set_bearer(headers: &mut HeaderMap, token: &SecretString) {
    set(headers, &format!("Bearer {}", token.expose_secret()));
}

/// Sets credentials, which are graphic characters by now: every header can carry them.
fn set(headers: &mut HeaderMap, credentials: &str) {
    if let Ok(mut value) = HeaderValue::from_str(credentials) {
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
}

/// Whether a header can carry a token.
pub(super) fn is_graphic(token: &SecretString) -> bool {
    let mut bytes = token.expose_secret().bytes();
    bytes.all(|byte| byte.is_ascii_graphic())
}
