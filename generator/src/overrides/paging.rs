//! How the lists of a document are paged.

use serde::Serialize;

/// A rule for the lists that it fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paging {
    /// What leads from one page to the next.
    pub by: By,
    /// The property of a page that holds its items; without one, the page is a list, or has only one.
    pub items: Option<String>,
    /// The query parameter for the size of a page, and its maximum where the document names none.
    pub size: Option<(String, u32)>,
}

/// What leads from one page to the next. Properties are names with dots between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum By {
    /// A property with the URL of the next page.
    Url(String),
    /// A property with a token, and the query parameter that takes it.
    Token(String, String),
    /// The header `Link` (RFC 8288).
    Link,
    /// A query parameter with the number of items before a page, from 0 on.
    Offset(String),
    /// A query parameter with the number of a page, from 1 on.
    Number(String),
}
