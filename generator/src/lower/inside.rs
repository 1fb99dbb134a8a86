//! A reference to a schema → what stands there: a component, or a part of one.

use openapiv3::{AdditionalProperties, ReferenceOr, Schema, SchemaKind, Type};

use super::context::{Context, child};
use super::site::Written;
use super::unions;
use crate::normalize::component_place;

/// What a reference leads to, and its pointer.
pub fn find<'a>(cx: &Context<'a>, reference: &str) -> Option<(Written<'a>, String)> {
    let (name, inside) = component_place(reference, "schemas")?;
    let mut written = Written::from(cx.schema(&name)?);
    let mut pointer = child("/components/schemas", &name);
    let mut steps = inside.iter();
    while let Some(keyword) = steps.next() {
        let Written::Here(schema) = written else { return None };
        pointer = child(&pointer, keyword);
        written = match keyword.as_str() {
            "items" => items(schema)?,
            "additionalProperties" => additional(schema)?,
            _ => {
                let key = steps.next()?;
                pointer = child(&pointer, key);
                one_of_many(schema, keyword, key)?
            }
        };
    }
    match written {
        Written::Here(schema) if !inside.is_empty() && inline(schema).any(leads_on) => None,
        _ => Some((written, pointer)),
    }
}

/// Whether this leads to a part of a component without a name in between: such a way may have no end.
fn leads_on(written: Written<'_>) -> bool {
    match written {
        Written::Elsewhere(reference) => {
            component_place(reference, "schemas").is_some_and(|(_, steps)| !steps.is_empty())
        }
        Written::Here(schema) => inline(schema).any(leads_on),
    }
}

/// What stands in a schema, but for its properties.
fn inline(schema: &Schema) -> impl Iterator<Item = Written<'_>> {
    let all_of = match &schema.schema_kind {
        SchemaKind::AllOf { all_of } => all_of.as_slice(),
        SchemaKind::Any(any) => &any.all_of,
        _ => &[],
    };
    let listed = all_of.iter().chain(unions::alternatives(schema)).map(Written::from);
    items(schema).into_iter().chain(additional(schema)).chain(listed)
}

fn items(schema: &Schema) -> Option<Written<'_>> {
    let items = match &schema.schema_kind {
        SchemaKind::Type(Type::Array(array)) => &array.items,
        SchemaKind::Any(any) => &any.items,
        _ => return None,
    };
    items.as_ref().map(Written::from)
}

fn additional(schema: &Schema) -> Option<Written<'_>> {
    let additional = match &schema.schema_kind {
        SchemaKind::Type(Type::Object(object)) => &object.additional_properties,
        SchemaKind::Any(any) => &any.additional_properties,
        _ => return None,
    };
    match additional {
        Some(AdditionalProperties::Schema(schema)) => Some(Written::from(&**schema)),
        _ => None,
    }
}

/// Of the schemas that a keyword has the one with that name or number.
fn one_of_many<'a>(schema: &'a Schema, keyword: &str, key: &str) -> Option<Written<'a>> {
    let listed = |list: &'a [ReferenceOr<Schema>]| list.get(key.parse::<usize>().ok()?);
    let listed = match (keyword, &schema.schema_kind) {
        ("properties", SchemaKind::Type(Type::Object(object))) => {
            return object.properties.get(key).map(Written::from);
        }
        ("properties", SchemaKind::Any(any)) => return any.properties.get(key).map(Written::from),
        ("allOf", SchemaKind::AllOf { all_of }) => listed(all_of),
        ("oneOf", SchemaKind::OneOf { one_of }) => listed(one_of),
        ("anyOf", SchemaKind::AnyOf { any_of }) => listed(any_of),
        ("allOf", SchemaKind::Any(any)) => listed(&any.all_of),
        ("oneOf", SchemaKind::Any(any)) => listed(&any.one_of),
        ("anyOf", SchemaKind::Any(any)) => listed(&any.any_of),
        _ => None,
    };
    listed.map(Written::from)
}
