//! Reads documented responses into their types, writes them again and compares.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::client::{DecodeError, Deviation};

/// A documented response, its type, and what is known of it.
pub struct Example {
    response: Response,
    round_trip: RoundTrip,
    exceptions: &'static [&'static str],
}

/// A documented response: a name for it, and its JSON.
pub struct Response {
    pub name: &'static str,
    pub body: &'static str,
}

/// Reads a body into its type: what that is written as, and what was noted on the way.
pub type RoundTrip = fn(&str) -> Result<(Value, Vec<Deviation>), DecodeError>;

impl Response {
    /// Says which type it is of.
    pub const fn of(self, round_trip: RoundTrip) -> Example {
        Example { response: self, round_trip, exceptions: &[] }
    }
}

impl Example {
    /// Says where it does not come back as it is, and why.
    pub const fn except(self, exceptions: &'static [&'static str]) -> Self {
        Self { exceptions, ..self }
    }
}

/// The response in the file of that name: module, request, status and the example's own name.
macro_rules! example {
    ($name:literal) => {
        $crate::harness::Response { name: $name, body: include_str!(concat!($name, ".json")) }
    };
}

pub(crate) use example;

/// Holds each example against what is known of it, and prints what was found.
///
/// # Panics
///
/// When an example has an exception that is not known of it, or lacks one that is.
pub fn hold(document: &str, examples: &[Example]) {
    let mut count = Count::default();
    let mut wrong = Vec::new();
    for example in examples {
        let found = Found::of(example);
        wrong.extend(
            found.unlike(example.exceptions).map(|it| format!("{}: {it}", example.response.name)),
        );
        count.add(example.response.name, &found);
    }
    count.print(document);
    assert!(wrong.is_empty(), "{document} is not as it was:\n{}", wrong.join("\n"));
}

/// What became of an example.
struct Found {
    /// Whether it could be read.
    is_read: bool,
    /// Where it does not come back as it is, and why.
    exceptions: Vec<String>,
    /// What the runtime noted of it, be it of consequence or not.
    noted: Vec<String>,
}

impl Found {
    fn of(example: &Example) -> Self {
        match (example.round_trip)(example.response.body) {
            Ok((written, deviations)) => {
                let body: Value = serde_json::from_str(example.response.body).expect("JSON");
                let exceptions = Comparison::of(&body, &written, &deviations).exceptions;
                let cause = |it: &Deviation| cause(it.expected, it.found);
                Self { is_read: true, exceptions, noted: deviations.iter().map(cause).collect() }
            }
            Err(error) => {
                let cause = cause(error.expected, error.found);
                let exceptions = vec![format!("not read: {}: {cause}", error.path)];
                Self { is_read: false, exceptions, noted: Vec::new() }
            }
        }
    }

    /// How this differs from what is known.
    fn unlike(&self, known: &[&str]) -> impl Iterator<Item = String> {
        let is_new = |it: &&String| !known.contains(&it.as_str());
        let is_gone = |it: &&&str| !self.exceptions.iter().any(|own| own == **it);
        let new = self.exceptions.iter().filter(is_new).map(|it| format!("new: {it}"));
        let gone = known.iter().filter(is_gone).map(|it| format!("no longer so: {it}"));
        new.chain(gone).collect::<Vec<_>>().into_iter()
    }
}

fn cause(expected: &str, found: &str) -> String {
    format!("expected {expected}, found {found}")
}

/// What is different between a body and what was written of it.
struct Comparison<'c> {
    deviations: &'c [Deviation],
    exceptions: Vec<String>,
}

impl<'c> Comparison<'c> {
    fn of(body: &Value, written: &Value, deviations: &'c [Deviation]) -> Self {
        let mut comparison = Self { deviations, exceptions: Vec::new() };
        comparison.compare("", Some(body), Some(written));
        comparison
    }

    fn compare(&mut self, path: &str, body: Option<&Value>, written: Option<&Value>) {
        match (body, written) {
            (Some(Value::Object(one)), Some(Value::Object(other))) => {
                let own = one.keys();
                let added = other.keys().filter(|name| !one.contains_key(*name));
                for name in own.chain(added) {
                    let dot = if path.is_empty() { "" } else { "." };
                    self.compare(&format!("{path}{dot}{name}"), one.get(name), other.get(name));
                }
            }
            (Some(Value::Array(one)), Some(Value::Array(other))) if one.len() == other.len() => {
                for (index, (one, other)) in one.iter().zip(other).enumerate() {
                    self.compare(&format!("{path}[{index}]"), Some(one), Some(other));
                }
            }
            // 1 and 1.0 are the same number.
            (Some(Value::Number(one)), Some(Value::Number(other)))
                if one.as_f64() == other.as_f64() => {}
            (one, other) if one == other => {}
            (one, other) => self.differ(path, one, other),
        }
    }

    /// The cause of a difference: what was noted at its place, else how it looks.
    fn differ(&mut self, path: &str, body: Option<&Value>, written: Option<&Value>) {
        let noted = self.deviations.iter().find(|deviation| deviation.path == path);
        self.exceptions.push(match (noted, body, written) {
            (Some(deviation), ..) => {
                format!("{path}: {}", cause(deviation.expected, deviation.found))
            }
            (None, Some(Value::Null), None) => format!("{path}: null, and nothing again"),
            (None, Some(_), None) => format!("{path}: not in the schema"),
            (None, None, Some(Value::Null)) => format!("{path}: nothing, and null again"),
            (None, ..) => format!("{path}: another value again"),
        });
    }
}

/// How many examples there are of each kind.
#[derive(Default)]
struct Count {
    all: usize,
    read: usize,
    equal: usize,
    /// How many have an exception of each cause.
    causes: BTreeMap<String, usize>,
    /// How many have something noted of each cause.
    noted: BTreeMap<String, usize>,
    exceptions: Vec<String>,
}

impl Count {
    fn add(&mut self, name: &str, found: &Found) {
        self.all += 1;
        self.read += usize::from(found.is_read);
        self.equal += usize::from(found.exceptions.is_empty());
        let cause = |it: &String| it.rsplit(": ").next().unwrap_or_default().to_owned();
        let causes: BTreeSet<String> = found.exceptions.iter().map(cause).collect();
        for cause in causes {
            *self.causes.entry(cause).or_default() += 1;
        }
        for cause in BTreeSet::from_iter(&found.noted) {
            *self.noted.entry(cause.clone()).or_default() += 1;
        }
        self.exceptions.extend(found.exceptions.iter().map(|it| format!("{name}: {it}")));
    }

    /// On lines of their own, whatever stands before; scripts read them.
    fn print(&self, document: &str) {
        let Self { all, read, equal, .. } = self;
        println!("\nexamples\t{document}\t{all}\t{read} read\t{equal} equal");
        for exception in &self.exceptions {
            println!("exception\t{document}\t{exception}");
        }
        for (cause, count) in &self.causes {
            println!("cause\t{document}\t{count}\t{cause}");
        }
        for (cause, count) in &self.noted {
            println!("noted\t{document}\t{count}\t{cause}");
        }
    }
}
