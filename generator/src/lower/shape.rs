//! The many ways to write a schema, as the few kinds that Rust has types for.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use openapiv3::{
    AnySchema, ReferenceOr, Schema, SchemaKind, StringFormat, StringType, Type,
    VariantOrUnknownOrEmpty,
};

use super::context::{Context, child};
use super::object::ObjectShape;
use super::scalars;
use super::site::{Site, Written};
use super::unions::{self, UnionShape};
use crate::normalize::{COUNTS, POSITIONS};

/// What a schema comes down to; cheap to clone.
#[derive(Debug, Clone)]
pub enum Shape<'a> {
    Text {
        format: String,
        pattern: &'a str,
        values: Rc<[&'a str]>,
    },
    Integer {
        format: String,
        values: Rc<[i64]>,
    },
    Number,
    Boolean,
    Array(Option<(Written<'a>, String)>),
    /// An array of so many values, by what is written for each.
    Tuple(Rc<[(Written<'a>, String)]>),
    Object(Rc<ObjectShape<'a>>),
    Union(Rc<UnionShape<'a>>),
    /// Anything, and the keyword that made it so where that is a loss.
    Any(Option<&'static str>),
}

/// The shapes of all components, by their pointers: many places ask for them, and an `allOf` is long
/// to put together.
pub fn of_components<'a>(cx: &Context<'a>) -> HashMap<String, Shape<'a>> {
    let components = cx.api.components.iter().flat_map(|components| &components.schemas);
    let site = |(name, schema): (&String, &'a ReferenceOr<Schema>)| {
        Site::follow(cx, schema.into(), &child("/components/schemas", name))
    };
    let sites = components.filter_map(site);
    sites.map(|site| (site.pointer.clone(), shape(cx, &site))).collect()
}

/// The shape of the schema at a site.
pub fn shape<'a>(cx: &Context<'a>, site: &Site<'a>) -> Shape<'a> {
    if matches!(&site.schema.schema_kind, SchemaKind::Any(any) if any.not.is_some()) {
        cx.note(&site.pointer, "`not` beside other keywords", "what those say");
    }
    let own = match (cx.shape(&site.pointer), all_of(site)) {
        (Some(known), _) => known.clone(),
        (None, Some(_)) => all_of_shape(cx, site),
        (None, None) => own_shape(cx, site),
    };
    match (&site.base, own) {
        (None, own) => own,
        (Some(_), Shape::Union(_)) => Shape::Any(Some("oneOf")),
        (Some(base), own) => merge(Shape::Object(base.object.clone()), own),
    }
}

/// The object that the schema at a site is, if it is one.
pub fn object<'a>(cx: &Context<'a>, site: &Site<'a>) -> Option<Rc<ObjectShape<'a>>> {
    match shape(cx, site) {
        Shape::Object(object) => Some(object),
        _ => None,
    }
}

/// The shape of a schema that has no `allOf`.
fn own_shape<'a>(cx: &Context<'a>, site: &Site<'a>) -> Shape<'a> {
    if let Some(union) = UnionShape::of(site.schema, &site.pointer) {
        return union_shape(cx, site, union);
    }
    let pointer = &site.pointer;
    match &site.schema.schema_kind {
        SchemaKind::Type(Type::String(text)) => text_shape(text),
        SchemaKind::Type(Type::Integer(integer)) => Shape::Integer {
            format: format_name(&integer.format),
            values: integer.enumeration.iter().flatten().copied().collect(),
        },
        SchemaKind::Type(Type::Number(number)) => {
            note_values(cx, pointer, !number.enumeration.is_empty());
            Shape::Number
        }
        SchemaKind::Type(Type::Boolean(truth)) => {
            note_values(cx, pointer, truth.enumeration.iter().flatten().count() == 1);
            Shape::Boolean
        }
        SchemaKind::Type(Type::Array(array)) => array_shape(array.items.as_ref(), pointer),
        SchemaKind::Type(Type::Object(object)) => Shape::Object(Rc::new(ObjectShape::of(
            &object.properties,
            &object.required,
            object.additional_properties.as_ref(),
            pointer,
        ))),
        SchemaKind::AllOf { .. } | SchemaKind::OneOf { .. } | SchemaKind::AnyOf { .. } => {
            Shape::Any(None)
        }
        SchemaKind::Not { .. } => Shape::Any(Some("not")),
        SchemaKind::Any(any) => {
            let shape = any_shape(any, pointer);
            let said = any.enumeration.iter().filter(|value| !value.is_null()).count();
            note_values(cx, pointer, said > values_of(&shape).unwrap_or(0));
            shape
        }
    }
}

/// Notes that only some values of a type are meant.
fn note_values(cx: &Context<'_>, pointer: &str, has_values: bool) {
    if has_values {
        cx.note(pointer, "the values of an `enum`", "any value of their type");
    }
}

/// A union, unless its members are no types: alike, or no more than rules for what stands beside them.
fn union_shape<'a>(cx: &Context<'a>, site: &Site<'a>, union: UnionShape<'a>) -> Shape<'a> {
    let beside = match &site.schema.schema_kind {
        SchemaKind::Any(any) if !any.properties.is_empty() => Some(any),
        _ => None,
    };
    let own = beside.map(|any| any_object(any, &site.pointer));
    if union.members.iter().all(unions::only_restricts) {
        let keyword = unions::keyword(site.schema);
        cx.note(&site.pointer, format!("rules for values as `{keyword}`"), "a type without them");
        return own.unwrap_or(Shape::Any(None));
    }
    match own {
        Some(own) => merge(own, Shape::Union(Rc::new(union))),
        None => scalar(cx, site, &union).unwrap_or(Shape::Union(Rc::new(union))),
    }
}

/// What members come down to that are all text, all numbers or all booleans. They are looked at
/// where they stand and no further: unions may lead to one another.
fn scalar<'a>(cx: &Context<'a>, site: &Site<'a>, union: &UnionShape<'a>) -> Option<Shape<'a>> {
    let shapes = union.sites(cx, &site.pointer).into_iter().map(|member| {
        let is_simple = all_of(&member).is_none() && unions::alternatives(member.schema).is_empty();
        is_simple.then(|| own_shape(cx, &member))
    });
    let shapes: Vec<Shape<'a>> = shapes.collect::<Option<_>>()?;
    let lists_values = shapes.iter().any(lists_values);
    let whole =
        shapes.into_iter().map(Some).reduce(|one, other| scalars::either(one?, other?))??;
    if lists_values && !self::lists_values(&whole) {
        cx.note(&site.pointer, "values beside any other", "any value of their type");
    }
    Some(whole)
}

fn lists_values(shape: &Shape<'_>) -> bool {
    values_of(shape).is_some_and(|count| count > 0)
}

/// How many values a shape lists, if it is of a kind that can.
fn values_of(shape: &Shape<'_>) -> Option<usize> {
    match shape {
        Shape::Text { values, .. } => Some(values.len()),
        Shape::Integer { values, .. } => Some(values.len()),
        _ => None,
    }
}

/// An object is written with properties; whether it says `type: object` makes no difference.
fn any_shape<'a>(any: &'a AnySchema, pointer: &str) -> Shape<'a> {
    match any.typ.as_deref() {
        Some("string") => Shape::Text {
            format: any.format.clone().unwrap_or_default(),
            pattern: any.pattern.as_deref().unwrap_or_default(),
            values: any.enumeration.iter().filter_map(|value| value.as_str()).collect(),
        },
        Some("integer") => Shape::Integer {
            format: any.format.clone().unwrap_or_default(),
            values: any.enumeration.iter().filter_map(|value| value.as_i64()).collect(),
        },
        Some("number") => Shape::Number,
        Some("boolean") => Shape::Boolean,
        Some("array") => array_shape(any.items.as_ref(), pointer),
        Some("object") => any_object(any, pointer),
        _ if says_object(any) => any_object(any, pointer),
        _ if any.items.is_some() => array_shape(any.items.as_ref(), pointer),
        _ => Shape::Any(None),
    }
}

/// Whether keywords for objects stand in a schema without a `type`.
fn says_object(any: &AnySchema) -> bool {
    !any.properties.is_empty() || any.additional_properties.is_some() || !any.required.is_empty()
}

fn any_object<'a>(any: &'a AnySchema, pointer: &str) -> Shape<'a> {
    let additional = any.additional_properties.as_ref();
    let mut object = ObjectShape::of(&any.properties, &any.required, additional, pointer);
    object.format = any.format.clone().unwrap_or_default();
    Shape::Object(Rc::new(object))
}

fn text_shape(text: &StringType) -> Shape<'_> {
    let format = match &text.format {
        VariantOrUnknownOrEmpty::Item(StringFormat::Date) => "date".to_owned(),
        VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) => "date-time".to_owned(),
        VariantOrUnknownOrEmpty::Item(StringFormat::Binary) => "binary".to_owned(),
        VariantOrUnknownOrEmpty::Item(_) | VariantOrUnknownOrEmpty::Empty => String::new(),
        VariantOrUnknownOrEmpty::Unknown(name) => name.clone(),
    };
    Shape::Text {
        format,
        pattern: text.pattern.as_deref().unwrap_or_default(),
        values: text.enumeration.iter().flatten().map(String::as_str).collect(),
    }
}

fn format_name(format: &VariantOrUnknownOrEmpty<openapiv3::IntegerFormat>) -> String {
    match format {
        VariantOrUnknownOrEmpty::Item(openapiv3::IntegerFormat::Int32) => "int32".to_owned(),
        VariantOrUnknownOrEmpty::Item(openapiv3::IntegerFormat::Int64) => "int64".to_owned(),
        VariantOrUnknownOrEmpty::Unknown(name) => name.clone(),
        VariantOrUnknownOrEmpty::Empty => String::new(),
    }
}

fn array_shape<'a>(items: Option<&'a ReferenceOr<Box<Schema>>>, pointer: &str) -> Shape<'a> {
    let pointer = child(pointer, "items");
    match items.and_then(|items| positions(items, &pointer)) {
        Some(positions) => Shape::Tuple(positions),
        None => Shape::Array(items.map(|items| (items.into(), pointer))),
    }
}

/// The positions of an array, if what is said of its items is said of each by its position.
fn positions<'a>(
    items: &'a ReferenceOr<Box<Schema>>,
    pointer: &str,
) -> Option<Rc<[(Written<'a>, String)]>> {
    let items = items.as_item().filter(|it| it.schema_data.extensions.contains_key(POSITIONS))?;
    let parent = child(pointer, unions::keyword(items));
    let alternatives = unions::alternatives(items).iter().enumerate();
    let positions = alternatives.map(|(index, it)| (it.into(), child(&parent, &index.to_string())));
    Some(positions.collect()).filter(|it: &Rc<[_]>| COUNTS.contains(&it.len()))
}

/// The members of an `allOf`, if the schema has one.
fn all_of<'a>(site: &Site<'a>) -> Option<&'a [ReferenceOr<Schema>]> {
    match &site.schema.schema_kind {
        SchemaKind::AllOf { all_of } => Some(all_of),
        SchemaKind::Any(any) if !any.all_of.is_empty() => Some(&any.all_of),
        _ => None,
    }
}

/// The members of an `allOf` are one object when all of them are objects.
fn all_of_shape<'a>(cx: &Context<'a>, site: &Site<'a>) -> Shape<'a> {
    members(cx, site).into_iter().reduce(merge).unwrap_or(Shape::Any(None))
}

/// The members of an `allOf` and of those in it. What has been seen says nothing new, so that a member
/// of many paths, or of itself, counts once. Of a union that lists what extends it, only what stands
/// beside the list is extended.
fn members<'a>(cx: &Context<'a>, site: &Site<'a>) -> Vec<Shape<'a>> {
    let (mut members, mut seen) = (Vec::new(), HashSet::new());
    let mut pending = vec![site.clone()];
    while let Some(site) = pending.pop() {
        if !seen.insert(site.pointer.clone()) {
            continue;
        }
        let Some(all_of) = all_of(&site) else {
            match own_shape(cx, &site) {
                Shape::Union(union) if union.leads_to(cx, &seen) => {
                    members.extend(union.base.clone().map(Shape::Object));
                }
                shape => members.push(shape),
            }
            continue;
        };
        if let SchemaKind::Any(any) = &site.schema.schema_kind
            && says_object(any)
        {
            members.push(any_object(any, &site.pointer));
        }
        let union = UnionShape::of(site.schema, &site.pointer);
        if let Some(union) = union.filter(|union| !union.leads_to(cx, &seen)) {
            members.push(Shape::Union(Rc::new(union)));
        }
        let parent = child(&site.pointer, "allOf");
        // The last goes in first, to come out last.
        for (index, member) in all_of.iter().enumerate().rev() {
            pending.extend(Site::follow(cx, member.into(), &child(&parent, &index.to_string())));
        }
    }
    members
}

/// What two members of an `allOf` say together; a later member's word on a property counts.
fn merge<'a>(one: Shape<'a>, other: Shape<'a>) -> Shape<'a> {
    match (one, other) {
        (Shape::Object(one), Shape::Object(other)) => {
            let (one, other) = (Rc::unwrap_or_clone(one), Rc::unwrap_or_clone(other));
            Shape::Object(Rc::new(one.and(other)))
        }
        (Shape::Object(object), Shape::Union(union))
        | (Shape::Union(union), Shape::Object(object)) => {
            let (object, union) = (Rc::unwrap_or_clone(object), Rc::unwrap_or_clone(union));
            Shape::Union(Rc::new(union.and(object)))
        }
        (Shape::Any(None), other) | (other, Shape::Any(None)) => other,
        (one, other) => scalars::both(one, other).unwrap_or(Shape::Any(Some("allOf"))),
    }
}
