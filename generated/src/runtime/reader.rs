//! A JSON object that is read property by property.

use std::mem;

use serde_json::{Map, Value};

use super::decode::Decode;
use super::decoder::{Decoder, kind};

/// The properties of an object that have not been read yet.
pub struct Reader<'a> {
    object: Map<String, Value>,
    at: &'a mut Decoder,
    wire: Option<&'static str>,
    nullable: bool,
    required: bool,
    rest: bool,
}

impl<'a> Reader<'a> {
    /// Starts to read `value`, which stands at the decoder's current path and must be an object.
    pub fn new(value: Value, at: &'a mut Decoder) -> Self {
        let object = match value {
            Value::Object(object) => object,
            other => {
                at.error("an object", kind(&other));
                Map::new()
            }
        };
        Self { object, at, wire: None, nullable: false, required: false, rest: false }
    }

    /// Says that the next property has another name in JSON than its field in Rust.
    pub fn wire(&mut self, name: &'static str) -> &mut Self {
        self.wire = Some(name);
        self
    }

    /// Says that the document allows null for the next property.
    pub fn nullable(&mut self) -> &mut Self {
        self.nullable = true;
        self
    }

    /// Says that the next property is there even if it is null.
    pub fn required(&mut self) -> &mut Self {
        self.required = true;
        self
    }

    /// Says that the next property is an object of all properties that are left.
    pub fn rest(&mut self) -> &mut Self {
        self.rest = true;
        self
    }

    /// Takes the property of the field `name` and decodes it into that field.
    pub fn property(&mut self, name: &'static str, field: &mut dyn Decode) {
        let name = self.wire.take().unwrap_or(name);
        let (nullable, required) = (mem::take(&mut self.nullable), mem::take(&mut self.required));
        if self.at.has_failed() {
            return;
        }
        if mem::take(&mut self.rest) {
            return field.decode(Value::Object(mem::take(&mut self.object)), self.at);
        }
        self.at.enter(name);
        match self.object.remove(name) {
            Some(Value::Null) if !nullable => {
                field.decode(Value::Null, self.at);
                self.at.deviation("a value", "null");
            }
            Some(value) => field.decode(value, self.at),
            None => {
                field.absent(self.at);
                if required {
                    self.at.deviation("a value or null", "nothing");
                }
            }
        }
        self.at.leave();
    }
}
