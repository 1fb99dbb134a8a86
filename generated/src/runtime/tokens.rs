//! Access tokens by client credentials (RFC 6749, section 4.4), fetched once and kept while valid.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use http::Method;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue, USER_AGENT};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};
use tokio::sync::Mutex;
use url::Url;
use url::form_urlencoded::Serializer;

use super::api_error::ApiError;
use super::client::Settings;
use super::credentials;
use super::decoder::Decoder;
use super::error::{Error, Result};
use super::http_request::HttpRequest;
use super::limits::Limits;
use super::operation;
use super::origin::Origin;
use super::server;

const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// How long a token is kept whose end is not said.
const UNSAID: Duration = Duration::from_secs(300);
/// How long before its end a token is no longer sent.
const MARGIN: Duration = Duration::from_secs(30);
/// The type of the tokens that are sent (RFC 6750).
const BEARER: &str = "bearer";
/// A token is a short text; more than this is not read.
const MAX_BODY: usize = 1 << 20;

/// The tokens of a client, by the URL that gives them.
///
/// The lock is held while one is fetched: calls that need it wait and find it. Who stops waiting
/// gives the lock back, and the next in line fetches anew.
#[derive(Default)]
pub(super) struct Tokens(Mutex<BTreeMap<&'static str, Token>>);

struct Token {
    text: SecretString,
    until: Instant,
}

impl Tokens {
    /// A token that is valid now, fetched if there is none.
    pub(super) async fn get(&self, url: &'static str, settings: &Settings) -> Result<SecretString> {
        let mut tokens = self.0.lock().await;
        if let Some(token) = tokens.get(url).filter(|token| Instant::now() < token.until) {
            return Ok(token.text.clone());
        }
        let token = fetch(url, settings).await?;
        let text = token.text.clone();
        tokens.insert(url, token);
        Ok(text)
    }

    /// Forgets a token that a server would not have, unless another has taken its place.
    pub(super) async fn forget(&self, url: &'static str, text: &SecretString) {
        let mut tokens = self.0.lock().await;
        let is_refused = |token: &Token| token.text.expose_secret() == text.expose_secret();
        if tokens.get(url).is_some_and(is_refused) {
            tokens.remove(url);
        }
    }
}

async fn fetch(url: &'static str, settings: &Settings) -> Result<Token> {
    let mut origin = Origin::new(Method::POST, url);
    let request = request(url, settings).map_err(|error| error.at(&origin))?;
    let limits = Limits { body: MAX_BODY, ..settings.limits };
    let asked = Instant::now();
    let received = operation::repeat(settings, &request, &limits, &mut origin).await?;
    if !received.status.is_success() {
        return Err(Error::api(ApiError::read(&received, None)).at(&origin));
    }
    read(&received.body, asked).map_err(|error| error.at(&origin))
}

fn request(url: &'static str, settings: &Settings) -> Result<HttpRequest> {
    let Some((id, secret)) = settings.credentials.client() else {
        return Err(Error::config(
            "the client has no token: set `client_credentials` or `bearer_auth`",
        ));
    };
    let mut form = Serializer::new(String::new());
    form.append_pair("grant_type", "client_credentials")
        .append_pair("client_id", id)
        .append_pair("client_secret", secret.expose_secret());
    let (_, template) = server::split(url);
    let mut request =
        HttpRequest::new(Method::POST, place(url, settings)?, template, &settings.limits);
    request.headers.insert(ACCEPT, JSON);
    request.headers.insert(CONTENT_TYPE, FORM);
    request.headers.insert(USER_AGENT, settings.user_agent.clone());
    request.body = form.finish().into();
    Ok(request)
}

/// Where tokens come from: below the client's base URL, if it has one.
fn place(url: &'static str, settings: &Settings) -> Result<Url> {
    let document = server::parse(url).map_err(Error::config)?;
    Ok(match &settings.base_url {
        Some(base) => server::at(base, document.path()),
        None => settings.hosts.apply(document),
    })
}

/// Reads a successful answer (RFC 6749, section 5.1). A token of another type would have to be sent in
/// another way (section 7.1); one whose type is not said is taken for what is sent.
fn read(body: &[u8], asked: Instant) -> Result<Token> {
    let answer: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    let Some(Value::String(text)) = answer.get("access_token") else {
        return Err(no_token("none"));
    };
    let kind = answer.get("token_type").and_then(Value::as_str).unwrap_or(BEARER);
    if !kind.eq_ignore_ascii_case(BEARER) {
        return Err(refusal("token_type", "`bearer`", "another type"));
    }
    let text = SecretString::from(text.clone());
    if !credentials::is_graphic(&text) {
        return Err(no_token("text that no header can carry"));
    }
    let seconds = answer.get("expires_in").and_then(Value::as_u64);
    let lives = seconds.map_or(UNSAID, Duration::from_secs);
    let until = asked.checked_add(lives.saturating_sub(MARGIN)).unwrap_or(asked);
    Ok(Token { text, until })
}

fn no_token(found: &'static str) -> Error {
    refusal("access_token", "a token", found)
}

fn refusal(name: &'static str, expected: &'static str, found: &'static str) -> Error {
    let mut at = Decoder::new();
    at.enter(name);
    Error::decode(at.refusal(expected, found))
}
