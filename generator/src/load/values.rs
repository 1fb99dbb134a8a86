//! Any serde format in, a `Value` out, and word of what it hides: repeated keys, too much of something.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::{Limit, Limits};

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
    /// The limit that made the reader give up.
    pub(super) over: Cell<Option<Limit>>,
    /// How many values have been begun.
    values: Cell<usize>,
    /// How many bytes their texts have.
    bytes: Cell<usize>,
}

/// Reads one value at a depth.
#[derive(Clone, Copy)]
pub(super) struct Reader<'n> {
    notes: &'n Notes,
    limits: &'n Limits,
    depth: usize,
}

impl<'n> Reader<'n> {
    pub(super) fn new(notes: &'n Notes, limits: &'n Limits) -> Self {
        Self { notes, limits, depth: 0 }
    }

    /// Counts a text.
    fn keep_text<E: Error>(self, text: &str) -> Result<(), E> {
        self.notes.bytes.set(self.notes.bytes.get() + text.len());
        self.keep(Limit::Bytes, self.notes.bytes.get())
    }

    /// Refuses to go on if this is more of something than its limit allows.
    fn keep<E: Error>(self, limit: Limit, count: usize) -> Result<(), E> {
        if count > self.limits.of(limit) {
            self.notes.over.set(Some(limit));
            return Err(E::custom("more than a limit allows"));
        }
        Ok(())
    }

    /// The reader for the values inside, as long as the nesting allows one.
    fn inner<E: Error>(self) -> Result<Self, E> {
        self.keep(Limit::Depth, self.depth + 1)?;
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.notes.values.set(self.notes.values.get() + 1);
        self.keep(Limit::Values, self.notes.values.get())?;
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

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.visit_string(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.keep_text(&value)?;
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
            self.keep_text(&key)?;
            if values.insert(key, entries.next_value_seed(inner)?).is_some() {
                self.notes.has_duplicates.set(true);
            }
        }
        Ok(Value::Object(values))
    }
}
