//! An operation and what a test has planned for it → a response.

use http::header::{CONTENT_TYPE, HeaderValue, LOCATION};
use serde_json::{Map, Value, json};
use url::Url;

use super::super::runtime::{HttpBody, HttpRequest, HttpResponse, StatusCode};
use super::catalogue::{Counting, Operation, Paging};

/// The query parameter by which the fake knows the pages of lists that are paged by URL.
const PAGE: &str = "fake-page";

const ELSEWHERE: HeaderValue = HeaderValue::from_static("https://fake.invalid/elsewhere");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What a test has planned for an operation.
#[derive(Clone)]
pub struct Plan {
    /// The test's own status and body.
    pub own: Option<(u16, Value)>,
    pub pages: usize,
}

impl Default for Plan {
    fn default() -> Self {
        Self { own: None, pages: 1 }
    }
}

/// The access token that a client asks for before its first call; no operation of a document.
pub fn token(request: &HttpRequest) -> Option<HttpResponse> {
    let is_asked = request.template.contains("://");
    let token = json!({"access_token": "fake", "token_type": "bearer", "expires_in": 3600});
    is_asked.then(|| response(200, Some(JSON), token.to_string()))
}

/// The test's own answer, else the documented one.
pub fn answer(operation: &Operation, request: &HttpRequest, plan: &Plan) -> HttpResponse {
    let media_type = operation.media_type.as_deref().and_then(|it| HeaderValue::from_str(it).ok());
    let (status, media_type, body) = match &plan.own {
        Some((status, body)) => (*status, Some(JSON), body.to_string()),
        None => (operation.status, media_type, operation.body.clone()),
    };
    let is_page = (200..300).contains(&status) && (plan.own.is_none() || plan.pages > 1);
    let body = match (&operation.paging, &operation.counting) {
        (Some(paging), _) if is_page => turned(&body, paging, request, plan.pages),
        (_, Some(counting)) if is_page => counted(&body, counting, request, plan.pages),
        _ => body,
    };
    response(status, media_type, body)
}

/// The body of a page, which has no items behind the last.
fn counted(body: &str, counting: &Counting, request: &HttpRequest, pages: usize) -> String {
    let mut page = serde_json::from_str(body).unwrap_or(Value::Null);
    let asked = request.url.query_pairs().find(|(name, _)| *name == counting.parameter);
    let asked = asked.and_then(|(_, count)| count.parse::<usize>().ok());
    let items = match counting.items.as_str() {
        "" => Some(&mut page),
        name => page.get_mut(name),
    };
    let Some(items) = items else { return body.to_owned() };
    let end = match counting.of_items {
        true => pages * items.as_array().map_or(0, Vec::len),
        false => pages + counting.first,
    };
    if asked.is_some_and(|count| count >= end) {
        *items = json!([]);
    }
    format!("{page:#}")
}

fn response(status: u16, media_type: Option<HeaderValue>, body: String) -> HttpResponse {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let mut response = HttpResponse::new(status, HttpBody::from(body));
    if status.is_redirection() {
        response.headers.insert(LOCATION, ELSEWHERE);
    }
    if let Some(media_type) = media_type {
        response.headers.insert(CONTENT_TYPE, media_type);
    }
    response
}

/// The body of a page, with the place of the one that comes after it.
fn turned(body: &str, paging: &Paging, request: &HttpRequest, pages: usize) -> String {
    let parameter = paging.token.as_deref().unwrap_or(PAGE);
    let this = request.url.query_pairs().find(|(name, _)| name == parameter);
    let next = this.map_or(1, |(_, page)| page.parse::<usize>().unwrap_or_default() + 1);
    let next = match &paging.token {
        _ if next >= pages => Value::Null,
        Some(_) => Value::from(next.to_string()),
        None => Value::from(with_page(&request.url, next).as_str()),
    };
    let mut page = serde_json::from_str(body).unwrap_or(Value::Null);
    put(&mut page, &paging.next, next);
    format!("{page:#}")
}

fn with_page(url: &Url, page: usize) -> Url {
    let pairs = url.query_pairs().into_owned().filter(|(name, _)| name != PAGE);
    let pairs: Vec<(String, String)> = pairs.collect();
    let mut url = url.clone();
    url.query_pairs_mut().clear().extend_pairs(pairs).append_pair(PAGE, &page.to_string());
    url
}

/// Puts a value where names with dots between them lead to; objects on the way are made. A name may have
/// dots itself.
fn put(body: &mut Value, path: &str, value: Value) {
    if let Some(place) = body.get_mut(path) {
        *place = value;
        return;
    }
    let mut place = body;
    for name in path.split('.') {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[name];
    }
    *place = value;
}
