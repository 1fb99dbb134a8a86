//! `oneOf` and `anyOf` → the schemas that a value may be of.

use std::collections::HashSet;
use std::rc::Rc;

use openapiv3::{AnySchema, Discriminator, ReferenceOr, Schema, SchemaKind, Type};

use super::context::{Context, child};
use super::object::{ObjectShape, Property};
use super::shape::{Shape, shape};
use super::site::{Base, Site, Written};

/// A value that satisfies one of several schemas, or several of them.
#[derive(Debug, Clone)]
pub struct UnionShape<'a> {
    pub members: Vec<Member<'a>>,
    pub discriminator: Option<&'a Discriminator>,
    /// The properties that stand beside the members: all have them.
    pub base: Option<Rc<ObjectShape<'a>>>,
}

/// One of the schemas.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    pub written: Written<'a>,
    pub pointer: String,
}

impl<'a> UnionShape<'a> {
    /// The union that a schema is, if it has members that are more than null.
    pub fn of(schema: &'a Schema, pointer: &str) -> Option<Self> {
        let mut members = Vec::new();
        collect(schema, pointer, &mut members);
        let discriminator = schema.schema_data.discriminator.as_ref();
        (!members.is_empty()).then_some(Self { members, discriminator, base: None })
    }

    /// The same with more properties beside the members.
    pub fn and(mut self, base: ObjectShape<'a>) -> Self {
        let own = self.base.take().map(Rc::unwrap_or_clone);
        self.base = Some(Rc::new(match own {
            Some(own) => base.and(own),
            None => base,
        }));
        self
    }

    /// Where the members are defined, of a union that stands at `pointer`. With properties beside
    /// them, each is a schema of its own at a place below that, unless it has these already.
    pub fn sites(&self, cx: &Context<'a>, pointer: &str) -> Vec<Site<'a>> {
        let members = self.followed(cx).enumerate();
        let site = |(index, site): (usize, Site<'a>)| match &self.base {
            Some(base) if !has_all(cx, &site, base) => {
                let place = child(&child(pointer, "oneOf"), &index.to_string());
                site.with_base(Some(Base { place, object: base.clone() }))
            }
            _ => site,
        };
        members.map(site).collect()
    }

    fn followed(&self, cx: &Context<'a>) -> impl Iterator<Item = Site<'a>> {
        self.members.iter().filter_map(|it| Site::follow(cx, it.written, &it.pointer))
    }

    /// Whether a member is one of these schemas.
    pub fn leads_to(&self, cx: &Context<'a>, pointers: &HashSet<String>) -> bool {
        self.followed(cx).any(|site| pointers.contains(&site.pointer))
    }
}

/// Whether a member has the properties that stand beside it, as one has that extends its union.
fn has_all(cx: &Context<'_>, member: &Site<'_>, base: &ObjectShape<'_>) -> bool {
    let Shape::Object(own) = shape(cx, member) else { return false };
    let has = |it: &Property<'_>| {
        own.properties.get(it.wire).is_some_and(|own| own.pointer == it.pointer)
    };
    base.properties.values().all(has)
}

/// The keyword that lists a schema's alternatives.
pub fn keyword(schema: &Schema) -> &'static str {
    match &schema.schema_kind {
        SchemaKind::OneOf { .. } => "oneOf",
        SchemaKind::Any(any) if !any.one_of.is_empty() => "oneOf",
        _ => "anyOf",
    }
}

/// The alternatives of a schema.
pub fn alternatives(schema: &Schema) -> &[ReferenceOr<Schema>] {
    match &schema.schema_kind {
        SchemaKind::OneOf { one_of } => one_of,
        SchemaKind::AnyOf { any_of } => any_of,
        SchemaKind::Any(any) if !any.one_of.is_empty() => &any.one_of,
        SchemaKind::Any(any) => &any.any_of,
        _ => &[],
    }
}

/// The one alternative that is more than null, of a schema that says nothing else of its values.
pub fn only(schema: &Schema) -> Option<(usize, &ReferenceOr<Schema>)> {
    let says_more = match &schema.schema_kind {
        SchemaKind::Any(any) => !any.properties.is_empty() || !any.all_of.is_empty(),
        _ => false,
    };
    let is_real = |member: &ReferenceOr<Schema>| !member.as_item().is_some_and(is_null);
    let mut real = alternatives(schema).iter().enumerate().filter(|(_, it)| is_real(it));
    match (real.next(), real.next()) {
        (Some(only), None) if !says_more => Some(only),
        _ => None,
    }
}

/// Whether one of the alternatives that are written here is null, or may be.
pub fn has_null(schema: &Schema) -> bool {
    let inline = alternatives(schema).iter().filter_map(ReferenceOr::as_item);
    inline.into_iter().any(|it: &Schema| it.schema_data.nullable || is_null(it))
}

/// The members of a schema and of unions in it that stand for themselves alone.
fn collect<'a>(schema: &'a Schema, pointer: &str, members: &mut Vec<Member<'a>>) {
    for (index, member) in alternatives(schema).iter().enumerate() {
        let pointer = child(&child(pointer, keyword(schema)), &index.to_string());
        match member {
            ReferenceOr::Item(inner) if is_null(inner) => {}
            ReferenceOr::Item(inner) if is_plain_union(inner) => collect(inner, &pointer, members),
            _ => members.push(Member { written: member.into(), pointer }),
        }
    }
}

/// Whether a schema is a list of alternatives and says nothing else of its values.
fn is_plain_union(schema: &Schema) -> bool {
    let lists = matches!(schema.schema_kind, SchemaKind::OneOf { .. } | SchemaKind::AnyOf { .. });
    lists && schema.schema_data.discriminator.is_none() && schema.schema_data.title.is_none()
}

/// The member that is a list, of a union of one value or a list of such values.
pub fn one_or_many<'a>(cx: &Context<'a>, site: &Site<'a>) -> Option<Site<'a>> {
    let Shape::Union(union) = shape(cx, site) else { return None };
    let [one, other] = <[Site<'a>; 2]>::try_from(union.sites(cx, site.place())).ok()?;
    let is_list = |site: &Site<'a>| matches!(shape(cx, site), Shape::Array(Some(_)));
    let (single, list) = if is_list(&one) { (other, one) } else { (one, other) };
    let Shape::Array(Some((items, pointer))) = shape(cx, &list) else { return None };
    let item = Site::follow(cx, items, &pointer)?;
    let is_alike = match (shape(cx, &item), shape(cx, &single)) {
        (Shape::Text { format, values, .. }, Shape::Text { format: other, values: others, .. }) => {
            format == other && values == others
        }
        (Shape::Integer { .. }, Shape::Integer { .. }) | (Shape::Number, Shape::Number) => true,
        _ => item.pointer == single.pointer,
    };
    is_alike.then_some(list)
}

/// Whether every member is a single value.
pub fn is_of_scalars<'a>(cx: &Context<'a>, site: &Site<'a>, union: &UnionShape<'a>) -> bool {
    let is_scalar = |site: &Site<'a>| match shape(cx, site) {
        Shape::Text { .. } | Shape::Integer { .. } | Shape::Number | Shape::Boolean => true,
        Shape::Array(_) | Shape::Tuple(_) | Shape::Object(_) | Shape::Union(_) | Shape::Any(_) => {
            false
        }
    };
    union.sites(cx, site.place()).iter().all(is_scalar)
}

/// Whether null alone satisfies a schema.
fn is_null(schema: &Schema) -> bool {
    match &schema.schema_kind {
        SchemaKind::Any(any) => {
            any.typ.as_deref() == Some("null")
                || any.enumeration.len() == 1 && any.enumeration[0].is_null()
        }
        SchemaKind::Type(Type::String(text)) => text.enumeration == [None],
        _ => false,
    }
}

/// Whether a member only restricts what stands beside it: it names no property, and no other type.
pub fn only_restricts(member: &Member<'_>) -> bool {
    let Written::Here(schema) = member.written else { return false };
    match &schema.schema_kind {
        SchemaKind::Any(any) => says_nothing(any),
        SchemaKind::Type(Type::Object(object)) => {
            object.properties.is_empty() && object.additional_properties.is_none()
        }
        SchemaKind::Not { .. } => true,
        _ => false,
    }
}

fn says_nothing(any: &AnySchema) -> bool {
    let lists = [&any.all_of, &any.any_of, &any.one_of];
    any.typ.as_deref().is_none_or(|name| name == "object")
        && any.properties.is_empty()
        && any.additional_properties.is_none()
        && any.items.is_none()
        && any.enumeration.is_empty()
        && lists.iter().all(|list| list.is_empty())
}
