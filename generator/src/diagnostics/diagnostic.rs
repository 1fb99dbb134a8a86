//! One problem, before and after its place in the text is known.

use super::{Code, Place, Severity};

/// A problem whose place is known as a JSON pointer only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// The kind of the problem.
    pub code: Code,
    /// The JSON pointer (RFC 6901) into the author's document; empty for the whole document.
    pub pointer: String,
    /// What is wrong, understandable alone, without a full stop.
    pub message: String,
    /// What the author can do about it.
    pub help: Option<String>,
}

impl Problem {
    /// Describes a problem at a JSON pointer.
    pub fn new(code: Code, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, pointer: pointer.into(), message: message.into(), help: None }
    }

    /// Adds what the author can do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Gives the problem its place in a text. A place that has no pointer has the problem's.
    #[must_use]
    pub fn at(self, place: Place) -> Diagnostic {
        let Self { code, pointer, message, help } = self;
        let place = Place { pointer: place.pointer.or(Some(pointer)), ..place };
        Diagnostic { place: Some(place), code, message, help, related: Vec::new() }
    }
}

/// Another place that a problem has to do with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Related {
    /// Where it is.
    pub place: Place,
    /// What is there, in a few words that stand beside it.
    pub message: String,
}

/// A problem as it is shown to people.
///
/// The order of the fields is the order in which a list is shown: by file, line, column, then code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// Where it is; `None` for a problem that is in no document, such as a bad argument.
    pub place: Option<Place>,
    /// The kind of the problem.
    pub code: Code,
    /// What is wrong, understandable alone, without a full stop.
    pub message: String,
    /// What the author can do about it.
    pub help: Option<String>,
    /// The other places that it has to do with.
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// A problem that is in no document.
    pub fn general(code: Code, message: impl Into<String>) -> Self {
        Self { place: None, code, message: message.into(), help: None, related: Vec::new() }
    }

    /// Adds what can be done about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that it has to do with.
    #[must_use]
    pub fn with_related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }

    /// An error stops generation, a warning does not.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
