//! Whether a webhook was sent by Twilio: <https://www.twilio.com/docs/usage/security>.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use secrecy::{ExposeSecret, SecretString};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use url::{Url, form_urlencoded};

/// What JavaScript leaves as it is in a query that it writes anew.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The query parameter that holds the digest of a body which is no form.
const DIGEST: &str = "bodySHA256";

/// Tells requests that Twilio signed from others, by their `X-Twilio-Signature` header.
///
/// The signature is over the URL that Twilio was told to call, with its query, as Twilio wrote it:
/// behind a proxy that is not the URL that a server sees. A signature is accepted for the URL with and
/// without a port, since Twilio signs one or the other. Signatures are compared in constant time.
#[derive(Clone)]
pub struct Validator(SecretString);

impl Validator {
    /// A validator of the requests that an account's auth token signs.
    pub fn new(auth_token: impl Into<String>) -> Self {
        Self(SecretString::from(auth_token.into()))
    }

    /// Whether Twilio sent a request with this form as its body, or with none.
    ///
    /// The names and the values are decoded; a name may be there several times.
    pub fn is_form<N, V>(
        &self,
        signature: &str,
        url: &str,
        form: impl IntoIterator<Item = (N, V)>,
    ) -> bool
    where
        N: Into<String>,
        V: Into<String>,
    {
        let mut fields: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (name, value) in form {
            fields.entry(name.into()).or_default().insert(value.into());
        }
        let mut signed = String::new();
        for (name, values) in &fields {
            for value in values {
                signed.push_str(name);
                signed.push_str(value);
            }
        }
        self.is_signed(signature, url, &signed)
    }

    /// Whether Twilio sent a request with this body, which is JSON or anything else but a form: its
    /// SHA-256 must be the one that the query of the URL holds.
    pub fn is_body(&self, signature: &str, url: &str, body: &[u8]) -> bool {
        has_digest(url, body) && self.is_signed(signature, url, "")
    }

    /// The URL as it came is tried first; then as servers in JavaScript write it anew.
    fn is_signed(&self, signature: &str, url: &str, form: &str) -> bool {
        let Ok(signature) = STANDARD.decode(signature) else { return false };
        let mut urls = vec![without_port(url), with_port(url)];
        if let Ok(normalized) = Url::parse(url) {
            let (short, long) = (without_port(normalized.as_str()), with_port(normalized.as_str()));
            urls.extend([with_escaped_query(&short), with_escaped_query(&long), short, long]);
        }
        let mut verdict = false;
        for url in urls {
            verdict |= self.verify(&signature, &url, form);
        }
        verdict
    }

    fn verify(&self, signature: &[u8], url: &str, form: &str) -> bool {
        let token = self.0.expose_secret().as_bytes();
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(token) else { return false };
        mac.update(url.as_bytes());
        mac.update(form.as_bytes());
        mac.verify_slice(signature).is_ok()
    }
}

/// Nothing of the token.
impl fmt::Debug for Validator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Validator").finish_non_exhaustive()
    }
}

fn has_digest(url: &str, body: &[u8]) -> bool {
    let url = url.split('#').next().unwrap_or_default();
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let Some((_, digest)) = pairs.find(|(name, _)| name == DIGEST) else { return false };
    let computed: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
    computed.len() == digest.len()
        && computed.bytes().zip(digest.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// A URL in its parts, none of them changed: scheme, user, host, port with its colon, rest.
fn split(url: &str) -> Option<[&str; 5]> {
    let (scheme, behind) = url.split_at(url.find("://")? + 3);
    let (authority, rest) = behind.split_at(behind.find(['/', '?', '#']).unwrap_or(behind.len()));
    let (user, place) = authority.split_at(authority.rfind('@').map_or(0, |at| at + 1));
    let bracket = place.rfind(']').unwrap_or(0);
    let colon = place[bracket..].find(':').map_or(place.len(), |colon| bracket + colon);
    let (host, port) = place.split_at(colon);
    Some([scheme, user, host, port, rest])
}

fn without_port(url: &str) -> String {
    match split(url) {
        Some([scheme, user, host, _, rest]) => [scheme, user, host, rest].concat(),
        None => url.to_owned(),
    }
}

/// The URL with the port of its scheme, unless it has one.
fn with_port(url: &str) -> String {
    match split(url) {
        Some([scheme, user, host, "", rest]) => {
            let port = if scheme.eq_ignore_ascii_case("https://") { ":443" } else { ":80" };
            [scheme, user, host, port, rest].concat()
        }
        _ => url.to_owned(),
    }
}

/// The URL with each name and value of its query decoded and escaped again.
fn with_escaped_query(url: &str) -> String {
    let Some((before, query)) = url.split_once('?') else { return url.to_owned() };
    let escape = |text: &str| {
        let text = text.replace('+', " ");
        let decoded = percent_decode_str(&text).decode_utf8_lossy();
        utf8_percent_encode(&decoded, ESCAPED).to_string()
    };
    let pairs: Vec<String> = query
        .split('&')
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            format!("{}={}", escape(name), escape(value))
        })
        .collect();
    format!("{before}?{}", pairs.join("&"))
}
