//! One walk over the properties of an object that serves both its JSON and its `Debug`.

use std::fmt;
use std::mem;

use serde_json::{Map, Value};

use super::encode::Encode;

/// A value that can be a property: every type that encodes and has a `Debug`.
pub trait Property: Encode + fmt::Debug {}

impl<T: Encode + fmt::Debug> Property for T {}

/// A struct that stands for a JSON object.
pub trait Object {
    /// Hands each property over, in the order of the document.
    fn properties(&self, to: &mut Properties<'_, '_>);
}

/// What an [`Object`] hands its properties to.
pub struct Properties<'a, 'b> {
    sink: Sink<'a, 'b>,
    wire: Option<&'static str>,
    nullable: bool,
    optional: bool,
    personal: bool,
    rest: bool,
}

enum Sink<'a, 'b> {
    Json(Map<String, Value>),
    Debug(fmt::DebugStruct<'a, 'b>),
}

impl<'a, 'b> Properties<'a, 'b> {
    /// Says that the next property has another name in JSON than its field in Rust.
    pub fn wire(&mut self, name: &'static str) -> &mut Self {
        self.wire = Some(name);
        self
    }

    /// Says that the document allows null for the next property: it is what `None` is written as.
    pub fn nullable(&mut self) -> &mut Self {
        self.nullable = true;
        self
    }

    /// Says that the next property is left out if there is no value for it.
    pub fn optional(&mut self) -> &mut Self {
        self.optional = true;
        self
    }

    /// Says that the next property is personal: `Debug` hides its value.
    pub fn personal(&mut self) -> &mut Self {
        self.personal = true;
        self
    }

    /// Says that the next property is a map whose entries are properties of this object.
    pub fn rest(&mut self) -> &mut Self {
        self.rest = true;
        self
    }

    /// Hands over the property of the field `name`.
    pub fn property(&mut self, name: &'static str, value: &dyn Property) {
        let wire = self.wire.take().unwrap_or(name);
        let hidden = mem::take(&mut self.personal) && !value.is_absent();
        let rest = mem::take(&mut self.rest);
        let (nullable, optional) = (mem::take(&mut self.nullable), mem::take(&mut self.optional));
        match &mut self.sink {
            Sink::Json(object) if rest => merge(object, value.encode()),
            Sink::Json(object) => insert(object, wire, value, nullable && !optional),
            Sink::Debug(fields) => show(fields, name, value, hidden),
        }
    }

    fn new(sink: Sink<'a, 'b>) -> Self {
        Self { sink, wire: None, nullable: false, optional: false, personal: false, rest: false }
    }
}

/// Adds a property that has a value, or may be null without one.
fn insert(object: &mut Map<String, Value>, name: &str, value: &dyn Property, null: bool) {
    if null || !value.is_absent() {
        object.insert(name.to_owned(), value.encode());
    }
}

/// Adds the entries of `rest`; a property with a field of its own has precedence.
fn merge(object: &mut Map<String, Value>, rest: Value) {
    let Value::Object(rest) = rest else { return };
    for (name, value) in rest {
        object.entry(name).or_insert(value);
    }
}

fn show(fields: &mut fmt::DebugStruct<'_, '_>, name: &str, value: &dyn Property, hidden: bool) {
    let name = name.trim_start_matches("r#");
    if hidden {
        fields.field(name, &format_args!("<redacted>"));
    } else {
        fields.field(name, &value);
    }
}

pub(super) fn encode(object: &dyn Object) -> Value {
    let mut properties = Properties::new(Sink::Json(Map::new()));
    object.properties(&mut properties);
    match properties.sink {
        Sink::Json(object) => Value::Object(object),
        Sink::Debug(_) => Value::Null,
    }
}

pub(super) fn debug(object: &dyn Object, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut properties = Properties::new(Sink::Debug(f.debug_struct(name)));
    object.properties(&mut properties);
    match properties.sink {
        Sink::Debug(mut fields) => fields.finish(),
        Sink::Json(_) => Ok(()),
    }
}
