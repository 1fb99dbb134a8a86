//! The flags that raise a limit, or lower it.

use clap::Args;

use bindery::load::Limits;
use bindery::pipeline::Input;

const LIMITS: &str = "Limits on documents";

/// What a document may have at most; without a flag, what bindery.toml says.
#[derive(Debug, Args)]
#[command(next_help_heading = LIMITS)]
pub struct Flags {
    /// Bytes of a document [default: 67108864]
    #[arg(long, value_name = "N")]
    max_bytes: Option<usize>,
    /// Objects and arrays inside one another, no more than 120 [default: 64]
    #[arg(long, value_name = "N")]
    max_depth: Option<usize>,
    /// Values of any kind [default: 1000000]
    #[arg(long, value_name = "N")]
    max_values: Option<usize>,
    /// References that lead from one to the next, no more than 256 [default: 64]
    #[arg(long, value_name = "N")]
    max_references: Option<usize>,
    /// Values that `allOf`s copy from other places [default: 250000]
    #[arg(long, value_name = "N")]
    max_copies: Option<usize>,
}

impl Flags {
    /// The limits, where flags overrule what is said otherwise.
    pub fn over(&self, other: Limits) -> Limits {
        Limits {
            bytes: self.max_bytes.unwrap_or(other.bytes),
            depth: self.max_depth.unwrap_or(other.depth),
            values: self.max_values.unwrap_or(other.values),
            references: self.max_references.unwrap_or(other.references),
            copies: self.max_copies.unwrap_or(other.copies),
        }
    }

    /// The same document, with these limits.
    pub fn on(&self, input: Input) -> Input {
        Input { limits: self.over(input.limits), ..input }
    }

    /// The flags as they were given.
    pub fn words(&self) -> impl Iterator<Item = String> {
        let given = [
            ("bytes", self.max_bytes),
            ("depth", self.max_depth),
            ("values", self.max_values),
            ("references", self.max_references),
            ("copies", self.max_copies),
        ];
        let words =
            |(name, number): (&str, Option<usize>)| Some(format!("--max-{name} {}", number?));
        given.into_iter().filter_map(words)
    }
}
