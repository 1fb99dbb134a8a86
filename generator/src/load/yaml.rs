//! YAML 1.2 text in, values out.

use serde::de::DeserializeSeed;
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Error, Location, Options};

use super::fault::{self, Fault};
use super::values::{Notes, Parsed, Reader};
use super::{MAX_BYTES, MAX_DEPTH};

/// How YAML is read: scalars as YAML 1.2 has them, repeated keys passed on to be counted here.
pub(super) fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: 2 * MAX_DEPTH,
            max_events: MAX_BYTES,
            max_nodes: MAX_BYTES,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    }
}

/// Reads the one YAML document of the text.
pub(super) fn parse(text: &str) -> Result<Parsed, Fault> {
    let notes = Notes::default();
    let value =
        serde_saphyr::with_deserializer_from_str_with_options(text, options(), |deserializer| {
            Reader::new(&notes).deserialize(deserializer)
        })
        .map_err(|error| explain(&notes, error.without_snippet()))?;
    Ok(Parsed { value, has_duplicates: notes.has_duplicates.get() })
}

fn explain(notes: &Notes, error: &Error) -> Fault {
    let location = error.location().unwrap_or(Location::UNKNOWN);
    let (line, column) = (location.line() as usize, location.column() as usize);
    match error {
        _ if notes.too_deep.get() => fault::too_deep(line, column),
        Error::Budget { .. } | Error::AliasReplayLimitExceeded { .. } => {
            fault::too_many(line, column)
        }
        Error::AliasError { error, .. } => explain(notes, error),
        Error::NonFiniteFloat { value, .. } => fault::not_json(value, line, column),
        Error::MultipleDocuments { .. } => {
            fault::syntax("one YAML document", "a second one follows", line, column)
        }
        other => explain_words(&other.to_string(), line, column),
    }
}

/// Goes by the parser's words, less the place that they end in.
fn explain_words(message: &str, line: usize, column: usize) -> Fault {
    match message.rsplit_once(" at line ").map_or(message, |(reason, _)| reason) {
        // The scanner looks ahead and meets its own limit before the reader meets the one here.
        "recursion limit exceeded" => fault::too_deep(line, column),
        reason => fault::syntax("YAML", reason, line, column),
    }
}
