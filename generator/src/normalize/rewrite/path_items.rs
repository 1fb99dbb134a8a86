//! A path item that is a reference becomes what it leads to.

use std::borrow::Cow;

use serde_json::Value;

use crate::diagnostics::escape_token;
use crate::load::operations::paths;
use crate::normalize::dialect::Origins;
use crate::normalize::reference::{Target, target};
use crate::normalize::resolve::resolve;

pub(super) fn rewrite(root: &mut Cow<'_, Value>, origins: &mut Origins) {
    let references = paths(root).filter_map(|(path, item)| {
        let text = item.get("$ref")?.as_str()?;
        let Target::Local(tokens) = target(text) else { return None };
        let from: String = tokens.iter().map(|token| format!("/{}", escape_token(token))).collect();
        Some((format!("/paths/{}", escape_token(path)), from, resolve(root, item)?.clone()))
    });
    for (to, from, item) in references.collect::<Vec<_>>() {
        if let Some(place) = root.to_mut().pointer_mut(&to) {
            *place = item;
            let from = origins.of(&from);
            origins.moved(to, from);
        }
    }
}
