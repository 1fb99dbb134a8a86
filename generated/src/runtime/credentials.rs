//! The credentials of a client, and how they get into a request.

use std::borrow::Cow;
use std::collections::BTreeMap;

use http::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::auth::Auth;
use super::base64;
use super::cookies;
use super::http_request::HttpRequest;

const COLON: &str = "the user name of basic authentication holds a colon";
const NOT_GRAPHIC: &str = "the bearer token holds a character that no header can carry";

/// The credentials of a client. There is no `Debug` on purpose.
#[derive(Clone, Default)]
pub(super) struct Credentials {
    basic: Option<(String, SecretString)>,
    bearer: Option<SecretString>,
    client: Option<(String, SecretString)>,
    /// Keys by the names of their schemes.
    keys: BTreeMap<String, SecretString>,
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

    pub(super) fn set_key(&mut self, scheme: String, key: String) {
        self.keys.insert(scheme, SecretString::from(key));
    }

    /// The id and the secret that tokens are fetched with.
    pub(super) fn client(&self) -> Option<(&str, &SecretString)> {
        self.client.as_ref().map(|(id, secret)| (id.as_str(), secret))
    }

    /// Where a token must be fetched first, for a call that `auth` describes.
    pub(super) fn token_url(&self, auth: Auth) -> Option<&'static str> {
        match self.choose(auth) {
            Auth::ClientCredentials(url) if self.bearer.is_none() => Some(url),
            Auth::All(all) => all.iter().find_map(|it| self.token_url(*it)),
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

    /// Adds what `auth` asks for to a request, but for a token that has to be fetched; or says what
    /// the client lacks.
    pub(super) fn authorize(&self, request: &mut HttpRequest, auth: Auth) -> Result<(), String> {
        match self.choose(auth) {
            Auth::None => Ok(()),
            Auth::Basic => self.add_basic(&mut request.headers),
            Auth::ClientCredentials(_) if self.bearer.is_none() => Ok(()),
            Auth::Bearer | Auth::ClientCredentials(_) => self.add_bearer(&mut request.headers),
            Auth::HeaderKey(scheme, name) => {
                add_header(&mut request.headers, name, self.key(auth, scheme)?)
            }
            Auth::QueryKey(scheme, name) => {
                set_query(&mut request.url, name, self.key(auth, scheme)?);
                Ok(())
            }
            Auth::CookieKey(scheme, name) => {
                add_cookie(&mut request.headers, name, self.key(auth, scheme)?)
            }
            Auth::All(all) => all.iter().try_for_each(|it| self.authorize(request, *it)),
            Auth::First(_) => Err(lacks(auth)),
        }
    }

    /// Of alternatives, the first that the client has.
    fn choose(&self, auth: Auth) -> Auth {
        match auth {
            Auth::First(all) => all.iter().copied().find(|it| self.has(*it)).unwrap_or(auth),
            _ => auth,
        }
    }

    fn has(&self, auth: Auth) -> bool {
        match auth {
            Auth::None => true,
            Auth::Basic => self.basic.is_some(),
            Auth::Bearer => self.bearer.is_some(),
            Auth::ClientCredentials(_) => self.bearer.is_some() || self.client.is_some(),
            Auth::HeaderKey(scheme, _) | Auth::QueryKey(scheme, _) | Auth::CookieKey(scheme, _) => {
                self.keys.contains_key(scheme)
            }
            Auth::All(all) => all.iter().all(|it| self.has(*it)),
            Auth::First(all) => all.iter().any(|it| self.has(*it)),
        }
    }

    fn add_basic(&self, headers: &mut HeaderMap) -> Result<(), String> {
        let Some((username, password)) = &self.basic else { return Err(lacks(Auth::Basic)) };
        let pair = format!("{username}:{}", password.expose_secret());
        set(headers, &format!("Basic {}", base64::encode(pair.as_bytes())));
        Ok(())
    }

    fn add_bearer(&self, headers: &mut HeaderMap) -> Result<(), String> {
        let Some(token) = &self.bearer else { return Err(lacks(Auth::Bearer)) };
        set_bearer(headers, token);
        Ok(())
    }

    fn key(&self, auth: Auth, scheme: &str) -> Result<&str, String> {
        self.keys.get(scheme).map(ExposeSecret::expose_secret).ok_or_else(|| lacks(auth))
    }
}

fn lacks(auth: Auth) -> String {
    format!("the client lacks credentials: set {}", auth.setters())
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

fn add_header(headers: &mut HeaderMap, name: &str, key: &str) -> Result<(), String> {
    let value = HeaderValue::from_str(key);
    let (Ok(header), Ok(mut value)) = (HeaderName::from_bytes(name.as_bytes()), value) else {
        return Err(format!("the key of `{name}` holds a character that no header can carry"));
    };
    value.set_sensitive(true);
    headers.insert(header, value);
    Ok(())
}

fn add_cookie(headers: &mut HeaderMap, name: &str, key: &str) -> Result<(), String> {
    let added = cookies::is_value(key).then(|| cookies::append(name, key, headers));
    added
        .flatten()
        .ok_or_else(|| format!("the key of `{name}` holds a character that no cookie can carry"))
}

/// Sets a query parameter, which the URL of a next page may have already.
fn set_query(url: &mut Url, name: &str, key: &str) {
    let is_other = |pair: &(Cow<'_, str>, Cow<'_, str>)| pair.0 != name;
    if !url.query_pairs().all(|pair| is_other(&pair)) {
        let others: Vec<_> = url.query_pairs().filter(is_other).map(owned).collect();
        url.query_pairs_mut().clear().extend_pairs(others);
    }
    url.query_pairs_mut().append_pair(name, key);
}

fn owned((name, value): (Cow<'_, str>, Cow<'_, str>)) -> (String, String) {
    (name.into_owned(), value.into_owned())
}

/// Whether a header can carry a token.
pub(super) fn is_graphic(token: &SecretString) -> bool {
    let mut bytes = token.expose_secret().bytes();
    bytes.all(|byte| byte.is_ascii_graphic())
}
