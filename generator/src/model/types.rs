//! The types of a document, linked by id, so that recursion is no special case.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::names::{ItemPath, TypeName, ValueName};

/// Where a type stands in [`Document::types`](super::Document::types).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TypeId(pub usize);

/// A schema that has a name in Rust.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Type {
    /// The name in Rust.
    pub name: TypeName,
    /// The schema's place in the document, as a JSON pointer.
    pub pointer: String,
    /// The schema's own text.
    pub description: String,
    /// What it derives beyond what all types do.
    pub derives: Vec<ItemPath>,
    /// What it is.
    pub body: TypeBody,
}

/// What a type is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum TypeBody {
    /// A JSON object with properties.
    Object {
        /// The properties, in the document's order.
        fields: Vec<Field>,
        /// The type of the values of properties that have no field.
        rest: Option<TypeRef>,
        /// Whether a request sends it, so that users must be able to make one.
        sent: bool,
    },
    /// Strings of which the document names some.
    Enum(Vec<EnumVariant>),
    /// Integers of which the document names some.
    Integers(Vec<EnumVariant>),
    /// A value of one of several types.
    Union {
        /// The types, in the order in which they are tried.
        variants: Vec<UnionVariant>,
        /// The property whose text says which of them an object is.
        discriminator: Option<String>,
    },
    /// Another name for a type.
    Alias(TypeRef),
    /// Another name for a type of the user's own.
    Foreign(ItemPath),
}

impl Type {
    /// These types and all that they contain, of the types of a document.
    pub fn reached(types: &[Self], from: impl Iterator<Item = TypeId>) -> BTreeSet<TypeId> {
        let (mut pending, mut reached): (Vec<TypeId>, _) = (from.collect(), BTreeSet::new());
        while let Some(id) = pending.pop() {
            if reached.insert(id) {
                types[id.0].body.each_part(|part| pending.extend(part.named()));
            }
        }
        reached
    }
}

impl TypeBody {
    /// Calls `each` with every type that this one is made of.
    pub fn each_part<'a>(&'a self, mut each: impl FnMut(&'a TypeRef)) {
        match self {
            Self::Object { fields, rest, .. } => {
                fields.iter().map(|field| &field.r#type).chain(rest).for_each(each);
            }
            Self::Union { variants, .. } => variants.iter().map(|it| &it.r#type).for_each(each),
            Self::Alias(target) => each(target),
            Self::Enum(_) | Self::Integers(_) | Self::Foreign(_) => {}
        }
    }
}

/// A property of an object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// The name in Rust.
    pub name: ValueName,
    /// The name in JSON.
    pub wire: String,
    /// The property's place in the document, as a JSON pointer.
    #[serde(skip)]
    pub pointer: String,
    /// The property's own text.
    pub description: String,
    /// Its type, without `Option`.
    pub r#type: TypeRef,
    /// Whether it is always there and never null.
    pub required: bool,
    /// Whether it is there and not null in every request.
    #[serde(skip)]
    pub asked: bool,
    /// Whether the document allows null.
    pub nullable: bool,
    /// Whether it is there even when it is null.
    pub present: bool,
    /// Whether it must not be printed.
    pub personal: bool,
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// Where it has a meaning.
    #[serde(skip_serializing_if = "Access::is_both")]
    pub access: Access,
    /// The one text that it can have, if it is always there and has no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed: Option<String>,
}

impl Field {
    /// Whether one who makes a value has to give it.
    pub fn is_asked(&self) -> bool {
        self.asked && self.fixed.is_none()
    }
}

/// Where a property has a meaning: `readOnly` and `writeOnly` (OpenAPI 3.0, "Schema Object").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Access {
    /// In requests and in responses.
    Both,
    /// In responses.
    ReadOnly,
    /// In requests.
    WriteOnly,
}

impl Access {
    fn is_both(&self) -> bool {
        *self == Self::Both
    }
}

/// A value of an enum that the document names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EnumVariant {
    /// The name in Rust.
    pub name: TypeName,
    /// The value in JSON: a text, or an integer's digits.
    pub wire: String,
    /// The value's place in the document, as a JSON pointer.
    #[serde(skip)]
    pub pointer: String,
}

/// One of the types that a value may be of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnionVariant {
    /// The name in Rust.
    pub name: TypeName,
    /// The type's place in the document, as a JSON pointer.
    #[serde(skip)]
    pub pointer: String,
    /// The document's text, where the type has none of its own.
    pub description: String,
    /// The type.
    pub r#type: TypeRef,
    /// The texts of the discriminator that stand for it.
    pub tags: Vec<String>,
}

/// A type as it is used.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub enum TypeRef {
    /// Text.
    String,
    /// `true` or `false`.
    Bool,
    /// `integer` with format `int32`.
    I32,
    /// Any other `integer`.
    I64,
    /// `number`.
    F64,
    /// Text with format `date`.
    Date,
    /// Text with format `date-time`, or with the same in the form of RFC 2822.
    DateTime,
    /// Text with format `uri`.
    Uri,
    /// Text that names a resource: one of [`Model::ids`](super::Model::ids).
    Id(TypeName),
    /// Any JSON value.
    Any,
    /// An array.
    List(Box<TypeRef>),
    /// An array of so many values, each with a type of its own.
    Tuple(Vec<TypeRef>),
    /// An object whose values are alike.
    Map(Box<TypeRef>),
    /// A value or null, where the place itself does not say so: in a list, in a map.
    Nullable(Box<TypeRef>),
    /// A type that would contain itself without this.
    Boxed(Box<TypeRef>),
    /// A type with a name.
    Named(TypeId),
}

impl TypeRef {
    /// This type or null; for any JSON value that is no other type.
    pub fn or_null(self) -> Self {
        match self {
            Self::Any | Self::Nullable(_) => self,
            other => Self::Nullable(Box::new(other)),
        }
    }

    /// This type without null.
    pub fn not_null(self) -> Self {
        match self {
            Self::Nullable(inner) => *inner,
            other => other,
        }
    }

    /// Calls `each` with every id that this type mentions.
    pub fn each_id(&self, each: &mut impl FnMut(&TypeName)) {
        for part in self.innermost() {
            if let Self::Id(name) = part {
                each(name);
            }
        }
    }

    /// The named types that this one mentions.
    pub fn named(&self) -> Vec<TypeId> {
        let named = |part: &Self| match part {
            Self::Named(id) => Some(*id),
            _ => None,
        };
        self.innermost().into_iter().filter_map(named).collect()
    }

    /// The types that lists, maps and the like are made of.
    fn innermost(&self) -> Vec<&Self> {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) | Self::Boxed(inner) => {
                inner.innermost()
            }
            Self::Tuple(positions) => positions.iter().flat_map(Self::innermost).collect(),
            _ => vec![self],
        }
    }
}
