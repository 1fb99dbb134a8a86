//! The references of a value.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::kind::{Kind, Place};
use crate::diagnostics::escape_token;

/// A reference.
#[derive(Debug)]
pub struct Found {
    /// Where its text stands, as a JSON pointer.
    pub at: String,
    /// The text.
    pub text: String,
    /// What it must lead to.
    pub place: Place,
    /// Whether there is nothing beside it.
    pub is_alone: bool,
}

impl Found {
    /// The object that is a reference; the text alone in a mapping.
    pub fn holder(&self) -> &str {
        self.at.strip_suffix("/$ref").unwrap_or(&self.at)
    }
}

/// The references in what stands at `at`, but for what has been put there from elsewhere.
pub fn find(root: &Value, place: Place, at: &str, put: &HashMap<String, usize>) -> Vec<Found> {
    let mut found = Vec::new();
    if let Some(value) = root.pointer(at) {
        Search { put, found: &mut found }.look(value, place, at);
    }
    found
}

struct Search<'f> {
    put: &'f HashMap<String, usize>,
    found: &'f mut Vec<Found>,
}

impl Search<'_> {
    fn look_inside(&mut self, value: &Value, place: Place, at: &str) {
        if !self.put.contains_key(at) {
            self.look(value, place, at);
        }
    }

    fn look(&mut self, value: &Value, place: Place, at: &str) {
        match (value, place) {
            (_, Place::Other) => {}
            (Value::Object(fields), Place::One(Kind::Mapping)) => {
                self.look_into_mapping(fields, at)
            }
            (Value::Object(fields), place) => {
                if let Some(Value::String(text)) = fields.get("$ref") {
                    let (at, text) = (format!("{at}/$ref"), text.clone());
                    self.found.push(Found { at, text, place, is_alone: fields.len() == 1 });
                }
                for (key, value) in fields {
                    self.look_inside(value, place.at(key), &format!("{at}/{}", escape_token(key)));
                }
            }
            (Value::Array(items), Place::List(kind)) => {
                for (index, item) in items.iter().enumerate() {
                    self.look_inside(item, Place::One(kind), &format!("{at}/{index}"));
                }
            }
            _ => {}
        }
    }

    fn look_into_mapping(&mut self, fields: &Map<String, Value>, at: &str) {
        for (key, target) in fields {
            let reference = target.as_str().filter(|text| !is_name(text));
            self.found.extend(reference.map(|text| Found {
                at: format!("{at}/{}", escape_token(key)),
                text: text.to_owned(),
                place: Place::One(Kind::Schema),
                is_alone: true,
            }));
        }
    }
}

/// Whether an entry of a mapping is the name of a schema, and no reference.
fn is_name(text: &str) -> bool {
    let is_file = [".json", ".yaml", ".yml"].iter().any(|end| text.ends_with(end));
    !is_file && !text.contains(['#', '/'])
}
