//! Files and bytes in, a `Document` out: JSON and YAML, with the place of every value on demand.

mod canonical;
mod document;
mod fault;
mod json;
mod limits;
mod lines;
mod moves;
mod positions;
mod size;
mod text;
mod values;
mod yaml;

pub mod operations;

#[cfg(test)]
mod tests;

pub use canonical::canonical;
pub use document::{Document, Format};
pub use limits::{Limit, Limits};
pub use lines::end_of;
pub use moves::{Moves, Source};
pub use size::Size;

use std::path::Path;

use crate::diagnostics::Diagnostics;

/// Reads a document from a file. `label` is the file's name as diagnostics show it.
///
/// # Errors
///
/// When the file cannot be read, and as [`parse`] does.
pub fn load(path: &Path, label: &str, limits: &Limits) -> Result<Document, Diagnostics> {
    let bytes = text::read(path, limits).map_err(|fault| fault.named(label))?;
    parse(label, bytes, limits)
}

/// Reads a document from bytes.
///
/// The end of `label` decides between JSON (`.json`) and YAML (`.yaml`, `.yml`); with any other
/// name, text that opens with `{` or `[` is JSON.
///
/// # Errors
///
/// When the bytes are no UTF-8 text, break the syntax, hold no object, or go beyond the limits on
/// bytes, depth or values; and for every key that an object has twice.
pub fn parse(label: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Document, Diagnostics> {
    let text = text::decode(bytes, limits).map_err(|fault| fault.named(label))?;
    let format = Format::guess(label, &text);
    let parsed = match format {
        Format::Json => json::parse(&text, limits),
        Format::Yaml => yaml::parse(&text, limits),
    };
    let parsed = parsed.map_err(|fault| fault.within(&text).named(label))?;
    let document = Document::new(label, text, format, parsed.value, *limits);
    refuse_duplicates(&document, parsed.has_duplicates)?;
    refuse_other_kinds(&document)?;
    Ok(document)
}

/// Reports every repeated key. Their places cost a second reading: only documents with some pay it.
fn refuse_duplicates(document: &Document, has_duplicates: bool) -> Result<(), Diagnostics> {
    if has_duplicates { Err(document.duplicate_keys()) } else { Ok(()) }
}

fn refuse_other_kinds(document: &Document) -> Result<(), Diagnostics> {
    if document.root.is_object() {
        return Ok(());
    }
    Err(document.diagnose(fault::not_an_object(&document.root)).into())
}
