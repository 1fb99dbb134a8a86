//! The text of a configuration: what it says, the places in it, and what cannot be understood.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::Error;

use super::bad;
use crate::diagnostics::{Diagnostic, Diagnostics, Excerpt, Place, did_you_mean, nearest};
use crate::load::end_of;

/// A configuration as it is written.
pub(super) struct Text<'t> {
    /// The file's name as diagnostics show it.
    pub(super) label: String,
    pub(super) text: &'t str,
}

impl Text<'_> {
    /// What it says.
    pub(super) fn parse<T: DeserializeOwned>(&self) -> Result<T, Diagnostics> {
        toml::from_str(self.text).map_err(|error| self.misunderstood(&error).into())
    }

    /// The place of a span of its bytes.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        let before = self.text.get(..span.start).unwrap_or_default();
        let (line, column) = end_of(before);
        let excerpt = Some(Excerpt::of(self.text, span));
        Place { excerpt, ..Place::new(&self.label, line, column) }
    }

    /// What is wrong at a place.
    pub(super) fn wrong(&self, at: &Spanned<String>, message: &str) -> Diagnostics {
        let place = Some(self.place(&at.span()));
        Diagnostic { place, ..bad(message.to_owned()) }.into()
    }

    /// An override says why.
    pub(super) fn refuse_empty(&self, reason: &Spanned<String>) -> Result<(), Diagnostics> {
        match reason.get_ref().trim() {
            "" => Err(self.wrong(reason, "`reason` says nothing")),
            _ => Ok(()),
        }
    }

    fn misunderstood(&self, error: &Error) -> Diagnostic {
        let place = self.place(&error.span().unwrap_or_default());
        let help = way_out(error.message());
        Diagnostic { place: Some(place), help, ..bad(error.message().to_owned()) }
    }
}

/// What may have been meant. Of an unknown key, serde names that one first and then all that it knows,
/// each between backticks.
fn way_out(message: &str) -> Option<String> {
    if message == "missing field `reason`" {
        return Some("say why it is so: `reason = \"…\"`".to_owned());
    }
    let mut words = message.split('`').skip(1).step_by(2);
    let unknown = words.next().filter(|_| message.starts_with("unknown field"))?;
    nearest(unknown, words).map(did_you_mean)
}
