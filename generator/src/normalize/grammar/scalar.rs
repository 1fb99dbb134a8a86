//! Scalars, and what else their authors write for them.

use serde_json::{Map, Number, Value};

use super::Shape;

impl Shape {
    /// What the values of a schema's enumeration have to be, if that is a scalar.
    pub(in crate::normalize) fn of_values(schema: &Map<String, Value>) -> Option<Self> {
        match schema.get("type")?.as_str()? {
            "string" => Some(Self::Text),
            "boolean" => Some(Self::Boolean),
            "integer" | "number" => Some(Self::Number),
            _ => None,
        }
    }

    /// The value of this kind that one of another kind stands for, if it stands for one.
    pub(in crate::normalize) fn meant(self, value: &Value) -> Option<Value> {
        match (self, value) {
            (Self::Text, Value::Number(_) | Value::Bool(_)) => Some(value.to_string().into()),
            (Self::Boolean | Self::BooleanOr(_), Value::String(text)) => {
                text.trim().parse::<bool>().ok().map(Value::from)
            }
            (Self::Count, Value::String(text)) => text.trim().parse::<u64>().ok().map(Value::from),
            (Self::Number, Value::String(text)) => {
                text.trim().parse::<Number>().ok().map(Value::from)
            }
            _ => None,
        }
    }
}
