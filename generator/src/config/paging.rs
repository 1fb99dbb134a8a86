//! What a configuration says of the lists of a document.

use serde::Deserialize;
use toml::Spanned;

use super::document::said;
use super::text::Text;
use crate::diagnostics::Diagnostics;
use crate::overrides::{By, Override, Paging, USUAL_MAXIMUM};

/// What leads from page to page, and why that must be said.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    operation: Option<String>,
    next: Option<String>,
    token: Option<String>,
    #[serde(default)]
    link: bool,
    offset: Option<String>,
    number: Option<String>,
    first: Option<u32>,
    #[serde(default)]
    none: bool,
    items: Option<String>,
    size: Option<String>,
    maximum: Option<u32>,
    reason: Spanned<String>,
}

pub(super) fn read(text: &Text<'_>, it: Section) -> Result<Override<Paging>, Diagnostics> {
    if it.first.is_some() && it.number.is_none() {
        return Err(
            text.wrong(&it.reason, "`first` is the first `number`: say which parameter has it")
        );
    }
    if it.none && (it.items.is_some() || it.size.is_some() || it.maximum.is_some()) {
        return Err(text
            .wrong(&it.reason, "`none` is of all lists that the rule is for, or one `operation`"));
    }
    let by = match (it.next, it.token, it.link, it.offset, it.number, it.none) {
        (Some(property), None, false, None, None, false) => By::Url(property),
        (Some(property), Some(parameter), false, None, None, false) => {
            By::Token(property, parameter)
        }
        (None, None, true, None, None, false) => By::Link,
        (None, None, false, Some(parameter), None, false) => By::Offset(parameter),
        (None, None, false, None, Some(number), false) => By::Number(number, it.first.unwrap_or(1)),
        (None, None, false, None, None, true) => By::Nothing,
        _ => return Err(text.wrong(&it.reason, PAGED)),
    };
    let size = it.size.map(|size| (size, it.maximum.unwrap_or(USUAL_MAXIMUM)));
    let span = it.reason.span();
    said(text, &span, Paging { operation: it.operation, by, items: it.items, size }, it.reason)
}

/// What can lead from page to page.
const PAGED: &str = "say one of `next`, `next` with `token`, `link = true`, `offset`, `number` and \
                     `none = true`";
