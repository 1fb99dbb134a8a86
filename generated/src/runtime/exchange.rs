//! Sends a call and receives the whole of its response.

use http::HeaderMap;
use http::Method;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, USER_AGENT};
use url::Url;

use super::call::Call;
use super::cookies;
use super::error::{Error, Result};
use super::fault::Fault;
use super::http_request::HttpRequest;
use super::operation;
use super::origin::Origin;
use super::pairs::Pair;
use super::path::{self, Values};
use super::reply::Reply;
use super::server;
use super::transport::BoxFuture;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const NONE: HeaderValue = HeaderValue::from_static("0");
const NOT_A_HEADER: &str = "holds a character that no header can carry";

/// A response on its way. Nothing is sent before it is first polled.
pub(super) type Exchange = BoxFuture<'static, Result<Reply>>;

/// Sends a call to a URL at its own server. A response other than 2xx is an error.
pub(super) fn exchange(call: &Call, url: Result<Url>) -> Exchange {
    let mut origin = Origin::of(call);
    let request = url.and_then(|url| request(call, url)).map_err(|error| error.at(&origin));
    let (client, auth, limits) = (call.api.client.clone(), call.api.auth, call.limits);
    let expected = call.expected;
    Box::pin(async move {
        let sent = operation::run(&client.0, request?, auth, &limits, &mut origin);
        let received = sent.await?;
        Reply::new(client, origin, received, expected)
    })
}

/// The server that a call goes to: the client's, else the document's.
pub(super) fn server(call: &Call) -> Result<Url> {
    match &call.api.client.0.base_url {
        Some(url) => Ok(url.clone()),
        None => server::parse(call.api.server)
            .map(|url| call.api.client.0.hosts.apply(url))
            .map_err(|reason| Error::config(reason).at(&Origin::of(call))),
    }
}

/// The URL of a call, with its query.
pub(super) fn url(call: &Call) -> Result<Url> {
    if let Some(fault) = call.api.faults.first() {
        return Err(Error::refused(fault.clone()).at(&Origin::of(call)));
    }
    let server = server(call)?;
    let values = Values { own: &call.api.values, defaults: &call.api.client.0.parameters };
    let path = path::expand(call.path, &values)
        .map_err(|fault| Error::refused(fault).at(&Origin::of(call)))?;
    let mut url = server::at(&server, &path);
    if !call.query.is_empty() {
        url.query_pairs_mut().extend_pairs(&call.query);
    }
    for (name, value) in &call.encoded {
        url.query_pairs_mut().append_key_only(name);
        let query = format!("{}={value}", url.query().unwrap_or_default());
        url.set_query(Some(&query));
    }
    Ok(url)
}

/// The request of a call to a URL, with the credentials that are at hand.
pub(super) fn request(call: &Call, url: Url) -> Result<HttpRequest> {
    let settings = &call.api.client.0;
    let (body, media_type) = call.body.render();
    let mut request = HttpRequest::new(call.method.clone(), url, call.path, &call.limits);
    let headers = &mut request.headers;
    headers.insert(ACCEPT, JSON);
    headers.insert(USER_AGENT, settings.user_agent.clone());
    if let Some(media_type) = media_type {
        headers.insert(CONTENT_TYPE, media_type);
    }
    if body.length() == Some(0) && takes_content(&call.method) {
        headers.insert(CONTENT_LENGTH, NONE);
    }
    add_headers(&call.headers, headers).map_err(Error::refused)?;
    cookies::add(&call.cookies, headers).map_err(Error::refused)?;
    request.body = body;
    settings.credentials.authorize(&mut request, call.api.auth).map_err(Error::config)?;
    Ok(request)
}

/// Whether a request without content must say so (RFC 9110, section 8.6).
fn takes_content(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

fn add_headers(pairs: &[Pair], to: &mut HeaderMap) -> Result<(), Fault> {
    for (name, value) in pairs {
        let header = HeaderName::from_bytes(name.as_bytes());
        let value = HeaderValue::from_bytes(value.as_bytes());
        let (Ok(header), Ok(value)) = (header, value) else {
            return Err(Fault::new(name.clone(), NOT_A_HEADER));
        };
        to.insert(header, value);
    }
    Ok(())
}
