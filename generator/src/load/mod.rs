//! Files and bytes in, a `Document` out: JSON and YAML, with the place of every value on demand.

mod document;
mod fault;
mod json;
mod lines;
mod positions;
mod text;
mod values;
mod yaml;

#[cfg(test)]
mod tests;

pub use document::{Document, Format};

use std::path::Path;

use crate::diagnostics::Diagnostics;

/// The largest file that is read, in bytes: 64 MiB.
pub const MAX_BYTES: usize = 64 << 20;

/// The deepest nesting of objects and arrays that is read.
pub const MAX_DEPTH: usize = 64;

/// Reads a document from a file. `label` is the file's name as diagnostics show it.
///
/// # Errors
///
/// When the file cannot be read, and as [`parse`] does.
pub fn load(path: &Path, label: &str) -> Result<Document, Diagnostics> {
    let bytes = text::read(path).map_err(|fault| fault.named(label))?;
    parse(label, bytes)
}

/// Reads a document from bytes.
///
/// The end of `label` decides between JSON (`.json`) and YAML (`.yaml`, `.yml`); with any other
/// name, text that opens with `{` or `[` is JSON.
///
/// # Errors
///
/// When there are more than [`MAX_BYTES`] bytes, when they are no UTF-8 text, break the syntax, are
/// nested deeper than [`MAX_DEPTH`], or hold no object; and for every key that an object has twice.
pub fn parse(label: &str, bytes: Vec<u8>) -> Result<Document, Diagnostics> {
    let text = text::decode(bytes).map_err(|fault| fault.named(label))?;
    let format = Format::guess(label, &text);
    let parsed = match format {
        Format::Json => json::parse(&text),
        Format::Yaml => yaml::parse(&text),
    };
    let parsed = parsed.map_err(|fault| fault.named(label))?;
    let document = Document::new(label, text, format, parsed.value);
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
