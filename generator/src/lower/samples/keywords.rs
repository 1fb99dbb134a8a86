//! What a schema says of its values beyond their kind, by keyword.

use openapiv3::{AnySchema, SchemaKind, Type};
use serde_json::{Map, Value, json};

use crate::lower::site::Site;

/// The keywords of one schema.
pub struct Keywords(Map<String, Value>);

impl Keywords {
    pub fn of(site: &Site<'_>) -> Self {
        match own(&site.schema.schema_kind) {
            Value::Object(keywords) => Self(keywords),
            _ => Self(Map::new()),
        }
    }

    /// The values of `enum`; none if it does not say.
    pub fn values(&self) -> &[Value] {
        self.0.get("enum").and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The value of a keyword that is a text.
    pub fn text(&self, keyword: &str) -> &str {
        self.0.get(keyword).and_then(Value::as_str).unwrap_or_default()
    }

    /// The value of a keyword that counts something.
    pub fn count(&self, keyword: &str) -> Option<usize> {
        usize::try_from(self.0.get(keyword)?.as_u64()?).ok()
    }

    /// The value of a keyword that is a number.
    pub fn number(&self, keyword: &str) -> Option<f64> {
        self.0.get(keyword)?.as_f64()
    }

    /// The least and the greatest number that `minimum` and `maximum` allow, where a bound that is
    /// excluded gives way by `step`.
    pub fn range(&self, step: f64) -> (f64, f64) {
        let excludes = |keyword| self.0.get(keyword) == Some(&Value::Bool(true));
        let least = self.number("minimum").unwrap_or(f64::NEG_INFINITY);
        let greatest = self.number("maximum").unwrap_or(f64::INFINITY);
        let above = if excludes("exclusiveMinimum") { step } else { 0.0 };
        let below = if excludes("exclusiveMaximum") { step } else { 0.0 };
        (least + above, greatest - below)
    }
}

/// The keywords of a schema that say something of its own value. Schemas inside it have their own, and
/// may be many.
fn own(kind: &SchemaKind) -> Value {
    match kind {
        SchemaKind::Type(Type::Array(it)) => {
            json!({"minItems": it.min_items, "maxItems": it.max_items})
        }
        SchemaKind::Type(Type::Object(_)) => Value::Null,
        SchemaKind::Type(_) => serde_json::to_value(kind).unwrap_or_default(),
        SchemaKind::Any(any) => of_any(any),
        _ => Value::Null,
    }
}

fn of_any(any: &AnySchema) -> Value {
    json!({
        "enum": any.enumeration,
        "pattern": any.pattern,
        "format": any.format,
        "minLength": any.min_length,
        "maxLength": any.max_length,
        "minItems": any.min_items,
        "maxItems": any.max_items,
        "minimum": any.minimum,
        "maximum": any.maximum,
        "exclusiveMinimum": any.exclusive_minimum,
        "exclusiveMaximum": any.exclusive_maximum,
        "multipleOf": any.multiple_of,
    })
}
