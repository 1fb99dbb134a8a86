//! Where a decoder stands in a body, and what it found there that the document does not promise.

use std::fmt;

use serde_json::Value;

use super::decode::Decode;
use super::trial::{Noted, Trial};

/// One step from a JSON value to a value inside it.
#[derive(Clone, Debug)]
enum Step {
    Property(&'static str),
    /// Named by the body alone: it may be personal.
    Key(String),
    Index(usize),
}

/// The state of decoding one body: the current path, the deviations so far and the first error.
///
/// ```text
/// channels[3].date_created
/// ```
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    path: Vec<Step>,
    deviations: Vec<Deviation>,
    error: Option<DecodeError>,
    pub(super) trial: Trial,
}

impl Decoder {
    /// A decoder that stands at the top of a body.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads what stands at the current path, or lacks there.
    ///
    /// # Errors
    /// The first that was met: nothing is given out that is not whole.
    pub fn read<T: Decode>(&mut self, value: Option<Value>) -> Result<T, DecodeError> {
        let mut read = T::placeholder();
        match value {
            Some(value) => read.decode(value, self),
            None => read.absent(self),
        }
        self.end(read)
    }

    /// What was read, unless there was an error.
    pub(super) fn end<T>(&mut self, read: T) -> Result<T, DecodeError> {
        match self.error.take() {
            Some(error) => Err(error),
            None => Ok(read),
        }
    }

    /// Steps into a property that the document names.
    pub fn enter(&mut self, property: &'static str) {
        self.path.push(Step::Property(property));
    }

    /// Steps into a property that only the body names. Its key may be personal: it is `*` in every text.
    pub fn enter_key(&mut self, key: &str) {
        self.path.push(Step::Key(key.to_owned()));
    }

    /// Steps into an item of an array; the first has the index 0.
    pub fn enter_index(&mut self, index: usize) {
        self.path.push(Step::Index(index));
    }

    /// Steps back to where the last `enter` was made.
    pub fn leave(&mut self) {
        self.path.pop();
    }

    /// Notes that the value here is not what the document promises, but could be used.
    pub fn deviation(&mut self, expected: &'static str, found: &'static str) {
        if self.error.is_none() {
            let (path, shown) = (self.path(true), self.path(false));
            self.deviations.push(Deviation { path, expected, found, shown });
        }
    }

    /// Notes that the value here cannot be used. Only the first such note is kept.
    pub fn error(&mut self, expected: &'static str, found: &'static str) {
        if self.error.is_none() {
            self.error = Some(self.refusal(expected, found));
        }
    }

    /// Whether there was an error: nothing of the body is given out any more.
    pub(super) fn has_failed(&self) -> bool {
        self.error.is_some()
    }

    /// What has been noted so far.
    pub(super) fn noted(&self) -> Noted {
        Noted { deviations: self.deviations.len(), ..self.trial.noted }
    }

    /// Forgets the error, and all but what had been noted.
    pub(super) fn forget(&mut self, but: Noted) {
        self.error = None;
        self.deviations.truncate(but.deviations);
        self.trial.noted = but;
    }

    /// The error that the value here cannot be used.
    pub(super) fn refusal(&self, expected: &'static str, found: &'static str) -> DecodeError {
        DecodeError { path: self.path(true), expected, found, shown: self.path(false) }
    }

    /// The deviations so far, in the order in which they were met.
    pub fn into_deviations(self) -> Vec<Deviation> {
        self.deviations
    }

    /// The path here, with or without the keys that may be personal.
    fn path(&self, has_keys: bool) -> String {
        let mut path = String::new();
        for step in &self.path {
            step.append_to(&mut path, has_keys);
        }
        path
    }
}

impl Step {
    fn append_to(&self, path: &mut String, has_keys: bool) {
        let name = match self {
            Self::Property(name) => *name,
            Self::Key(key) if has_keys => key,
            Self::Key(_) => "*",
            Self::Index(index) => {
                path.push_str(&format!("[{index}]"));
                return;
            }
        };
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
    }
}

/// A value that breaks its schema and was decoded all the same.
///
/// It names kinds of JSON values only, never the value, which may be personal. So may keys be
/// that no document names: its texts have `*` for them.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deviation {
    /// Where in the body, such as `channels[3].date_created`; empty for the body itself.
    pub path: String,
    /// What the document promises.
    pub expected: &'static str,
    /// The kind of what was there.
    pub found: &'static str,
    /// The path in texts.
    shown: String,
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe(f, &self.shown, self.expected, self.found)
    }
}

impl fmt::Debug for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Deviation").field(&format_args!("{self}")).finish()
    }
}

/// A value that breaks its schema so that nothing could be made of it.
///
/// It names kinds of JSON values only, never the value, which may be personal. So may keys be
/// that no document names: its texts have `*` for them.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecodeError {
    /// Where in the body, such as `channels[3].date_created`; empty for the body itself.
    pub path: String,
    /// What the document promises.
    pub expected: &'static str,
    /// The kind of what was there.
    pub found: &'static str,
    /// The path in texts.
    shown: String,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe(f, &self.shown, self.expected, self.found)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DecodeError").field(&format_args!("{self}")).finish()
    }
}

impl std::error::Error for DecodeError {}

impl From<Deviation> for DecodeError {
    fn from(it: Deviation) -> Self {
        Self { path: it.path, expected: it.expected, found: it.found, shown: it.shown }
    }
}

fn describe(f: &mut fmt::Formatter<'_>, path: &str, expected: &str, found: &str) -> fmt::Result {
    match path {
        "" => write!(f, "in the body: expected {expected}, found {found}"),
        _ => write!(f, "at `{path}`: expected {expected}, found {found}"),
    }
}

/// The kind of a JSON value, with its article.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
