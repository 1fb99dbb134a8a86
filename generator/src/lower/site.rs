//! A place where a schema may stand, and the schema that is meant there.

use openapiv3::{ReferenceOr, Schema, SchemaData, SchemaKind};

use super::context::{Context, child};
use crate::normalize::{MAX_HOPS, component_name};

/// A schema as the document writes it at one place: itself, or a reference.
#[derive(Debug, Clone, Copy)]
pub enum Written<'a> {
    Here(&'a Schema),
    Elsewhere(&'a str),
}

impl<'a> From<&'a ReferenceOr<Schema>> for Written<'a> {
    fn from(it: &'a ReferenceOr<Schema>) -> Self {
        match it {
            ReferenceOr::Item(schema) => Self::Here(schema),
            ReferenceOr::Reference { reference } => Self::Elsewhere(reference),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for Written<'a> {
    fn from(it: &'a ReferenceOr<Box<Schema>>) -> Self {
        match it {
            ReferenceOr::Item(schema) => Self::Here(schema),
            ReferenceOr::Reference { reference } => Self::Elsewhere(reference),
        }
    }
}

/// A schema that has been followed to where it is defined.
#[derive(Debug, Clone)]
pub struct Site<'a> {
    /// Where it is defined, as a JSON pointer.
    pub pointer: String,
    /// Its definition.
    pub schema: &'a Schema,
    /// What stands beside the reference that led here, nearest first.
    beside: Vec<&'a SchemaData>,
}

impl<'a> Site<'a> {
    /// Follows what is written at `pointer`; nothing if it leads nowhere that can be followed.
    pub fn follow(cx: &Context<'a>, written: Written<'a>, pointer: &str) -> Option<Self> {
        let mut site = match written {
            Written::Here(schema) => Self { pointer: pointer.to_owned(), schema, beside: vec![] },
            Written::Elsewhere(reference) => Self::component(cx, reference, vec![])?,
        };
        while let Some(reference) = only_reference(site.schema) {
            if site.beside.len() > MAX_HOPS {
                return None;
            }
            let mut beside = site.beside;
            beside.push(&site.schema.schema_data);
            site = Self::component(cx, reference, beside)?;
        }
        Some(site)
    }

    fn component(cx: &Context<'a>, reference: &str, beside: Vec<&'a SchemaData>) -> Option<Self> {
        let mut name = component_name(reference, "schemas")?;
        for _ in 0..MAX_HOPS {
            match cx.schema(&name)? {
                ReferenceOr::Item(schema) => {
                    let pointer = child("/components/schemas", &name);
                    return Some(Self { pointer, schema, beside });
                }
                ReferenceOr::Reference { reference } => {
                    name = component_name(reference, "schemas")?;
                }
            }
        }
        None
    }

    /// Whether null is a value here.
    pub fn nullable(&self) -> bool {
        self.layers().any(|data| data.nullable)
    }

    /// Whether the document advises against it.
    pub fn deprecated(&self) -> bool {
        self.layers().any(|data| data.deprecated)
    }

    /// The nearest description.
    pub fn description(&self) -> String {
        let mut descriptions = self.layers().filter_map(|data| data.description.as_deref());
        descriptions.find(|text| !text.trim().is_empty()).unwrap_or_default().to_owned()
    }

    /// The nearest description, with what the vendor says of personal data.
    pub fn told(&self, cx: &Context<'_>) -> String {
        let note = self.layers().find_map(|data| cx.profile.personal_note(&data.extensions));
        with_note(self.description(), note)
    }

    /// Whether the vendor marks it as personal.
    pub fn personal(&self, cx: &Context<'_>) -> bool {
        self.layers().any(|data| cx.profile.is_personal(&data.extensions))
    }

    fn layers(&self) -> impl Iterator<Item = &'a SchemaData> {
        self.beside.iter().copied().chain([&self.schema.schema_data])
    }
}

/// A description that ends in a note.
pub fn with_note(description: String, note: Option<String>) -> String {
    match (description.trim_end(), note) {
        (_, None) => description,
        ("", Some(note)) => note,
        (text, Some(note)) if text.ends_with(['.', '!', '?']) => format!("{text} {note}"),
        (text, Some(note)) => format!("{text}. {note}"),
    }
}

/// The reference in a schema that is no more than one with siblings.
///
/// `{"$ref": r, "nullable": true}` comes from `normalize` as
/// `{"allOf": [{"$ref": r}], "nullable": true}`.
fn only_reference(schema: &Schema) -> Option<&str> {
    match &schema.schema_kind {
        SchemaKind::AllOf { all_of } => match all_of.as_slice() {
            [ReferenceOr::Reference { reference }] => Some(reference),
            _ => None,
        },
        _ => None,
    }
}
