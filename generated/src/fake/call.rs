//! A request as a test looks at it.

use std::fmt;

use http::header::{AUTHORIZATION, USER_AGENT};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::form_urlencoded;

use super::super::runtime::{HeaderMap, HttpRequest, Method};
use super::catalogue::Operation;

type Pairs = Vec<(String, String)>;

/// A request that a [`Fake`](super::Fake) has received.
///
/// Its `Debug` shows the values: they are a test's own.
#[derive(Clone)]
pub struct Call {
    operation: String,
    template: &'static str,
    method: Method,
    path: Pairs,
    query: Pairs,
    form: Pairs,
    json: Option<Value>,
    headers: HeaderMap,
}

impl Call {
    pub(super) fn of(operation: &Operation, request: &HttpRequest) -> Self {
        let media_type = request.headers.get(http::header::CONTENT_TYPE);
        let is_form = media_type.is_some_and(|it| it == "application/x-www-form-urlencoded");
        // What is not in memory is no form and no JSON.
        let body = request.body.bytes().unwrap_or_default();
        let form = if is_form { &*body } else { &[] };
        Self {
            operation: operation.full_name(),
            template: request.template,
            method: request.method.clone(),
            path: path_parameters(request.template, request.url.path()),
            query: request.url.query_pairs().into_owned().collect(),
            form: form_urlencoded::parse(form).into_owned().collect(),
            json: serde_json::from_slice(&body).ok().filter(|_| !is_form),
            headers: request.headers.clone(),
        }
    }

    /// The operation, behind its module: `chat_v2::FetchChannel`.
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path as the document has it, without values.
    pub fn template(&self) -> &'static str {
        self.template
    }

    /// The value of a path parameter.
    pub fn path(&self, name: &str) -> Option<&str> {
        first(&self.path, name)
    }

    /// The value of a query parameter; of several, the first.
    pub fn query(&self, name: &str) -> Option<&str> {
        first(&self.query, name)
    }

    /// All of the query, in the order in which it was sent.
    pub fn query_pairs(&self) -> &[(String, String)] {
        &self.query
    }

    /// The value of a field of the form; of several, the first.
    pub fn form(&self, name: &str) -> Option<&str> {
        first(&self.form, name)
    }

    /// All of the form, in the order in which it was sent.
    pub fn form_pairs(&self) -> &[(String, String)] {
        &self.form
    }

    /// The body, if it is JSON.
    pub fn json(&self) -> Option<&Value> {
        self.json.as_ref()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Whether the same was asked: who asks, and in which order the values stand, does not matter.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.operation == other.operation
            && sorted(&self.path) == sorted(&other.path)
            && sorted(&self.query) == sorted(&other.query)
            && sorted(&self.form) == sorted(&other.form)
            && self.json == other.json
            && own_headers(&self.headers) == own_headers(&other.headers)
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.operation)
            .field("path", &self.path)
            .field("query", &self.query)
            .field("form", &self.form)
            .field("json", &self.json)
            .finish_non_exhaustive()
    }
}

fn first<'p>(pairs: &'p Pairs, name: &str) -> Option<&'p str> {
    pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.as_str())
}

fn sorted(pairs: &Pairs) -> Vec<&(String, String)> {
    let mut pairs: Vec<_> = pairs.iter().collect();
    pairs.sort();
    pairs
}

fn own_headers(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    headers.remove(AUTHORIZATION);
    headers.remove(USER_AGENT);
    headers
}

/// The values in a path, of which the template is the end: a server may have a path before it.
fn path_parameters(template: &'static str, path: &str) -> Pairs {
    let mut pairs = Vec::new();
    for (template, segment) in template.rsplit('/').zip(path.rsplit('/')) {
        let mut rest = segment;
        let mut pieces = template.split('{');
        rest = rest.strip_prefix(pieces.next().unwrap_or_default()).unwrap_or(rest);
        for (name, literal) in pieces.filter_map(|piece| piece.split_once('}')) {
            let end = if literal.is_empty() { None } else { rest.find(literal) };
            let (value, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = after.strip_prefix(literal).unwrap_or(after);
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            pairs.push((name.to_owned(), value));
        }
    }
    pairs
}
