//! What `openapiv3` would misread is written in another way that means the same.

mod callbacks;
mod empty_fields;
pub(super) mod enums;
mod path_items;
mod reference_siblings;

use std::borrow::Cow;

use serde_json::Value;

use super::dialect::Origins;
use super::reference::Reference;

/// Rewrites a document that passed all checks. One that needs nothing is not copied.
pub(super) fn rewrite<'a>(
    root: &'a Value,
    references: &[Reference<'_>],
    (empty_fields, enums): (&[(String, &str)], &[String]),
    origins: &mut Origins,
) -> Cow<'a, Value> {
    let mut root = Cow::Borrowed(root);
    empty_fields::rewrite(&mut root, empty_fields);
    enums::rewrite(&mut root, enums, origins);
    reference_siblings::rewrite(&mut root, references);
    path_items::rewrite(&mut root, origins);
    callbacks::rewrite(&mut root);
    root
}
