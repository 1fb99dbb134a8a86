//! Access tokens by client credentials (RFC 6749, section 4.4), fetched once and kept while valid.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use reqwest::Method;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};
use tokio::sync::Mutex;
use url::Url;
use url::form_urlencoded::Serializer;

use super::api_error::ApiError;
use super::client::Settings;
use super::decoder::Decoder;
use super::error::{Error, Result};
use super::origin::Origin;
use super::server;

const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// How long a token is kept whose end is not said.
const UNSAID: Duration = Duration::from_secs(300);
/// How long before its end a token is no longer sent.
const MARGIN: Duration = Duration::from_secs(30);
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
}

async fn fetch(url: &'static str, settings: &Settings) -> Result<Token> {
    let mut origin = Origin::new(Method::POST, url);
    let request = request(url, settings).map_err(|error| error.at(&origin))?;
    let asked = Instant::now();
    let broken = |error| Error::transport(error);
    let mut response = request.send().await.map_err(broken).map_err(|error| error.at(&origin))?;
    let status = response.status();
    origin.status = Some(status.as_u16());
    let mut body = Vec::new();
    while let Some(chunk) =
        response.chunk().await.map_err(broken).map_err(|error| error.at(&origin))?
    {
        if body.len() + chunk.len() > MAX_BODY {
            return Err(Error::too_large(MAX_BODY).at(&origin));
        }
        body.extend_from_slice(&chunk);
    }
    if !status.is_success() {
        return Err(Error::api(ApiError::read(status, None, &body)).at(&origin));
    }
    read(&body, asked).map_err(|error| error.at(&origin))
}

fn request(url: &'static str, settings: &Settings) -> Result<reqwest::RequestBuilder> {
    let Some((id, secret)) = settings.credentials.client() else {
        return Err(Error::config(
            "the client has no token: set `client_credentials` or `bearer_auth`",
        ));
    };
    let mut form = Serializer::new(String::new());
    form.append_pair("grant_type", "client_credentials")
        .append_pair("client_id", id)
        .append_pair("client_secret", secret.expose_secret());
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, JSON);
    headers.insert(CONTENT_TYPE, FORM);
    let request = settings.http.post(place(url, settings)?).headers(headers);
    Ok(request.body(form.finish()).timeout(settings.timeout))
}

/// Where tokens come from: below the client's base URL, if it has one.
fn place(url: &'static str, settings: &Settings) -> Result<Url> {
    let document = server::parse(url).map_err(Error::config)?;
    Ok(match &settings.base_url {
        Some(base) => server::at(base, document.path()),
        None => settings.hosts.apply(document),
    })
}

/// Reads a successful answer (RFC 6749, section 5.1).
fn read(body: &[u8], asked: Instant) -> Result<Token> {
    let answer: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    let Some(Value::String(text)) = answer.get("access_token") else {
        let mut at = Decoder::new();
        at.enter("access_token");
        return Err(Error::decode(at.refusal("a token", "none")));
    };
    let seconds = answer.get("expires_in").and_then(Value::as_u64);
    let lives = seconds.map_or(UNSAID, Duration::from_secs);
    let until = asked.checked_add(lives.saturating_sub(MARGIN)).unwrap_or(asked);
    Ok(Token { text: SecretString::from(text.clone()), until })
}
