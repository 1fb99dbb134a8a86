//! JSON text (RFC 8259) in, values out.

use serde::de::DeserializeSeed;
use serde_json::{Deserializer, Error};

use super::fault::{self, Fault};
use super::limits::Limits;
use super::lines;
use super::values::{Notes, Parsed, Reader};

/// Reads one JSON value that fills the text.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Parsed, Fault> {
    let notes = Notes::default();
    let mut deserializer = Deserializer::from_str(text);
    let value = Reader::new(&notes, limits)
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| explain(text, &notes, limits, &error))?;
    Ok(Parsed { value, has_duplicates: notes.has_duplicates.get() })
}

fn explain(text: &str, notes: &Notes, limits: &Limits, error: &Error) -> Fault {
    let line = error.line();
    let column = lines::characters(text, line, error.column());
    if let Some(limit) = notes.over.get() {
        return fault::over(limit, limits, line, column);
    }
    let message = error.to_string();
    let reason = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason);
    fault::syntax("JSON", reason, line, column)
}
