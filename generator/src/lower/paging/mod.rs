//! A list that can be read page after page is known by the shape of its response.

mod evidence;
mod leads;
mod parameters;
mod words;

use super::context::Context;
use super::groups::Found;
use super::object::{ObjectShape, Property};
use super::overruled::is_of;
use super::requests::Inputs;
use super::responses::Success;
use super::schemas::Schemas;
use super::shape::{Shape, object, shape};
use super::site::{Site, Written};
use super::types::element;
use crate::model::{self, Location, Method, Next, Response};
use crate::overrides::{By, Paging, USUAL_MAXIMUM};

/// How deep an envelope is: deeper than any that is one. One that holds itself is none.
const LEVELS: usize = 4;

/// A page of a list, before any type has a name.
#[derive(Debug)]
pub struct Page<'a> {
    /// The property that holds the items; none if the page is a list of them.
    pub items: Option<Property<'a>>,
    /// What is written for one item, and where.
    item: Item<'a>,
    next: Next,
    /// The parameter for the size of a page, and its maximum where the document names none.
    size: Option<(String, u32)>,
    /// Whether the rest is what surrounds the items of every list of this shape.
    pub is_plain: bool,
    /// Whether a page is all that success brings, whatever else the document says of it.
    pub is_all: bool,
}

/// What is written for one item, and where.
type Item<'a> = (Written<'a>, String);

/// The page that a response is, if it is one: as the user has said first, then as the vendor has it, then by
/// what the document shows.
pub fn page<'a>(
    cx: &Context<'a>,
    found: &Found<'a>,
    inputs: &Inputs<'a>,
    success: &Success<'a>,
) -> Option<Page<'a>> {
    let Success::Json { schema: Some(written), pointer, or_nothing, .. } = success else {
        return None;
    };
    let site = Site::follow(cx, *written, pointer)?;
    let is_own = site.pointer == *pointer && !site.nullable() && !or_nothing;
    // A vendor whose shapes are known has no others: its `Page` need not count anything.
    let own = match cx.profile.pages {
        [] => shown(cx, found, inputs, &site),
        _ => known(cx, &site, is_own),
    };
    let is_for = |rule: &Paging| rule.operation.as_ref().is_none_or(|name| is_of(found, name));
    let said = |rule: &Paging| said(cx, found, inputs, &site, rule).filter(|_| is_for(rule));
    let is_paged = || own.is_some() || cx.overruled.paging().any(|rule| said(rule).is_some());
    let ruled = cx.overruled.page(|rule| match &rule.by {
        By::Nothing => (is_for(rule) && is_paged()).then_some(None),
        _ => said(rule).map(Some),
    });
    ruled.unwrap_or(own)
}

/// The page that it is by one of the user's rules.
fn said<'a>(
    cx: &Context<'a>,
    found: &Found<'a>,
    inputs: &Inputs<'a>,
    site: &Site<'a>,
    rule: &Paging,
) -> Option<Page<'a>> {
    let takes = |name: &String| {
        inputs.inputs.iter().any(|it| it.location == Location::Query && it.wire == *name)
    };
    let has = |path: &String| {
        let steps: Vec<&str> = path.split('.').collect();
        // A name may have dots itself, as `@odata.nextLink` does.
        let leads = |object: &ObjectShape<'a>| {
            leads_to_text(cx, object, &[path.as_str()]) || leads_to_text(cx, object, &steps)
        };
        object(cx, site).is_some_and(|object| leads(&object))
    };
    let (fits, next) = match &rule.by {
        By::Url(property) => (has(property), Next::Url(property.clone())),
        By::Token(property, parameter) => {
            let (property, parameter) = (property.clone(), parameter.clone());
            (has(&property) && takes(&parameter), Next::Token { property, parameter })
        }
        By::Link => (true, Next::Link),
        By::Offset(parameter) => (takes(parameter), Next::Offset(parameter.clone())),
        By::Number(parameter, first) => {
            (takes(parameter), Next::Number { parameter: parameter.clone(), first: *first })
        }
        By::Nothing => return None,
    };
    if !fits || found.method != Method::Get {
        return None;
    }
    let (items, item) = match shape(cx, site) {
        Shape::Array(item) if rule.items.is_none() => (None, item?),
        Shape::Object(object) => {
            let is_meant = |name: &str| rule.items.as_ref().is_none_or(|items| name == items);
            let (items, item) = only_list(cx, &object, is_meant)?;
            (Some(items), item)
        }
        _ => return None,
    };
    Some(Page { items, item, next, size: rule.size.clone(), is_plain: false, is_all: true })
}

/// The page that it is by what the document shows; what a request of one brings stays as it is.
fn shown<'a>(
    cx: &Context<'a>,
    found: &Found<'a>,
    inputs: &Inputs<'a>,
    site: &Site<'a>,
) -> Option<Page<'a>> {
    if found.method != Method::Get {
        return None;
    }
    let (items, item, object) = match shape(cx, site) {
        Shape::Array(item) => (None, item?, None),
        Shape::Object(object) => {
            let (items, item) = only_list(cx, &object, |_| true)
                .or_else(|| only_list(cx, &object, |name| !is_beside(name, found.path)))?;
            (Some(items), item, Some(object))
        }
        _ => return None,
    };
    let (next, size) = evidence::find(cx, found, inputs, object.as_ref(), &item)?;
    let size = size.map(|name| (name, USUAL_MAXIMUM));
    Some(Page { items, item, next, size, is_plain: false, is_all: false })
}

/// Whether a list stands beside the items of what is at a path.
fn is_beside(name: &str, path: &str) -> bool {
    let is_own = path.split('/').any(|segment| segment.eq_ignore_ascii_case(name));
    words::BESIDE.contains(&&*name.to_lowercase()) && !is_own
}

/// The page that it is by the shapes that the vendor is known to use.
fn known<'a>(cx: &Context<'a>, site: &Site<'a>, is_own: bool) -> Option<Page<'a>> {
    let object = object(cx, site)?;
    let mut shapes = cx.profile.pages.iter();
    let shape = shapes.find(|shape| leads_to_text(cx, &object, shape.next))?;
    let is_plain = is_own && has_only(cx, &object, shape.envelope, LEVELS);
    let (items, item) = only_list(cx, &object, |_| true)?;
    let property = shape.next.join(".");
    let next = match shape.token {
        None => Next::Url(property),
        Some(parameter) => Next::Token { property, parameter: parameter.to_owned() },
    };
    let size = Some((shape.size.to_owned(), shape.maximum));
    Some(Page { items: Some(items), item, next, size, is_plain, is_all: true })
}

/// The one list among those of an object's properties that are meant.
fn only_list<'a>(
    cx: &Context<'a>,
    object: &ObjectShape<'a>,
    is_meant: impl Fn(&str) -> bool,
) -> Option<(Property<'a>, Item<'a>)> {
    // A list without a name could not be told from a page that is a list.
    let named = object.properties.values().filter(|it| !it.wire.is_empty());
    let meant = named.filter(|it| is_meant(it.wire));
    let mut lists = meant.filter_map(|it| Some((it.clone(), item(cx, it)?)));
    let only = lists.next()?;
    lists.next().is_none().then_some(only)
}

impl Page<'_> {
    /// How to read the list, whose pages have at most what `maximum` finds for a parameter, or else that, and
    /// whose parameter `limit` has no setter of its own name.
    pub fn lower(
        &self,
        cx: &Context<'_>,
        schemas: &Schemas<'_>,
        maximum: impl Fn(&str, u32) -> Option<u32>,
        limit: Option<String>,
    ) -> model::Paging {
        let (written, pointer) = &self.item;
        let size = self
            .size
            .as_ref()
            .and_then(|(name, otherwise)| Some((name.clone(), maximum(name, *otherwise)?)))
            .filter(|(_, maximum)| *maximum > 0);
        model::Paging {
            items: self.items.as_ref().map(|items| items.wire.to_owned()).unwrap_or_default(),
            item: element(cx, schemas, *written, pointer).not_null(),
            next: self.next.clone(),
            size,
            limit,
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

/// What is written for one item of a property that is a list.
fn item<'a>(cx: &Context<'a>, property: &Property<'a>) -> Option<Item<'a>> {
    match shape(cx, &Site::follow(cx, property.written, &property.pointer)?) {
        Shape::Array(items) => items,
        _ => None,
    }
}
