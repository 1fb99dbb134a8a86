//! The objects of OpenAPI 3.0.3 as data: which fields each has, and what a field may hold.
//!
//! Source: the OpenAPI Specification 3.0.3; each table bears the name of its section.

mod document;
mod operation;
mod parameter;
mod scalar;
mod schema;
mod security;

pub(super) use document::{INFO, OPENAPI};
pub(super) use operation::{OPERATION, PATH_ITEM, RESPONSE};
pub(super) use parameter::{HEADER, PARAMETER};
pub(super) use schema::SCHEMA;

use crate::diagnostics::Code;

/// One kind of object.
pub(super) struct Object {
    /// The name of its section in the specification, such as `Path Item Object`.
    pub(super) name: &'static str,
    /// The field of the Components Object that holds such objects; empty when none does.
    pub(super) section: &'static str,
    pub(super) fields: &'static [Field],
    pub(super) others: Others,
    pub(super) rule: Rule,
}

/// A field with a fixed name.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) holds: Shape,
    pub(super) required: bool,
}

/// What may stand at a place.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// Any JSON value; never looked into.
    Anything,
    Text,
    Boolean,
    Number,
    /// A whole number from zero up.
    Count,
    /// A string out of a closed list.
    Word(&'static [&'static str]),
    /// The name of a schema, or a reference to one as a plain string.
    SchemaName,
    Object(&'static Object),
    /// An object, or a Reference Object that leads to one.
    Referable(&'static Object),
    /// `true`, `false`, or what [`Shape::Referable`] allows.
    BooleanOr(&'static Object),
    List(&'static Shape),
    /// An object whose keys the author chooses.
    Map(&'static Shape),
}

/// What keys that are no fixed field mean. Keys that start with `x-` are extensions everywhere.
#[derive(Clone, Copy)]
pub(super) enum Others {
    Ignored,
    /// They are taken for misspelt HTTP methods.
    Methods,
    /// They follow a pattern and hold values of one shape.
    Keys {
        fit: fn(&str) -> bool,
        misfit: Code,
        hold: Shape,
    },
}

/// A rule beyond fields and shapes.
#[derive(Clone, Copy)]
pub(super) enum Rule {
    None,
    Schema,
    Parameter,
    Header,
    Link,
    SecurityScheme,
}

impl Object {
    /// An object with fixed fields, which the Components Object does not hold.
    const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self { name, section: "", fields, others: Others::Ignored, rule: Rule::None }
    }

    const fn in_section(self, section: &'static str) -> Self {
        Self { section, ..self }
    }

    const fn with_others(self, others: Others) -> Self {
        Self { others, ..self }
    }

    const fn with_rule(self, rule: Rule) -> Self {
        Self { rule, ..self }
    }

    /// Whether both are the same kind: each kind has one table.
    pub(super) fn is(&self, other: &'static Self) -> bool {
        std::ptr::eq(self, other)
    }

    /// Whether a key is an optional field that cannot hold `null`.
    pub(super) fn may_lack(&self, key: &str) -> bool {
        let field = self.fields.iter().find(|field| field.name == key);
        field.is_some_and(|field| !field.required && !matches!(field.holds, Shape::Anything))
    }

    /// What the value of a key may be; `None` for an extension or an unknown key.
    pub(super) fn shape_of(&self, key: &str) -> Option<Shape> {
        if let Some(field) = self.fields.iter().find(|field| field.name == key) {
            return Some(field.holds);
        }
        match self.others {
            Others::Keys { fit, hold, .. } if !key.starts_with("x-") && fit(key) => Some(hold),
            _ => None,
        }
    }
}

impl Shape {
    /// What the value of a key or an index inside may be.
    fn inside(self, token: &str) -> Option<Self> {
        match self {
            Self::Object(object) | Self::Referable(object) | Self::BooleanOr(object) => {
                object.shape_of(token)
            }
            Self::List(item) | Self::Map(item) => Some(*item),
            _ => None,
        }
    }
}

/// The kind of object that belongs at a place, given as the keys that lead there.
pub(super) fn object_at<'a>(tokens: impl Iterator<Item = &'a str>) -> Option<&'static Object> {
    let mut shape = Shape::Object(&OPENAPI);
    for token in tokens {
        shape = shape.inside(token)?;
    }
    match shape {
        Shape::Object(object) | Shape::Referable(object) | Shape::BooleanOr(object) => Some(object),
        _ => None,
    }
}

const fn required(name: &'static str, holds: Shape) -> Field {
    Field { name, holds, required: true }
}

const fn optional(name: &'static str, holds: Shape) -> Field {
    Field { name, holds, required: false }
}

#[cfg(test)]
mod tests {
    use super::object_at;

    fn name_at(pointer: &str) -> Option<&'static str> {
        object_at(pointer.split('/').skip(1)).map(|object| object.name)
    }

    #[test]
    fn places_have_kinds() {
        assert_eq!(name_at("/components/schemas/A/properties/b/items"), Some("Schema Object"));
        assert_eq!(name_at("/components/responses/A"), Some("Response Object"));
        assert_eq!(name_at("/components/schemas"), None);
        assert_eq!(name_at("/components/schemas/A/example/b"), None);
        assert_eq!(name_at("/x-shared/A"), None);
    }
}
