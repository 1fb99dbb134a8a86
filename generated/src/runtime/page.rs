//! One page of a list.

use serde_json::Value;
use url::Url;

use super::decoder::{Decoder, kind};
use super::error::{Error, Result};
use super::origin::Origin;
use super::reply::Reply;
use super::server;

/// How a list is paged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    /// The property of a page that holds its items.
    pub items: &'static str,
    /// The path, with dots, to the URL of the next page, such as `meta.next_page_url`.
    pub next: &'static str,
    /// The query parameter that sets how many items a page has, and the most that it may ask for.
    pub size: Option<(&'static str, u32)>,
}

/// The items of one page and where the next one is.
pub(super) struct Page {
    pub(super) items: Vec<Value>,
    pub(super) next: Option<Url>,
    pub(super) origin: Origin,
}

/// Finds the items in a response, and the next page at the server.
pub(super) fn read(reply: Reply, server: &Url, pages: Pages) -> Result<Page> {
    let mut page = reply.json()?.unwrap_or_default();
    let next = next(&page, server, pages.next).map_err(|error| error.at(&reply.origin))?;
    let items = match page.get_mut(pages.items).map(Value::take) {
        Some(Value::Array(items)) => items,
        other => {
            let mut at = Decoder::new();
            at.enter(pages.items);
            let found = other.as_ref().map_or("nothing", kind);
            return Err(reply.error(at.refusal("an array", found)));
        }
    };
    Ok(Page { items, next, origin: reply.origin })
}

/// The URL of the next page: none if there is no text where it should be.
fn next(page: &Value, server: &Url, path: &'static str) -> Result<Option<Url>> {
    let mut value = page;
    for name in path.split('.') {
        value = &value[name];
    }
    match value {
        Value::Null => Ok(None),
        Value::String(text) if text.is_empty() => Ok(None),
        Value::String(text) => match server::page(server, text) {
            Some(url) => Ok(Some(url)),
            None => Err(Error::page("the next page has no URL that can be read")),
        },
        other => {
            let mut at = Decoder::new();
            at.enter(path);
            Err(Error::decode(at.refusal("a URL", kind(other))))
        }
    }
}
