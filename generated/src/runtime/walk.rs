//! What leads a call from page to page of a list, and how many items it asks for.

use super::call::Call;
use super::decode::Decode;
use super::items::Items;
use super::page::{Next, Pages};
use super::pairs;

impl Call {
    /// Ends a stream of items after so many of them.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Says which query parameter sets how many items a page has, and the most that it may ask for.
    pub fn page_size(mut self, name: &'static str, maximum: u32) -> Self {
        self.page_size = Some((name, maximum));
        self
    }

    /// Makes the limit the value of a parameter that the document calls so, where only one page is asked for,
    /// unless the caller set another.
    pub fn limit_as(mut self, name: &'static str) -> Self {
        if let Some(limit) = self.limit.filter(|_| !self.has_query(name)) {
            pairs::set(&mut self.query, name, vec![limit.to_string()]);
        }
        self
    }

    pub(super) fn has_query(&self, name: &str) -> bool {
        self.query.iter().any(|pair| pair.0 == name)
    }

    /// The items of all pages, each page requested when its first item is.
    ///
    /// `items` is the property of a page that holds its items; `next` leads, with dots between the
    /// names, to the URL of the next page.
    pub fn items<T: Decode>(self, items: &'static str, next: &'static str) -> Items<T> {
        Items::new(self, Pages { items, next: Next::Url(next) })
    }

    /// The items of all pages, where the header `Link` leads from each to the next (RFC 8288). Without a
    /// name for its items, a page is a list of them; so it is in what follows.
    pub fn items_by_link<T: Decode>(self, items: &'static str) -> Items<T> {
        Items::new(self, Pages { items, next: Next::Link })
    }

    /// The items of all pages, where the query parameter has the number of items before a page; one
    /// without items is the last.
    pub fn items_by_offset<T: Decode>(
        self,
        items: &'static str,
        parameter: &'static str,
    ) -> Items<T> {
        Items::new(self, Pages { items, next: Next::Offset(parameter) })
    }

    /// The items of all pages, where the query parameter has the number of a page, which is `first` for the
    /// first unless the caller set another; one without items is the last.
    pub fn items_by_number<T: Decode>(
        mut self,
        items: &'static str,
        parameter: &'static str,
        first: u32,
    ) -> Items<T> {
        if !self.has_query(parameter) {
            pairs::set(&mut self.query, parameter, vec![first.to_string()]);
        }
        Items::new(self, Pages { items, next: Next::Number(parameter) })
    }

    /// The items of all pages, where a page says in `more` that it is not the last, and the query parameter
    /// takes the `id` of its last item for the next one.
    pub fn items_by_last<T: Decode>(
        self,
        items: &'static str,
        more: &'static str,
        id: &'static str,
        parameter: &'static str,
    ) -> Items<T> {
        Items::new(self, Pages { items, next: Next::Last(more, id, parameter) })
    }

    /// The items of all pages, where `next` leads to a token, which the query parameter `parameter`
    /// takes for the next page.
    pub fn items_by_token<T: Decode>(
        self,
        items: &'static str,
        next: &'static str,
        parameter: &'static str,
    ) -> Items<T> {
        Items::new(self, Pages { items, next: Next::Token(next, parameter) })
    }
}
