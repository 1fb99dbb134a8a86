//! One page of a list.

use std::borrow::Cow;

use serde_json::Value;
use url::Url;

use super::decoder::{Decoder, kind};
use super::error::{Error, Result};
use super::link;
use super::list;
use super::origin::Origin;
use super::reply::Reply;
use super::server;

/// How a list is paged.
#[derive(Clone, Copy)]
pub(super) struct Pages {
    /// The property of a page that holds its items; if empty, the page is a list of them.
    pub(super) items: &'static str,
    pub(super) next: Next,
}

/// What says which page comes after one. What leads into a page is names with dots between them.
#[derive(Clone, Copy)]
pub(super) enum Next {
    /// Its URL, such as `meta.next_page_url`.
    Url(&'static str),
    /// A token, and the query parameter that takes it.
    Token(&'static str, &'static str),
    /// The header `Link`.
    Link,
    /// The query parameter that has the number of items before a page, from 0 on.
    Offset(&'static str),
    /// The property of the page that is true if there are more, that of an item which names it, and the
    /// query parameter that takes the name of the last.
    Last(&'static str, &'static str, &'static str),
    /// The query parameter that has the number of a page, which the request of the first one has too.
    Number(&'static str),
}

/// The items of one page and where the next one is.
pub(super) struct Page {
    /// What the page calls its items.
    pub(super) name: Cow<'static, str>,
    pub(super) items: Vec<Value>,
    pub(super) next: Option<Url>,
    pub(super) origin: Origin,
}

/// Finds the items in the response to a request of `this` URL, and the next page at the server.
pub(super) fn read(reply: Reply, this: &Url, server: &Url, pages: Pages) -> Result<Page> {
    let mut page = reply.json()?.unwrap_or_default();
    let (name, items) = take_items(&mut page, pages.items, &reply)?;
    let count = items.len();
    let next = match pages.next {
        Next::Url(path) => text(&page, path, "a URL").and_then(|next| by_url(server, this, next)),
        Next::Token(path, parameter) => {
            let token = text(&page, path, "a token");
            token.map(|token| token.map(|token| with(this, parameter, token)))
        }
        Next::Link => by_url(server, this, link::next(reply.headers())),
        Next::Offset(parameter) => Ok(counted(this, parameter, 0, count, count)),
        Next::Number(parameter) => Ok(counted(this, parameter, 1, 1, count)),
        Next::Last(more, id, parameter) => {
            let last = items.last().filter(|_| page[more] == true);
            let id = last.map_or(Ok(None), |item| text(item, id, "an id"));
            id.map(|id| id.map(|id| with(this, parameter, id)))
        }
    };
    let next = next.map_err(|error| error.at(&reply.origin))?;
    Ok(Page { name, items, next, origin: reply.origin })
}

/// The items by the rule of [`list::Page`], and what the page calls them.
fn take_items(
    page: &mut Value,
    name: &'static str,
    reply: &Reply,
) -> Result<(Cow<'static, str>, Vec<Value>)> {
    let mut at = Decoder::new();
    if name.is_empty() {
        return match page.take() {
            Value::Array(items) => Ok((Cow::Borrowed(name), items)),
            other => Err(reply.error(at.refusal("an array", kind(&other)))),
        };
    }
    let found = page.as_object().and_then(|page| list::items(page, name, &mut at));
    let Some(Value::Array(items)) = found.as_ref().map(|name| page[&**name].take()) else {
        at.enter(name);
        return Err(reply.error(at.refusal("an array", page.get(name).map_or("nothing", kind))));
    };
    let found = reply.client.judge(Ok(found.unwrap_or_default()), at);
    Ok((found.map_err(|error| reply.error(error))?, items))
}

/// The text that `path` leads to; none if there is nothing, null or an empty text.
fn text<'p>(
    page: &'p Value,
    path: &'static str,
    expected: &'static str,
) -> Result<Option<&'p str>> {
    let steps = || path.split('.').fold(page, |value, name| &value[name]);
    // A name may have dots itself, as `@odata.nextLink` does.
    match page.get(path).unwrap_or_else(steps) {
        Value::Null => Ok(None),
        Value::String(text) if text.is_empty() => Ok(None),
        Value::String(text) => Ok(Some(text)),
        other => {
            let mut at = Decoder::new();
            at.enter(path);
            Err(Error::decode(at.refusal(expected, kind(other))))
        }
    }
}

/// What the text of a URL in this page means at the server.
fn by_url(server: &Url, this: &Url, next: Option<&str>) -> Result<Option<Url>> {
    let Some(next) = next else { return Ok(None) };
    match server::page(server, this, next) {
        Some(url) => Ok(Some(url)),
        None => Err(Error::page("the next page has no URL that can be read")),
    }
}

/// The URL whose count is higher by so many; none after a page without items, which is the last.
fn counted(this: &Url, parameter: &str, first: u64, step: usize, count: usize) -> Option<Url> {
    let now = this.query_pairs().find(|(name, _)| name == parameter);
    let now = now.and_then(|(_, value)| value.parse().ok()).unwrap_or(first);
    let next = u64::try_from(step).ok().and_then(|step| now.checked_add(step));
    next.filter(|_| count > 0).map(|next| with(this, parameter, &next.to_string()))
}

/// The same URL with another value of a parameter in its query.
fn with(this: &Url, parameter: &str, token: &str) -> Url {
    let mut url = this.clone();
    let others: Vec<(String, String)> =
        this.query_pairs().into_owned().filter(|(name, _)| name != parameter).collect();
    url.query_pairs_mut().clear().extend_pairs(others).append_pair(parameter, token);
    url
}
