//! How much one document may ask for: the name, the measure and the default of every limit.

use serde::Deserialize;

use crate::diagnostics::{Code, Problem};

/// What one document may have at most.
///
/// The defaults leave room for the largest public documents, at least six times what Stripe's has,
/// and keep what a hostile one can cost to a few seconds and some hundred megabytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Bytes of the file, and of all its texts when YAML's aliases are followed: 64 MiB.
    pub bytes: usize,
    /// Objects and arrays inside one another: 64, and never more than [`Limits::DEEPEST`].
    pub depth: usize,
    /// Values of any kind, what YAML's aliases repeat counted each time: 1,000,000.
    pub values: usize,
    /// References of which each leads to the next: 64, and never more than [`Limits::LONGEST`].
    pub references: usize,
    /// Values that stand in one place and count in others, as an `allOf` brings together members, the
    /// members of these, and the properties of all: 250,000.
    pub copies: usize,
}

/// The name of one limit, as flags and `bindery.toml` have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// [`Limits::bytes`].
    Bytes,
    /// [`Limits::depth`].
    Depth,
    /// [`Limits::values`].
    Values,
    /// [`Limits::references`].
    References,
    /// [`Limits::copies`].
    Copies,
}

impl Limits {
    /// No document is read deeper than this, whatever is asked for: readers and compilers of what is
    /// generated go from level to level on their stack.
    pub const DEEPEST: usize = 120;

    /// No chain of references is followed further than this, whatever is asked for.
    pub const LONGEST: usize = 256;

    /// The limits of a document of which nothing else is said.
    pub const DEFAULT: Self =
        Self { bytes: 64 << 20, depth: 64, values: 1_000_000, references: 64, copies: 250_000 };

    /// The number that a limit has here.
    #[must_use]
    pub fn of(&self, limit: Limit) -> usize {
        match limit {
            Limit::Bytes => self.bytes,
            Limit::Depth => self.depth.min(Self::DEEPEST),
            Limit::Values => self.values,
            Limit::References => self.references.min(Self::LONGEST),
            Limit::Copies => self.copies,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Limit {
    /// Every limit.
    pub const ALL: &'static [Self] =
        &[Self::Bytes, Self::Depth, Self::Values, Self::References, Self::Copies];

    /// The key in `[limits]` of `bindery.toml`; the flag is `--max-` and this.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Depth => "depth",
            Self::Values => "values",
            Self::References => "references",
            Self::Copies => "copies",
        }
    }

    /// What is wrong with what stands at a JSON pointer and makes a document more than this allows.
    #[must_use]
    pub fn exceeded(self, limits: &Limits, at: &str) -> Problem {
        let (code, what) = match self {
            Self::Bytes => (Code::TooLarge, "bytes"),
            Self::Depth => (Code::TooDeep, "levels"),
            Self::Values => (Code::TooManyValues, "values"),
            Self::References => (Code::LongChain, "references that lead from one to the next"),
            Self::Copies => (Code::TooManyCopies, "values that are copies"),
        };
        let message = format!("with this, the document has more than {} {what}", limits.of(self));
        Problem::new(code, at, message).with_help(self.way_out())
    }

    /// The way out for a document that means it.
    #[must_use]
    pub fn way_out(self) -> String {
        let name = self.name();
        format!(
            "if it is meant so, raise the limit: `--max-{name}`, or `{name}` in `[limits]` of bindery.toml"
        )
    }
}
