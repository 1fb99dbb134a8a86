//! The kinds of Rust name; only this file makes one.

use std::fmt;

use heck::{ToShoutySnakeCase, ToUpperCamelCase};
use serde::Serialize;

use super::reserved;

/// The name of a type or of an enum's variant: `ChannelType`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TypeName(String);

/// The name of a field, a method or an argument: `date_created`, `r#type`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ValueName(String);

/// The name of a module, its file and its Cargo feature: `chat_v3`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ModuleName(String);

/// The name of a constant: `X_RATE_LIMIT`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ConstName(String);

/// How a kind of name is made of words.
pub trait Name: Sized {
    /// The name that these words make; they are lower-case ASCII.
    fn of(words: &[String]) -> Self;
    /// The same name with a number that tells it from its like.
    fn numbered(&self, number: usize) -> Self;
    /// The name as text, with `r#` where it needs it.
    fn as_str(&self) -> &str;
}

impl Name for TypeName {
    fn of(words: &[String]) -> Self {
        let name = after_a_letter('N', words.join("_").to_upper_camel_case());
        Self(if reserved::is_never(&name) { format!("{name}_") } else { name })
    }

    fn numbered(&self, number: usize) -> Self {
        Self(format!("{}{number}", self.0.trim_end_matches('_')))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl Name for ValueName {
    fn of(words: &[String]) -> Self {
        let name = after_a_letter('n', words.join("_"));
        Self(match name {
            name if reserved::is_never(&name) => format!("{name}_"),
            name if reserved::is_keyword(&name) => format!("r#{name}"),
            name => name,
        })
    }

    fn numbered(&self, number: usize) -> Self {
        Self(format!("{}_{number}", self.bare().trim_end_matches('_')))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl Name for ModuleName {
    fn of(words: &[String]) -> Self {
        let name = after_a_letter('n', words.join("_"));
        let taken =
            reserved::is_never(&name) || reserved::is_keyword(&name) || reserved::is_module(&name);
        Self(if taken { format!("{name}_") } else { name })
    }

    fn numbered(&self, number: usize) -> Self {
        Self(format!("{}_{number}", self.0.trim_end_matches('_')))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl Name for ConstName {
    fn of(words: &[String]) -> Self {
        Self(after_a_letter('N', words.join("_").to_shouty_snake_case()))
    }

    fn numbered(&self, number: usize) -> Self {
        Self(format!("{}_{number}", self.0))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

/// An identifier begins with a letter: a name that would not gets one before it.
fn after_a_letter(letter: char, name: String) -> String {
    match name.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => name,
        Some(_) => format!("{letter}{name}"),
        None if letter.is_uppercase() => "Empty".to_owned(),
        None => "empty".to_owned(),
    }
}

impl ValueName {
    /// The name as it is read aloud: without `r#`.
    pub fn bare(&self) -> &str {
        self.0.trim_start_matches("r#")
    }
}

impl fmt::Display for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ValueName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ConstName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ModuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
