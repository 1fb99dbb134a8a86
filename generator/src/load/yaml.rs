//! YAML 1.2 text in, values out.

use serde::de::DeserializeSeed;
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Error, Location, Options};

use super::fault::{self, Fault};
use super::values::{Notes, Parsed, Reader};
use super::{Limit, Limits};

/// How YAML is read: scalars as YAML 1.2 has them, repeated keys passed on to be counted here.
///
/// The reader of values counts what it is given, and the parser stops before it has looked too far
/// ahead: a value has two events at most, and a key stands beside it.
pub(super) fn options(limits: &Limits) -> Options {
    let events = limits.values.saturating_mul(4);
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: 2 * limits.of(Limit::Depth),
            max_events: events,
            max_nodes: events,
            max_aliases: limits.values,
            max_anchors: limits.values,
            max_total_scalar_bytes: limits.bytes,
            enforce_alias_anchor_ratio: false,
        },
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: events },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    }
}

/// Reads the one YAML document of the text.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Parsed, Fault> {
    let notes = Notes::default();
    let options = options(limits);
    let value =
        serde_saphyr::with_deserializer_from_str_with_options(text, options, |deserializer| {
            Reader::new(&notes, limits).deserialize(deserializer)
        })
        .map_err(|error| explain(&notes, limits, error.without_snippet()))?;
    Ok(Parsed { value, has_duplicates: notes.has_duplicates.get() })
}

fn explain(notes: &Notes, limits: &Limits, error: &Error) -> Fault {
    let location = error.location().unwrap_or(Location::UNKNOWN);
    let (line, column) = (location.line() as usize, location.column() as usize);
    if let Some(limit) = notes.over.get() {
        return fault::over(limit, limits, line, column);
    }
    match error {
        Error::Budget { .. } | Error::AliasReplayLimitExceeded { .. } => {
            fault::over(Limit::Values, limits, line, column)
        }
        Error::AliasError { error, .. } => explain(notes, limits, error),
        Error::NonFiniteFloat { value, .. } => fault::not_json(value, line, column),
        Error::MultipleDocuments { .. } => {
            fault::syntax("one YAML document", "a second one follows", line, column)
        }
        other => explain_words(&other.to_string(), limits, line, column),
    }
}

/// Goes by the parser's words, less the place that they end in.
fn explain_words(message: &str, limits: &Limits, line: usize, column: usize) -> Fault {
    match message.rsplit_once(" at line ").map_or(message, |(reason, _)| reason) {
        // The scanner looks ahead and meets its own limit before the reader meets the one here.
        "recursion limit exceeded" => fault::over(Limit::Depth, limits, line, column),
        reason => fault::syntax("YAML", reason, line, column),
    }
}
