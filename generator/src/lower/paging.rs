//! A list that can be read page after page is known by the shape of its response.

use std::rc::Rc;

use super::context::Context;
use super::object::{ObjectShape, Property};
use super::responses::Success;
use super::schemas::Schemas;
use super::shape::{Shape, shape};
use super::site::{Site, Written};
use super::types::element;
use crate::model::{Paging, Response};
use crate::profile::PageShape;

/// How deep an envelope is: deeper than any that is one. One that holds itself is none.
const LEVELS: usize = 4;

/// A page of a list, before any type has a name.
#[derive(Debug)]
pub struct Page<'a> {
    /// The property that holds the items.
    pub items: Property<'a>,
    /// What is written for one item, and where.
    item: (Written<'a>, String),
    shape: &'static PageShape,
    /// Whether the rest is what surrounds the items of every list of this shape.
    pub is_plain: bool,
}

/// The page that a response is, if it is one.
pub fn page<'a>(cx: &Context<'a>, success: &Success<'a>) -> Option<Page<'a>> {
    let Success::Json { schema: Some(written), pointer, or_nothing, .. } = success else {
        return None;
    };
    let site = Site::follow(cx, *written, pointer)?;
    let object = object(cx, &site)?;
    let mut shapes = cx.profile.pages.iter();
    let shape = shapes.find(|shape| leads_to_text(cx, &object, shape.next))?;
    let is_inline = site.pointer == *pointer && !site.nullable() && !or_nothing;
    let is_plain = is_inline && has_only(cx, &object, shape.envelope, LEVELS);
    let mut lists = object.properties.values().filter_map(|property| {
        let item = item(cx, property)?;
        Some((property.clone(), item))
    });
    let (Some((items, item)), None) = (lists.next(), lists.next()) else { return None };
    Some(Page { items, item, shape, is_plain })
}

impl Page<'_> {
    /// How to read the list, whose pages have the size that `size` finds.
    pub fn lower(
        &self,
        cx: &Context<'_>,
        schemas: &Schemas<'_>,
        size: impl Fn(&PageShape) -> Option<u32>,
    ) -> Paging {
        let (written, pointer) = &self.item;
        Paging {
            items: self.items.wire.to_owned(),
            item: element(cx, schemas, *written, pointer).not_null(),
            next: self.shape.next.join("."),
            token: self.shape.token.map(str::to_owned),
            size: size(self.shape).map(|maximum| (self.shape.size.to_owned(), maximum)),
        }
    }

    /// What a request of one page brings, if a type of its own would say no more.
    pub fn response(&self, cx: &Context<'_>, schemas: &Schemas<'_>) -> Option<Response> {
        let (written, pointer) = &self.item;
        self.is_plain.then(|| Response::Page(element(cx, schemas, *written, pointer)))
    }
}

fn leads_to_text(cx: &Context<'_>, of: &ObjectShape<'_>, path: &[&str]) -> bool {
    let Some((first, rest)) = path.split_first() else { return false };
    let Some(property) = of.properties.get(first) else { return false };
    let Some(site) = Site::follow(cx, property.written, &property.pointer) else { return false };
    match shape(cx, &site) {
        Shape::Object(inner) => leads_to_text(cx, &inner, rest),
        Shape::Text { values, .. } => rest.is_empty() && values.is_empty(),
        _ => false,
    }
}

/// Whether an object has one list, and apart from it nothing but these properties, however deep.
fn has_only(cx: &Context<'_>, object: &ObjectShape<'_>, names: &[&str], levels: usize) -> bool {
    object.properties.values().all(|property| {
        if item(cx, property).is_some() {
            return true;
        }
        let site = Site::follow(cx, property.written, &property.pointer);
        let inner = site.and_then(|site| self::object(cx, &site));
        names.contains(&property.wire)
            && inner.is_none_or(|inner| levels > 0 && has_only(cx, &inner, names, levels - 1))
    })
}

fn object<'a>(cx: &Context<'a>, site: &Site<'a>) -> Option<Rc<ObjectShape<'a>>> {
    match shape(cx, site) {
        Shape::Object(object) => Some(object),
        _ => None,
    }
}

/// What is written for one item of a property that is a list.
fn item<'a>(cx: &Context<'a>, property: &Property<'a>) -> Option<(Written<'a>, String)> {
    match shape(cx, &Site::follow(cx, property.written, &property.pointer)?) {
        Shape::Array(items) => items,
        _ => None,
    }
}
