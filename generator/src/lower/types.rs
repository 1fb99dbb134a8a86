//! The second step: the bodies of the types, linked by id.

use super::conflicts;
use super::context::Context;
use super::fixed;
use super::noun::Noun;
use super::object::{ObjectShape, Property, Rest};
use super::personal::is_personal;
use super::recursion;
use super::schemas::{Schemas, is_within};
use super::shape::{Shape, shape};
use super::site::{Site, Written};
use super::unions::{is_of_scalars, one_or_many};
use super::values;
use super::variants::lower_union;
use crate::model::{Access, Field, Type, TypeBody, TypeRef};
use crate::names::{self, Claim, TypeName, ValueName};
use crate::profile::Format;

/// The types of a document, one for each of `schemas`, in their order.
pub fn lower_types(cx: &Context<'_>, schemas: &Schemas<'_>, names: &[TypeName]) -> Vec<Type> {
    let mut types: Vec<Type> = schemas
        .sites
        .iter()
        .zip(&schemas.claims)
        .zip(&schemas.nouns)
        .zip(names)
        .map(|(((site, claim), otherwise), name)| {
            let body = lower_body(cx, schemas, names, site, &claim.key);
            let is_ours = !matches!(body, TypeBody::Alias(_) | TypeBody::Foreign(_));
            Type {
                name: name.clone(),
                pointer: cx.origin(&claim.key),
                description: description(site, otherwise),
                derives: if is_ours { cx.derives(&claim.key) } else { Vec::new() },
                body,
            }
        })
        .collect();
    recursion::break_cycles(cx, &mut types);
    fixed::fix(&mut types);
    types
}

/// What the document says of the schema, else what it is. Values of a format stand in many places:
/// what is said of one of these is not said of the type.
fn description(site: &Site<'_>, noun: &Noun) -> String {
    let own = site.description();
    let is_shared = matches!(noun, Noun::Format(_));
    if is_shared || own.trim().is_empty() { noun.sentence() } else { own }
}

fn lower_body(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    names: &[TypeName],
    site: &Site<'_>,
    own: &str,
) -> TypeBody {
    if let Some(path) = cx.replacement(own) {
        return TypeBody::Foreign(path);
    }
    if !is_within(site.place(), own) {
        return TypeBody::Alias(type_of(cx, schemas, site));
    }
    match shape(cx, site) {
        Shape::Text { values, .. } if !values.is_empty() => {
            TypeBody::Enum(values::of_texts(cx, site, &values, own))
        }
        Shape::Integer { values, .. } if !values.is_empty() => {
            TypeBody::Integers(values::of_integers(cx, site, &values, own))
        }
        Shape::Object(object) if !object.properties.is_empty() => {
            note_discriminator(cx, site);
            conflicts::note(cx, schemas, &object);
            TypeBody::Object {
                fields: lower_fields(cx, schemas, &object, own),
                rest: lower_rest(cx, schemas, &object.rest),
                sent: false,
            }
        }
        Shape::Union(union) => lower_union(cx, schemas, names, site, &union),
        shape => TypeBody::Alias(type_of_shape(cx, schemas, shape, &site.pointer)),
    }
}

/// What extends an object is told by its discriminator only where a union lists it.
fn note_discriminator(cx: &Context<'_>, site: &Site<'_>) {
    if site.schema.schema_data.discriminator.is_some() {
        let became = "an object with the properties that all have";
        cx.note(&site.pointer, "a `discriminator` without `oneOf`", became);
    }
}

fn lower_fields(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    object: &ObjectShape<'_>,
    own: &str,
) -> Vec<Field> {
    let claim = |property: &Property<'_>| Claim::of(property.wire, names::words(property.wire));
    let mut claims: Vec<Claim> = object.properties.values().map(claim).collect();
    let chosen = object.properties.values().map(|it| cx.chosen_field(own, it.wire));
    let chosen: Vec<_> = chosen.collect();
    let settled: Vec<ValueName> = cx.overruled.settle(&mut claims, &chosen, &["rest"]);
    let fields = object.properties.values().zip(settled);
    fields
        .map(|(property, name)| {
            let required = object.requires(property.wire);
            lower_field(cx, schemas, property, required, name)
        })
        .collect()
}

fn lower_field(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    property: &Property<'_>,
    required: bool,
    name: ValueName,
) -> Field {
    let site = Site::follow(cx, property.written, &property.pointer);
    let r#type = type_ref(cx, schemas, property.written, &property.pointer);
    let nullable = r#type == TypeRef::Any || site.as_ref().is_none_or(Site::nullable);
    Field {
        name,
        wire: property.wire.to_owned(),
        pointer: cx.origin(&property.pointer),
        description: site.as_ref().map(|site| site.told(cx)).unwrap_or_default(),
        r#type,
        required: required && !nullable,
        asked: required && !nullable,
        nullable,
        present: required && nullable,
        personal: site.as_ref().is_some_and(|site| is_personal(cx, site)),
        deprecated: site.as_ref().is_some_and(Site::deprecated),
        access: site.as_ref().map_or(Access::Both, Site::access),
        fixed: None,
    }
}

fn lower_rest(cx: &Context<'_>, schemas: &Schemas<'_>, rest: &Rest<'_>) -> Option<TypeRef> {
    match rest {
        Rest::Unsaid => None,
        Rest::Anything => Some(TypeRef::Any),
        Rest::Like(written, pointer) => Some(element(cx, schemas, *written, pointer)),
    }
}

/// The type of what is written at `pointer`.
pub fn type_ref(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    written: Written<'_>,
    pointer: &str,
) -> TypeRef {
    follow(cx, written, pointer, |site| type_of(cx, schemas, site))
}

/// The type of a value that a call sends by itself: a list is one also where the document names it, and
/// where it allows one value instead.
pub fn sent(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    written: Written<'_>,
    pointer: &str,
) -> TypeRef {
    let list = |site: Site<'_>| type_of_shape(cx, schemas, shape(cx, &site), &site.pointer);
    follow(cx, written, pointer, |site| match shape(cx, site) {
        Shape::Union(union) => one_or_many(cx, site).map(list).unwrap_or_else(|| {
            if !is_of_scalars(cx, site, &union) {
                let what = "a list or an object among the types of a parameter";
                cx.note(pointer, what, "its JSON text");
            }
            type_of(cx, schemas, site)
        }),
        list @ Shape::Array(_) => type_of_shape(cx, schemas, list, &site.pointer),
        Shape::Tuple(positions) => {
            TypeRef::List(Box::new(alike(cx, elements(cx, schemas, &positions), pointer)))
        }
        _ => type_of(cx, schemas, site),
    })
}

/// The type of each value of a tuple.
fn elements(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    positions: &[(Written<'_>, String)],
) -> Vec<TypeRef> {
    let positions = positions.iter();
    positions.map(|(written, pointer)| element(cx, schemas, *written, pointer)).collect()
}

/// The type that the values of a tuple have in common where each is sent by itself: text, if no other.
fn alike(cx: &Context<'_>, types: Vec<TypeRef>, pointer: &str) -> TypeRef {
    cx.note(
        pointer,
        "a tuple that is sent value by value",
        "a list of such values, or of their texts",
    );
    match types.split_first() {
        Some((first, others)) if others.iter().all(|other| other == first) => first.clone(),
        _ => TypeRef::String,
    }
}

/// The type of the site that what is written leads to.
fn follow<'a>(
    cx: &Context<'a>,
    written: Written<'a>,
    pointer: &str,
    r#type: impl FnOnce(&Site<'a>) -> TypeRef,
) -> TypeRef {
    match Site::follow(cx, written, pointer) {
        Some(site) => r#type(&site),
        None => {
            cx.note(pointer, "a reference that leads to no component", "any JSON value");
            TypeRef::Any
        }
    }
}

/// The type of a list's items, of a map's values, of a body: where null is part of the type.
pub fn element(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    written: Written<'_>,
    pointer: &str,
) -> TypeRef {
    let nullable = Site::follow(cx, written, pointer).is_some_and(|site| site.nullable());
    let element = type_ref(cx, schemas, written, pointer);
    if nullable { element.or_null() } else { element }
}

/// The type of what is defined at a site.
pub fn type_of(cx: &Context<'_>, schemas: &Schemas<'_>, site: &Site<'_>) -> TypeRef {
    match schemas.id(site.place()) {
        Some(id) => TypeRef::Named(id),
        None => type_of_shape(cx, schemas, shape(cx, site), &site.pointer),
    }
}

/// The type of a shape that has none of its own.
pub fn type_of_shape(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    shape: Shape<'_>,
    pointer: &str,
) -> TypeRef {
    match shape {
        Shape::Text { format, pattern, .. } => type_of_text(cx, &format, pattern),
        Shape::Integer { format, .. } if format == "int32" => TypeRef::I32,
        Shape::Integer { .. } => TypeRef::I64,
        Shape::Number => TypeRef::F64,
        Shape::Boolean => TypeRef::Bool,
        Shape::Array(Some((items, pointer))) => {
            TypeRef::List(Box::new(element(cx, schemas, items, &pointer)))
        }
        Shape::Array(None) => TypeRef::List(Box::new(TypeRef::Any)),
        Shape::Tuple(positions) => TypeRef::Tuple(elements(cx, schemas, &positions)),
        Shape::Object(it) if cx.profile.format(&it.format) == Some(Format::UriMap) => {
            TypeRef::Map(Box::new(TypeRef::Nullable(Box::new(TypeRef::Uri))))
        }
        Shape::Object(object) => match lower_rest(cx, schemas, &object.rest) {
            Some(values) => TypeRef::Map(Box::new(values)),
            None => TypeRef::Any,
        },
        Shape::Union(_) | Shape::Any(None) => TypeRef::Any,
        Shape::Any(Some(keyword)) => {
            cx.note(pointer, format!("`{keyword}`"), "any JSON value");
            TypeRef::Any
        }
    }
}

fn type_of_text(cx: &Context<'_>, format: &str, pattern: &str) -> TypeRef {
    if let Some(id) = cx.id(pattern) {
        return TypeRef::Id(id);
    }
    match format {
        "date" => TypeRef::Date,
        "date-time" => TypeRef::DateTime,
        "uri" => TypeRef::Uri,
        _ if cx.profile.format(format) == Some(Format::DateTime) => TypeRef::DateTime,
        _ => TypeRef::String,
    }
}
