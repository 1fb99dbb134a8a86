//! What all parts of a document that is being drafted know.

use serde_json::{Map, Value, json};

use super::choices::Choices;
use super::texts;

/// The fields of an object.
pub type Fields = Map<String, Value>;

/// A document that is being drafted.
pub struct Draft<'b> {
    pub choices: Choices<'b>,
    /// Whether it is of OpenAPI 3.1.
    pub is_3_1: bool,
    /// The names of each kind of component, which exist before what they name.
    pub components: [(&'static str, Vec<String>); 5],
}

const KINDS: [&str; 5] = ["schemas", "parameters", "requestBodies", "responses", "headers"];

impl<'b> Draft<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut choices = Choices::new(bytes);
        let is_3_1 = choices.rarely(3);
        let components = KINDS.map(|kind| {
            let mut names = Vec::new();
            choices.some(5, |choices| texts::own_name(choices, &mut names));
            (kind, names)
        });
        Self { choices, is_3_1, components }
    }

    /// A reference to a component of this kind, if there is one.
    pub fn reference(&mut self, kind: &str) -> Option<Value> {
        let (_, names) = self.components.iter().find(|(other, _)| *other == kind)?;
        let index = self.choices.below(names.len().max(1));
        names.get(index).map(|name| json!({"$ref": reference(kind, name)}))
    }

    /// Once in four times a reference to a component of this kind, otherwise something of its own.
    pub fn referable(&mut self, kind: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        let reference = self.choices.rarely(4).then(|| self.reference(kind)).flatten();
        reference.unwrap_or_else(|| make(self))
    }

    /// At most so many values under names that differ.
    pub fn named(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> Value) -> Fields {
        let count = self.choices.below(most + 1);
        (0..count).map(|_| (texts::name(&mut self.choices), make(self))).collect()
    }

    /// Sets a field, or leaves it out.
    pub fn maybe(&mut self, fields: &mut Fields, name: &str, value: fn(&mut Self) -> Value) {
        if self.choices.rarely(3) {
            let value = value(self);
            fields.insert(name.to_owned(), value);
        }
    }

    /// Prose as a value.
    pub fn prose(&mut self) -> Value {
        texts::prose(&mut self.choices).into()
    }
}

/// Where a component stands, as a URI fragment (RFC 6901, section 6).
pub fn reference(kind: &str, name: &str) -> String {
    let token = name.replace('~', "~0").replace('/', "~1").replace('%', "%25");
    format!("#/components/{kind}/{token}")
}
