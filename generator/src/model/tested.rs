//! What the tests of a crate know of an operation: values to call it with, and what it may answer.

use super::{Location, Parameter, Response};

/// What tests need of an operation beyond what its callers need.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tested {
    /// A value for each parameter, those of the group among them.
    pub samples: Vec<Sampled>,
    /// The documented responses of success that have a type.
    pub examples: Vec<Example>,
}

/// A documented response.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// What tells it from all others of its document; also the name of a file.
    pub name: String,
    /// What it is read as.
    pub response: Response,
    /// Its JSON.
    pub text: String,
    /// Where it does not come back as it is when it is read and written again, and why.
    pub exceptions: Vec<String>,
}

/// A parameter's value in tests.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// Where the parameter goes.
    pub location: Location,
    /// Its name on the wire.
    pub wire: String,
    /// The value.
    pub sample: Sample,
}

/// A value that satisfies its schema.
#[derive(Debug, Clone, PartialEq)]
pub enum Sample {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// Text.
    Text(String),
    /// The values of a parameter that has several.
    List(Vec<Sample>),
    /// Any JSON value.
    Json {
        /// Its text with what is required.
        least: String,
        /// Its text with all that may be there.
        full: String,
    },
}

impl Tested {
    /// The value of a parameter.
    pub fn sample(&self, parameter: &Parameter) -> Option<&Sample> {
        let own = |it: &&Sampled| it.location == parameter.location && it.wire == parameter.wire;
        self.samples.iter().find(own).map(|it| &it.sample)
    }
}
