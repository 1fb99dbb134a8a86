//! Walks over the pages of a list, one page in memory at a time.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::iter::Enumerate;
use std::task::{Context, Poll, ready};
use std::vec;

use serde_json::Value;
use url::Url;

use super::call::Call;
use super::cause::Cause;
use super::decoder::{DecodeError, Decoder};
use super::error::{Error, Result};
use super::exchange::{self, Exchange};
use super::limits::Limits;
use super::origin::Origin;
use super::page::{self, Page, Pages};
use super::pairs;
use super::reply::Reply;

/// The most bytes that the URL of a page may have: servers need not take more than about so many (RFC
/// 9110, section 4.1), and all of them are kept.
const LONGEST_URL: usize = 8 << 10;

const REPEATED: &str = "the next page is one that was already read";
const TOO_LONG: &str = "the URL of the next page has more than 8 KiB";

/// Where a walk over pages stands. After an error it is over.
pub(super) struct Pager {
    call: Call,
    pages: Pages,
    /// How many items may still be given out.
    left: usize,
    seen: BTreeSet<String>,
    next: Option<Result<Url>>,
    /// The page that is read or was read last.
    this: Option<Url>,
    fetching: Option<Exchange>,
    items: Enumerate<vec::IntoIter<Value>>,
    /// What the current page calls them.
    name: Cow<'static, str>,
    origin: Origin,
}

impl Pager {
    pub(super) fn new(mut call: Call, pages: Pages) -> Self {
        set_page_size(&mut call);
        Self {
            left: call.limit.unwrap_or(usize::MAX),
            next: Some(exchange::url(&call)),
            origin: Origin::of(&call),
            pages,
            seen: BTreeSet::new(),
            this: None,
            fetching: None,
            items: Vec::new().into_iter().enumerate(),
            name: Cow::Borrowed(pages.items),
            call,
        }
    }

    /// The next item and its index in its page.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<(usize, Value)>>> {
        while self.left > 0 {
            if let Some(item) = self.items.next() {
                self.left -= 1;
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.poll_page(context)) {
                Some(Ok(page)) => self.turn_to(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
        Poll::Ready(None)
    }

    pub(super) fn limits(&mut self) -> &mut Limits {
        &mut self.call.limits
    }

    /// Gives out no more items.
    pub(super) fn stop(&mut self) {
        self.left = 0;
    }

    /// A decoder that stands at an item of the current page.
    pub(super) fn decoder(&self, index: usize) -> Decoder {
        let mut at = Decoder::new();
        match &self.name {
            Cow::Borrowed("") => {}
            Cow::Borrowed(name) => at.enter(name),
            Cow::Owned(name) => at.enter_key(name),
        }
        at.enter_index(index);
        at
    }

    /// What becomes of an item that may have deviations.
    pub(super) fn judge<T>(
        &self,
        item: Result<T, DecodeError>,
        at: Decoder,
    ) -> Result<T, DecodeError> {
        self.call.api.client.judge(item, at)
    }

    pub(super) fn error(&self, error: DecodeError) -> Error {
        Error::decode(error).at(&self.origin)
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Page>>> {
        if self.fetching.is_none() {
            match self.next.take() {
                Some(Ok(url)) => self.fetch(url),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
        let Some(fetching) = &mut self.fetching else {
            return Poll::Ready(None);
        };
        let reply = ready!(fetching.as_mut().poll(context));
        self.fetching = None;
        Poll::Ready(Some(reply.and_then(|reply| self.read(reply))))
    }

    fn fetch(&mut self, url: Url) {
        self.seen.insert(url.as_str().to_owned());
        self.this = Some(url.clone());
        self.fetching = Some(exchange::exchange(&self.call, Ok(url)));
    }

    fn read(&self, reply: Reply) -> Result<Page> {
        let server = exchange::server(&self.call)?;
        page::read(reply, self.this.as_ref().unwrap_or(&server), &server, self.pages)
    }

    fn turn_to(&mut self, page: Page) {
        self.items = page.items.into_iter().enumerate();
        self.name = page.name;
        self.origin = page.origin;
        self.next = page.next.map(|url| self.admit(url));
    }

    /// The URL of a page, if it may be read.
    fn admit(&self, url: Url) -> Result<Url> {
        let most = self.call.limits.pages;
        let cause = match url.as_str() {
            text if text.len() > LONGEST_URL => Cause::Page(TOO_LONG),
            text if self.seen.contains(text) => Cause::Page(REPEATED),
            _ if self.seen.len() >= most => Cause::TooManyPages(most),
            _ => return Ok(url),
        };
        Err(Error::new(cause).at(&self.origin))
    }
}

/// Asks for no more items than the limit needs, unless the caller set a page size.
fn set_page_size(call: &mut Call) {
    let (Some(limit), Some((name, maximum))) = (call.limit, call.page_size) else {
        return;
    };
    if call.has_query(name) {
        return;
    }
    let size = u32::try_from(limit).unwrap_or(maximum).min(maximum);
    pairs::set(&mut call.query, name, vec![size.to_string()]);
}
