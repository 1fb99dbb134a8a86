//! An object: its properties, wherever in an `allOf` they come from, and what it says of others.

use indexmap::{IndexMap, IndexSet};
use openapiv3::{AdditionalProperties, ReferenceOr, Schema};

use super::context::child;
use super::site::Written;

/// What a schema says of an object.
#[derive(Debug, Clone)]
pub struct ObjectShape<'a> {
    /// By their names on the wire.
    pub properties: IndexMap<&'a str, Property<'a>>,
    pub rest: Rest<'a>,
    pub format: String,
    /// Properties of members of an `allOf` of which a later member says something too.
    pub overruled: Vec<Property<'a>>,
    required: IndexSet<&'a str>,
}

/// A property of an object.
#[derive(Debug, Clone)]
pub struct Property<'a> {
    pub wire: &'a str,
    pub written: Written<'a>,
    pub pointer: String,
}

/// What an object says of properties that it does not name.
#[derive(Debug, Clone)]
pub enum Rest<'a> {
    Unsaid,
    Anything,
    Like(Written<'a>, String),
}

impl<'a> ObjectShape<'a> {
    /// The object that keywords at `pointer` describe.
    pub fn of(
        properties: &'a IndexMap<String, ReferenceOr<Box<Schema>>>,
        required: &'a [String],
        additional: Option<&'a AdditionalProperties>,
        pointer: &str,
    ) -> Self {
        let parent = child(pointer, "properties");
        let property = |(wire, written): (&'a String, &'a ReferenceOr<Box<Schema>>)| {
            let pointer = child(&parent, wire);
            (wire.as_str(), Property { wire, written: written.into(), pointer })
        };
        let rest = match additional {
            Some(AdditionalProperties::Schema(schema)) => {
                Rest::Like(schema.as_ref().into(), child(pointer, "additionalProperties"))
            }
            Some(AdditionalProperties::Any(true)) => Rest::Anything,
            Some(AdditionalProperties::Any(false)) | None => Rest::Unsaid,
        };
        Self {
            properties: properties.iter().map(property).collect(),
            rest,
            format: String::new(),
            overruled: Vec::new(),
            required: required.iter().map(String::as_str).collect(),
        }
    }

    /// Whether the property must be there; a member of an `allOf` can say it of another's.
    pub fn requires(&self, wire: &str) -> bool {
        self.rank(wire).is_some()
    }

    /// Where the property stands in the list of those that must be there.
    pub fn rank(&self, wire: &str) -> Option<usize> {
        self.required.get_index_of(wire)
    }

    /// What two members of an `allOf` say together; the later word on a property counts.
    pub fn and(mut self, other: Self) -> Self {
        let is_said_again = |it: &&Property<'a>| {
            other.properties.get(it.wire).is_some_and(|later| later.pointer != it.pointer)
        };
        self.overruled.extend(self.properties.values().filter(is_said_again).cloned());
        self.overruled.extend(other.overruled);
        self.properties.extend(other.properties);
        self.required.extend(other.required);
        if matches!(self.rest, Rest::Unsaid) {
            self.rest = other.rest;
        }
        self
    }
}
