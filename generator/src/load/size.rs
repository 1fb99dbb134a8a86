//! How much a value is, as limits count it.

use serde_json::Value;

/// How many values are in one, itself among them, and how deep objects and arrays are in one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Values of any kind.
    pub values: usize,
    /// Objects and arrays inside one another.
    pub depth: usize,
}

impl Size {
    /// The size of a value.
    #[must_use]
    pub fn of(value: &Value) -> Self {
        let inside: Vec<Self> = match value {
            Value::Array(items) => items.iter().map(Self::of).collect(),
            Value::Object(fields) => fields.values().map(Self::of).collect(),
            _ => return Self { values: 1, depth: 0 },
        };
        let depth = inside.iter().map(|it| it.depth).max().unwrap_or_default();
        Self { values: 1 + inside.iter().map(|it| it.values).sum::<usize>(), depth: depth + 1 }
    }
}
