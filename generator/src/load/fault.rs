//! What can be wrong with a file before it is a document, and the words for it.

use std::io;

use serde_json::Value;

use super::{Limit, Limits, lines};
use crate::diagnostics::{Code, Diagnostics, Excerpt, Place, Problem, quote, tame};

/// A problem in text that has no values yet; line and column count from 1.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) problem: Problem,
    pub(super) line: usize,
    pub(super) column: usize,
    /// What is written there; none until the text is known.
    excerpt: Option<Box<Excerpt>>,
}

impl Fault {
    fn new(code: Code, message: impl Into<String>) -> Self {
        let problem = Problem::new(code, "", message);
        Self { problem, line: 1, column: 1, excerpt: None }
    }

    fn at(mut self, line: usize, column: usize) -> Self {
        (self.line, self.column) = (line.max(1), column.max(1));
        self
    }

    fn with_help(mut self, help: impl Into<String>) -> Self {
        self.problem = self.problem.with_help(help);
        self
    }

    /// Adds what is written at the place.
    pub(super) fn within(self, text: &str) -> Self {
        let offset = lines::offset(text, self.line, self.column);
        Self { excerpt: Some(Box::new(Excerpt::of(text, &(offset..offset)))), ..self }
    }

    /// Adds the name of the file.
    pub(super) fn named(self, label: &str) -> Diagnostics {
        let Self { problem, line, column, excerpt } = self;
        let excerpt = excerpt.map(|excerpt| *excerpt);
        problem.at(Place { excerpt, ..Place::new(label, line, column) }).into()
    }
}

pub(super) fn unreadable(error: &io::Error) -> Fault {
    Fault::new(Code::Unreadable, format!("the file cannot be read: {error}"))
}

/// What is more than a limit allows, at the place where that shows.
pub(super) fn over(limit: Limit, limits: &Limits, line: usize, column: usize) -> Fault {
    let most = limits.of(limit);
    let (code, message) = match limit {
        Limit::Depth => (Code::TooDeep, format!("values are nested deeper than {most} levels")),
        Limit::Values => (Code::TooManyValues, format!("the document has more than {most} values")),
        _ => (Code::TooLarge, format!("the document has more than {most} bytes")),
    };
    Fault::new(code, message).at(line, column).with_help(limit.way_out())
}

pub(super) fn not_text(found: &str) -> Fault {
    Fault::new(Code::NotText, format!("the file is not JSON or YAML: it looks like {found}"))
        .with_help("convert it to plain UTF-8 text")
}

pub(super) fn invalid_utf8(byte: usize, line: usize, column: usize) -> Fault {
    Fault::new(Code::NotText, format!("the file is not UTF-8 text: byte {byte} is invalid"))
        .at(line, column)
        .with_help("save it as UTF-8")
}

pub(super) fn empty() -> Fault {
    Fault::new(Code::Empty, "the document is empty")
}

/// `reason` comes from a parser and may quote the text.
pub(super) fn syntax(notation: &str, reason: &str, line: usize, column: usize) -> Fault {
    let message = format!("this is not {notation}: {}", tame(reason));
    Fault::new(Code::Syntax, message).at(line, column)
}

pub(super) fn not_json(value: &str, line: usize, column: usize) -> Fault {
    Fault::new(Code::NotJson, format!("{} cannot be said in JSON", quote(value)))
        .at(line, column)
        .with_help("write a finite number, or put it in quotes")
}

pub(super) fn duplicate_key(pointer: String, key: &str) -> Problem {
    let message = format!("the key {} stands twice in one object", quote(key));
    Problem::new(Code::DuplicateKey, pointer, message).with_help("remove or rename one of them")
}

pub(super) fn not_an_object(found: &Value) -> Problem {
    let found = match found {
        Value::Array(_) => "an array",
        Value::Null => "nothing",
        _ => "a single value",
    };
    Problem::new(Code::NotAnObject, "", format!("a document must be an object, found {found}"))
}
