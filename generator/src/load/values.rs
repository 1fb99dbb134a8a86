//! Any serde format in, a `Value` out, and word of what it hides: repeated keys, deep nesting.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::MAX_DEPTH;

/// A value that was read.
pub(super) struct Parsed {
    pub(super) value: Value,
    /// Whether an object somewhere has a key twice; the value then holds the last of them.
    pub(super) has_duplicates: bool,
}

/// What was noticed while reading.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) has_duplicates: Cell<bool>,
    pub(super) too_deep: Cell<bool>,
}

/// Reads one value at a depth.
#[derive(Clone, Copy)]
pub(super) struct Reader<'n> {
    notes: &'n Notes,
    depth: usize,
}

impl<'n> Reader<'n> {
    pub(super) fn new(notes: &'n Notes) -> Self {
        Self { notes, depth: 0 }
    }

    /// The reader for the values inside, as long as the nesting allows one.
    fn inner<E: Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            self.notes.too_deep.set(true);
            return Err(E::custom("nested too deeply"));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number must be finite"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut values = Vec::new();
        while let Some(value) = items.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut values = Map::new();
        while let Some(key) = entries.next_key::<Option<String>>()? {
            let key = key.ok_or_else(|| A::Error::custom("a key must be text, found null"))?;
            if values.insert(key, entries.next_value_seed(inner)?).is_some() {
                self.notes.has_duplicates.set(true);
            }
        }
        Ok(Value::Object(values))
    }
}
