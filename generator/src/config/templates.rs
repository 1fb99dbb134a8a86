//! Templates that a user has in the place of Bindery's own.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::text::Text;
use super::{bad, unreadable};
use crate::diagnostics::{Diagnostic, Diagnostics, did_you_mean, nearest, quote};
use crate::render::holes;

/// A file, and why it is used.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Template {
    path: String,
    reason: Spanned<String>,
}

/// The text of a template, in which these names may stand.
pub(super) fn read(
    folder: &Path,
    text: &Text<'_>,
    it: Template,
    names: &[&str],
) -> Result<String, Diagnostics> {
    text.refuse_empty(&it.reason)?;
    let path = folder.join(&it.path);
    let template = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
    let own = Text { label: path.display().to_string(), text: &template };
    let unknown = holes(&template).filter(|(_, name)| !names.contains(name));
    let problems: Diagnostics = unknown.map(|(at, name)| no_value(&own, at, name, names)).collect();
    if problems.is_empty() { Ok(template) } else { Err(problems) }
}

fn no_value(own: &Text<'_>, at: usize, name: &str, names: &[&str]) -> Diagnostic {
    let help = match nearest(name, names.iter().copied()) {
        Some(near) => did_you_mean(near),
        None => format!("the names are: {}", names.join(", ")),
    };
    let problem = bad(format!("there is no value {}", quote(name))).with_help(help);
    Diagnostic { place: Some(own.place(&(at..at + name.len()))), ..problem }
}
