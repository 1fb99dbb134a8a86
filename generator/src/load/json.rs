//! JSON text (RFC 8259) in, values out.

use serde::de::DeserializeSeed;
use serde_json::{Deserializer, Error};

use super::fault::{self, Fault};
use super::lines;
use super::values::{Notes, Parsed, Reader};

/// Reads one JSON value that fills the text.
pub(super) fn parse(text: &str) -> Result<Parsed, Fault> {
    let notes = Notes::default();
    let mut deserializer = Deserializer::from_str(text);
    let value = Reader::new(&notes)
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| explain(text, &notes, &error))?;
    Ok(Parsed { value, has_duplicates: notes.has_duplicates.get() })
}

fn explain(text: &str, notes: &Notes, error: &Error) -> Fault {
    let line = error.line();
    let column = lines::characters(text, line, error.column());
    if notes.too_deep.get() {
        return fault::too_deep(line, column);
    }
    let message = error.to_string();
    let reason = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason);
    fault::syntax("JSON", reason, line, column)
}
