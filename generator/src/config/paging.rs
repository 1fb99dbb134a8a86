//! What a configuration says of the lists of a document.

use serde::Deserialize;
use toml::Spanned;

use super::document::said;
use super::text::Text;
use crate::diagnostics::Diagnostics;
use crate::overrides::{By, Override, Paging};

/// What leads from page to page, and why that must be said.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    next: Option<String>,
    token: Option<String>,
    #[serde(default)]
    link: bool,
    offset: Option<String>,
    number: Option<String>,
    items: Option<String>,
    size: Option<String>,
    #[serde(default = "usual")]
    maximum: u32,
    reason: Spanned<String>,
}

/// How many items a page has at most, if nobody says.
fn usual() -> u32 {
    100
}

pub(super) fn read(text: &Text<'_>, it: Section) -> Result<Override<Paging>, Diagnostics> {
    let by = match (it.next, it.token, it.link, it.offset, it.number) {
        (Some(property), None, false, None, None) => By::Url(property),
        (Some(property), Some(parameter), false, None, None) => By::Token(property, parameter),
        (None, None, true, None, None) => By::Link,
        (None, None, false, Some(parameter), None) => By::Offset(parameter),
        (None, None, false, None, Some(parameter)) => By::Number(parameter),
        _ => return Err(text.wrong(&it.reason, PAGED)),
    };
    let size = it.size.map(|size| (size, it.maximum));
    let span = it.reason.span();
    said(text, &span, Paging { by, items: it.items, size }, it.reason)
}

/// What can lead from page to page.
const PAGED: &str = "say one of `next`, `next` with `token`, `link = true`, `offset` and `number`";
