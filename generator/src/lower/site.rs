//! A place where a schema may stand, and the schema that is meant there.

use std::rc::Rc;

use openapiv3::{ReferenceOr, Schema, SchemaData, SchemaKind};

use super::context::{Context, child};
use super::inside;
use super::object::ObjectShape;
use super::unions;
use crate::diagnostics::unescape_token;
use crate::model::Access;
use crate::normalize::MAX_HOPS;

/// A schema as the document writes it at one place: itself, or a reference.
#[derive(Debug, Clone, Copy, PartialEq)]
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
    /// What a union has beside its members, of which this is one.
    pub base: Option<Base<'a>>,
    /// Whether null was an alternative on the way here.
    or_null: bool,
    /// What stands beside the reference that led here, nearest first.
    beside: Vec<&'a SchemaData>,
}

/// Properties that a schema has in one place beside its own.
#[derive(Debug, Clone)]
pub struct Base<'a> {
    /// The place, as a JSON pointer.
    pub place: String,
    pub object: Rc<ObjectShape<'a>>,
}

impl<'a> Site<'a> {
    /// Follows what is written at `pointer`; nothing if it leads nowhere that can be followed.
    pub fn follow(cx: &Context<'a>, written: Written<'a>, pointer: &str) -> Option<Self> {
        let mut site = match written {
            Written::Here(schema) => Self::here(schema, pointer.to_owned(), vec![]),
            Written::Elsewhere(reference) => Self::component(cx, reference, vec![])?,
        };
        let mut or_null = false;
        while let Some((keyword, index, member)) = only_member(site.schema) {
            if site.beside.len() > MAX_HOPS {
                return None;
            }
            or_null |= unions::has_null(site.schema);
            let mut beside = site.beside;
            beside.push(&site.schema.schema_data);
            site = match member {
                ReferenceOr::Reference { reference } => Self::component(cx, reference, beside)?,
                ReferenceOr::Item(schema) => {
                    let pointer = child(&child(&site.pointer, keyword), &index.to_string());
                    Self::here(schema, pointer, beside)
                }
            };
        }
        Some(Self { or_null, ..site })
    }

    fn here(schema: &'a Schema, pointer: String, beside: Vec<&'a SchemaData>) -> Self {
        Self { pointer, schema, base: None, or_null: false, beside }
    }

    /// The same with properties that it has only here.
    pub fn with_base(self, base: Option<Base<'a>>) -> Self {
        Self { base, ..self }
    }

    /// What tells its type from others: where it is defined, or where it has a base.
    pub fn place(&self) -> &str {
        self.base.as_ref().map_or(&self.pointer, |base| &base.place)
    }

    fn component(cx: &Context<'a>, reference: &str, beside: Vec<&'a SchemaData>) -> Option<Self> {
        let mut found = inside::find(cx, reference)?;
        for _ in 0..MAX_HOPS {
            found = match found {
                (Written::Here(schema), pointer) => {
                    return Some(Self::here(schema, pointer, beside));
                }
                (Written::Elsewhere(reference), _) => inside::find(cx, reference)?,
            };
        }
        None
    }

    /// Whether a property is one that it has only here.
    pub fn has_in_base(&self, wire: &str) -> bool {
        self.base.as_ref().is_some_and(|base| base.object.properties.contains_key(wire))
    }

    /// The component that it is, by its name.
    pub fn component_name(&self) -> Option<String> {
        let name = self.pointer.strip_prefix("/components/schemas/")?;
        (!name.contains('/')).then(|| unescape_token(name).into_owned())
    }

    /// Whether null is a value here.
    pub fn nullable(&self) -> bool {
        let is_alternative = self.or_null || unions::has_null(self.schema);
        is_alternative || self.layers().any(|data| data.nullable)
    }

    /// Whether the document advises against it.
    pub fn deprecated(&self) -> bool {
        self.layers().any(|data| data.deprecated)
    }

    /// Where a property of it has a meaning. One that has none anywhere is no fault of its users.
    pub fn access(&self) -> Access {
        let read_only = self.layers().any(|data| data.read_only);
        match (read_only, self.layers().any(|data| data.write_only)) {
            (true, false) => Access::ReadOnly,
            (false, true) => Access::WriteOnly,
            _ => Access::Both,
        }
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

/// The member of a schema that is no more than that: a reference with siblings, or one alternative.
///
/// `{"$ref": r, "nullable": true}` comes from `normalize` as
/// `{"allOf": [{"$ref": r}], "nullable": true}`, and `{"anyOf": [{"$ref": r}, {"type": "null"}]}` as
/// `{"anyOf": [{"$ref": r}], "nullable": true}`.
fn only_member(schema: &Schema) -> Option<(&'static str, usize, &ReferenceOr<Schema>)> {
    match &schema.schema_kind {
        SchemaKind::AllOf { all_of } => match all_of.as_slice() {
            [only @ ReferenceOr::Reference { .. }] => Some(("allOf", 0, only)),
            _ => None,
        },
        _ => unions::only(schema).map(|(index, only)| (unions::keyword(schema), index, only)),
    }
}
