//! The URL that all paths of an API are relative to (OpenAPI, Server Object).

use url::Url;

/// Reads a server's URL: absolute, http or https, with nothing but a host and a path.
///
/// The errors do not repeat the URL, in which somebody may have put a password.
pub(super) fn parse(text: &str) -> Result<Url, &'static str> {
    let Ok(url) = Url::parse(text) else {
        return Err("the server is not an absolute URL: set `base_url`");
    };
    if !is_http(&url) {
        return Err("the server's URL is neither http nor https");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the server's URL holds credentials: set them at the client");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("the server's URL has a query or a fragment");
    }
    Ok(url)
}

/// The server and the path of a URL's template; all of it is a path if it names no scheme.
pub(super) fn split(template: &'static str) -> (&'static str, &'static str) {
    let Some((scheme, rest)) = template.split_once("://") else { return ("", template) };
    match rest.find('/') {
        _ if scheme.contains('/') => ("", template),
        Some(path) => template.split_at(template.len() - rest.len() + path),
        None => (template, "/"),
    }
}

/// What may be shown of a server's URL: scheme, host and port. Its path may be a secret.
pub(super) fn shown(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    Some(url.origin().ascii_serialization())
}

/// The URL of a path, which begins with `/`, at a server.
pub(super) fn at(server: &Url, path: &str) -> Url {
    let mut url = server.clone();
    url.set_path(&format!("{}{path}", prefix(server)));
    url
}

/// The URL of the page that `this` page calls `next`, at the server, whatever host it names: what a
/// response says must not decide where credentials go. `None` if the text is no URL of http or https.
pub(super) fn page(server: &Url, this: &Url, next: &str) -> Option<Url> {
    let next = this.join(next).ok()?;
    if !is_http(&next) {
        return None;
    }
    let inside = next.path().strip_prefix(prefix(server));
    let path = match inside {
        Some(path) if path.is_empty() || path.starts_with('/') => path,
        _ => next.path(),
    };
    let mut url = at(server, path);
    url.set_query(next.query());
    Some(url)
}

fn is_http(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

fn prefix(server: &Url) -> &str {
    server.path().trim_end_matches('/')
}
