//! A schema → a value that satisfies it, the document's own where it gives one.

use std::cell::Cell;

use openapiv3::SchemaData;
use serde_json::{Map, Value};

use super::keywords::Keywords;
use super::satisfies::satisfies;
use super::text::text;
use crate::lower::context::Context;
use crate::lower::object::{ObjectShape, Rest};
use crate::lower::shape::{Shape, shape};
use crate::lower::site::{Site, Written};
use crate::lower::tags::tags;
use crate::lower::unions::UnionShape;

/// How much an object has of what it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What is required.
    Least,
    /// All that a request may have.
    Full,
    /// What a response has: deep down, only what is required.
    Answer,
}

impl Extent {
    /// Whether an object that lies so deep in others has such a property.
    fn has(self, required: bool, depth: usize, data: &SchemaData) -> bool {
        match self {
            Self::Least => required && depth <= 2 * DEEPEST && !data.read_only,
            Self::Full => (depth < DEEPEST || required && depth <= 2 * DEEPEST) && !data.read_only,
            Self::Answer => (depth < SHALLOW || required && depth <= DEEPEST) && !data.write_only,
        }
    }
}

/// A value in the making: what it is called, and what the document has for it.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'d> {
    pub name: &'d str,
    pub examples: &'d [&'d Value],
    pub extent: Extent,
    /// How deep it lies in others.
    pub depth: usize,
    /// How many values it and the values around it may still have.
    pub left: &'d Cell<usize>,
}

impl Draft<'_> {
    /// Whether this sample, and those of the whole document, may have so many values more.
    fn affords(self, cx: &Context<'_>, values: usize) -> bool {
        let left = self.left.get().checked_sub(values).filter(|_| cx.affords(values));
        self.left.set(left.unwrap_or_default());
        left.is_some()
    }
}

/// One sample has so many values at most.
pub const LARGEST: usize = 10_000;

/// So many bytes of text count as a value.
const BYTES: usize = 100;

/// Values lie in one another so deep at most: a schema may contain itself.
const DEEPEST: usize = 8;

/// An answer has optional values so deep: an API's objects contain one another, each with the next.
const SHALLOW: usize = 3;

/// A value for the schema that is written at `pointer`.
pub fn value(cx: &Context<'_>, written: Written<'_>, pointer: &str, draft: Draft<'_>) -> Value {
    match Site::follow(cx, written, pointer) {
        Some(site) => value_at(cx, &site, draft),
        None => Value::from(draft.name),
    }
}

fn value_at(cx: &Context<'_>, site: &Site<'_>, draft: Draft<'_>) -> Value {
    let keywords = Keywords::of(site);
    let shape = shape(cx, site);
    if !draft.affords(cx, 1) {
        return bare(&shape, draft.name);
    }
    if let Some(given) = given(cx, site, &shape, draft) {
        return given;
    }
    if let Some(value) = keywords.values().iter().find(|value| !value.is_null()) {
        return value.clone();
    }
    match shape {
        Shape::Text { values, .. } if !values.is_empty() => Value::from(values[0]),
        Shape::Text { .. } => {
            let text = text(cx.profile, &keywords, draft.name);
            draft.affords(cx, text.len() / BYTES);
            Value::from(text)
        }
        Shape::Integer { .. } => Value::from(number(&keywords, 1.0) as i64),
        Shape::Number => Value::from(number(&keywords, 0.5)),
        Shape::Boolean => Value::Bool(true),
        Shape::Array(items) => list(cx, &keywords, items, draft),
        Shape::Tuple(positions) => tuple(cx, &positions, draft),
        Shape::Object(object) => Value::Object(properties(cx, &object, draft)),
        Shape::Union(union) => of_union(cx, site, &union, draft),
        Shape::Any(_) => Value::Object(Map::from_iter([("key".to_owned(), Value::from("value"))])),
    }
}

/// What the document has for this place and satisfies its schema. Of an object with what is required
/// alone, each property is looked for by itself.
fn given(cx: &Context<'_>, site: &Site<'_>, shape: &Shape<'_>, draft: Draft<'_>) -> Option<Value> {
    if matches!(shape, Shape::Object(object) if !object.properties.is_empty())
        && draft.extent == Extent::Least
    {
        return None;
    }
    let data = &site.schema.schema_data;
    let own = data.example.iter().chain(&data.default);
    let candidates = draft.examples.iter().copied().chain(own).filter(|it| !it.is_null());
    let listed = candidates.flat_map(|it| [it.clone(), Value::Array(vec![it.clone()])]);
    let is_list = matches!(shape, Shape::Array(_) | Shape::Tuple(_));
    let mut listed = listed.filter(|it| !is_list || it.as_array().is_some_and(|it| !it.is_empty()));
    let fits = |it: &Value| (is_list || !it.is_array()) && satisfies(cx, site, it);
    listed.find(fits).filter(|it| draft.affords(cx, size(it)))
}

/// The number nearest to one that the bounds allow.
fn number(keywords: &Keywords, step: f64) -> f64 {
    let (least, greatest) = keywords.range(step);
    let number = 1.0_f64.min(greatest).max(least);
    match keywords.number("multipleOf") {
        Some(unit) if unit > 0.0 => (number / unit).ceil() * unit,
        _ => number,
    }
}

fn list(
    cx: &Context<'_>,
    keywords: &Keywords,
    items: Option<(Written<'_>, String)>,
    draft: Draft<'_>,
) -> Value {
    let Some((items, pointer)) = items else { return Value::Array(Vec::new()) };
    if draft.depth > DEEPEST {
        return Value::Array(Vec::new());
    }
    let given: Vec<&Value> =
        draft.examples.iter().filter_map(|it| it.as_array()).flatten().collect();
    let inner = Draft { examples: &given, depth: draft.depth + 1, ..draft };
    let item = value(cx, items, &pointer, inner);
    let others = keywords.count("minItems").unwrap_or_default().saturating_sub(1);
    let others = others.min(draft.left.get() / size(&item));
    draft.affords(cx, others * size(&item));
    Value::Array(vec![item; 1 + others])
}

/// A value for each position; deep down null, where that is one.
fn tuple(cx: &Context<'_>, positions: &[(Written<'_>, String)], draft: Draft<'_>) -> Value {
    if draft.depth > 2 * DEEPEST {
        return Value::Array(Vec::new());
    }
    let has_null = |(written, pointer): &(Written<'_>, String)| {
        Site::follow(cx, *written, pointer).is_some_and(|site| site.nullable())
    };
    let position = |(index, it): (usize, &(Written<'_>, String))| {
        if draft.depth > DEEPEST && has_null(it) {
            return Value::Null;
        }
        let given = draft.examples.iter().filter_map(|example| example.get(index));
        let given: Vec<&Value> = given.collect();
        value(cx, it.0, &it.1, Draft { examples: &given, depth: draft.depth + 1, ..draft })
    };
    Value::Array(positions.iter().enumerate().map(position).collect())
}

/// A value of the kind, where a sample has grown too large to go on.
fn bare(shape: &Shape<'_>, name: &str) -> Value {
    match shape {
        Shape::Text { .. } => Value::from(name),
        Shape::Integer { .. } | Shape::Number => Value::from(1),
        Shape::Boolean => Value::Bool(true),
        Shape::Array(_) | Shape::Tuple(_) => Value::Array(Vec::new()),
        _ => Value::Object(Map::new()),
    }
}

/// How many values a value is, itself one of them.
pub fn size(value: &Value) -> usize {
    1 + match value {
        Value::String(text) => text.len() / BYTES,
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.values().map(size).sum(),
        _ => 0,
    }
}

fn properties(cx: &Context<'_>, object: &ObjectShape<'_>, draft: Draft<'_>) -> Map<String, Value> {
    let mut properties = Map::new();
    for property in object.properties.values() {
        let required = object.requires(property.wire);
        let site = Site::follow(cx, property.written, &property.pointer);
        let data = site.map(|site| site.schema.schema_data.clone()).unwrap_or_default();
        if !draft.extent.has(required, draft.depth, &data) {
            continue;
        }
        let given = inside(draft.examples, property.wire);
        let inner =
            Draft { name: property.wire, examples: &given, depth: draft.depth + 1, ..draft };
        let value = value(cx, property.written, &property.pointer, inner);
        properties.insert(property.wire.to_owned(), value);
    }
    if let (true, Rest::Like(values, pointer)) = (object.properties.is_empty(), &object.rest) {
        let inner = Draft { name: "value", examples: &[], depth: draft.depth + 1, ..draft };
        if draft.depth < DEEPEST {
            properties.insert("key".to_owned(), value(cx, *values, pointer, inner));
        }
    }
    properties
}

/// What examples of an object have for one of its properties.
pub fn inside<'v>(examples: &[&'v Value], property: &str) -> Vec<&'v Value> {
    examples.iter().filter_map(|example| example.get(property)).collect()
}

/// A value of the first type of a union, that says so if it can.
fn of_union(cx: &Context<'_>, site: &Site<'_>, union: &UnionShape<'_>, draft: Draft<'_>) -> Value {
    let sites = union.sites(cx, site.place());
    let Some(first) = sites.first().filter(|_| draft.depth < DEEPEST) else {
        return Value::Object(Map::new());
    };
    let mut value = value_at(cx, first, Draft { depth: draft.depth + 1, ..draft });
    let tags = tags(cx, union, &sites);
    let tag = tags.as_ref().and_then(|tags| Some((tags.property, tags.texts.first()?.first()?)));
    if let (Value::Object(object), Some((property, tag))) = (&mut value, tag) {
        object.insert(property.to_owned(), Value::from(tag.as_str()));
    }
    value
}
