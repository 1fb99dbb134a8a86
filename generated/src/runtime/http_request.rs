//! A request as it goes over the wire.

use std::fmt;
use std::time::Duration;

use http::HeaderMap;
use http::Method;
use url::Url;

use super::content::Content;
use super::http_response::HttpBody;
use super::limits::Limits;

/// One HTTP request, with all that is sent of it.
///
/// Its `Debug` shows no value: the URL, the headers and the body hold secrets.
#[derive(Clone)]
#[non_exhaustive]
pub struct HttpRequest {
    /// The method, such as `GET`.
    pub method: Method,
    /// Where the request goes, with its query.
    pub url: Url,
    /// The path as the document has it, such as `/things/{id}`, without any values.
    pub template: &'static str,
    /// The headers, but for those that belong to the connection.
    pub headers: HeaderMap,
    /// The content; empty if there is none.
    pub body: Content,
    /// How long a connection for it may take to be made, if one has to be.
    pub connect_timeout: Duration,
}

impl HttpRequest {
    pub(super) fn new(method: Method, url: Url, template: &'static str, limits: &Limits) -> Self {
        let (headers, body, connect_timeout) =
            (HeaderMap::new(), Content::default(), limits.connect);
        Self { method, url, template, headers, body, connect_timeout }
    }
}

/// As the HTTP stacks of the `http` crate's family take it.
impl TryFrom<HttpRequest> for http::Request<HttpBody> {
    type Error = http::Error;

    fn try_from(it: HttpRequest) -> Result<Self, http::Error> {
        let builder = http::Request::builder().method(it.method).uri(it.url.as_str());
        let mut request = builder.body(it.body.body())?;
        *request.headers_mut() = it.headers;
        Ok(request)
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("template", &self.template)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
