//! How the lists of a document are paged.

use serde::Serialize;

/// How many items a page has at most, if nobody says.
pub const USUAL_MAXIMUM: u32 = 100;

/// A rule for the lists that it fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paging {
    /// The one operation that it is for, by its `operationId` or as `GET /books`.
    pub operation: Option<String>,
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
    /// A query parameter with the number of a page, and the number of the first.
    Number(String, u32),
    /// Nothing, whatever a list looks like.
    Nothing,
}

impl Paging {
    /// What is to be told if no list is like it.
    #[must_use]
    pub fn absence(&self) -> &'static str {
        match self.by {
            By::Nothing => "no such list is read page by page anyway",
            _ => "no list is paged so",
        }
    }
}
