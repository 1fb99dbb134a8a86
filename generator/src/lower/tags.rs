//! What tells the members of a union apart: the texts of a property, and words for their names.

use std::rc::Rc;

use openapiv3::Discriminator;

use super::context::{Context, child};
use super::object::ObjectShape;
use super::schemas::is_name;
use super::shape::{self, Shape, shape};
use super::site::{Site, Written};
use super::unions::UnionShape;
use crate::names::words;

/// How many unions may stand in one another: more than any document means.
const NESTED: usize = 4;

/// The property that tells the members of a union apart, and the texts for each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tags<'a> {
    pub property: &'a str,
    pub texts: Vec<Vec<String>>,
}

/// The same of a union that is a member itself: the texts for any of its members.
#[derive(Debug, Clone)]
pub struct AllTags {
    property: String,
    texts: Vec<String>,
}

/// The place of a union, and how many unions further in are still looked at.
pub type Nested = (String, usize);

/// How the members, which are defined at `sites`, are told apart: as the document says, or by a
/// property that has one text in each of them.
pub fn tags<'a>(cx: &Context<'a>, union: &UnionShape<'a>, sites: &[Site<'a>]) -> Option<Tags<'a>> {
    tags_within(cx, union, sites, NESTED)
}

fn tags_within<'a>(
    cx: &Context<'a>,
    union: &UnionShape<'a>,
    sites: &[Site<'a>],
    nested: usize,
) -> Option<Tags<'a>> {
    match union.discriminator {
        Some(discriminator) => {
            let texts = sites.iter().map(|it| documented(cx, discriminator, it, nested)).collect();
            Some(Tags { property: &discriminator.property_name, texts })
        }
        None => inferred(cx, sites, nested),
    }
}

/// The texts for a member: those that are mapped to it, else those that its property may have, else
/// the name of the component (OpenAPI 3.0.3, "Discriminator Object").
fn documented(
    cx: &Context<'_>,
    discriminator: &Discriminator,
    member: &Site<'_>,
    nested: usize,
) -> Vec<String> {
    let mapping = discriminator.mapping.iter();
    let mapped = mapping.filter(|(_, to)| leads_to(cx, to, member)).map(|(text, _)| text.clone());
    let mut mapped: Vec<String> = mapped.collect();
    // The order of keys says nothing.
    mapped.sort();
    if !mapped.is_empty() {
        return mapped;
    }
    match constants(cx, member, &discriminator.property_name, nested) {
        Some(texts) if !texts.is_empty() => texts,
        Some(_) => member.component_name().into_iter().collect(),
        None => Vec::new(),
    }
}

/// Whether an entry of a mapping, a reference or a bare name, means a member.
fn leads_to(cx: &Context<'_>, to: &str, member: &Site<'_>) -> bool {
    let named = child("/components/schemas", to);
    let reference = Site::follow(cx, Written::Elsewhere(to), "");
    named == member.pointer || reference.is_some_and(|site| site.pointer == member.pointer)
}

/// A property that has one text in each member that is an object, and not the same in all.
fn inferred<'a>(cx: &Context<'a>, sites: &[Site<'a>], nested: usize) -> Option<Tags<'a>> {
    let first = sites.iter().find_map(|site| object(cx, site))?;
    let mut properties: Vec<&'a str> = first.properties.keys().copied().collect();
    properties.sort_unstable();
    properties.into_iter().find_map(|property| {
        let texts = sites.iter().map(|site| constants(cx, site, property, nested));
        let texts: Vec<Option<Vec<String>>> = texts.collect();
        let has_one = |(site, texts): (&Site<'a>, &Option<Vec<String>>)| match texts {
            Some(texts) => texts.len() == 1 || object(cx, site).is_none() && !texts.is_empty(),
            None => true,
        };
        let of_objects: Vec<&Vec<String>> = texts.iter().flatten().collect();
        let differs = of_objects.windows(2).any(|pair| pair[0] != pair[1]);
        let is_told = differs && sites.iter().zip(&texts).all(has_one);
        let texts = texts.into_iter().map(Option::unwrap_or_default).collect();
        is_told.then_some(Tags { property, texts })
    })
}

/// The texts that a property may have; nothing of what has no properties.
fn constants(
    cx: &Context<'_>,
    site: &Site<'_>,
    property: &str,
    nested: usize,
) -> Option<Vec<String>> {
    match shape(cx, site) {
        Shape::Object(object) if !object.properties.is_empty() => {
            let it = object.properties.get(property);
            let site = it.and_then(|it| Site::follow(cx, it.written, &it.pointer));
            Some(match site.map(|site| shape(cx, &site)) {
                Some(Shape::Text { values, .. }) => {
                    values.iter().map(|text| (*text).to_owned()).collect()
                }
                _ => Vec::new(),
            })
        }
        Shape::Union(union) if nested > 0 => {
            let place = (site.place().to_owned(), nested);
            let all = cx.all_tags(place, || {
                let sites = union.sites(cx, site.place());
                let tags = tags_within(cx, &union, &sites, nested - 1)?;
                Some(AllTags { property: tags.property.to_owned(), texts: tags.texts.concat() })
            });
            let own = all.filter(|tags| tags.property == property);
            Some(own.map(|tags| tags.texts).unwrap_or_default())
        }
        _ => None,
    }
}

/// The object that a member is, if it has properties.
fn object<'a>(cx: &Context<'a>, site: &Site<'a>) -> Option<Rc<ObjectShape<'a>>> {
    shape::object(cx, site).filter(|it| !it.properties.is_empty())
}

/// Words for each member: what tells it from others, else its component's name or its title, else what
/// it must have.
pub fn words_of_members(
    cx: &Context<'_>,
    union: &UnionShape<'_>,
    sites: &[Site<'_>],
) -> Vec<Vec<String>> {
    let texts = tags(cx, union, sites).map(|tags| tags.texts).unwrap_or_default();
    let word = |(index, site): (usize, &Site<'_>)| match texts.get(index).map(Vec::as_slice) {
        Some([only]) => words(only),
        _ => {
            words(&site.component_name().or_else(|| title(site)).unwrap_or_else(|| kind(cx, site)))
        }
    };
    sites.iter().enumerate().map(word).collect()
}

fn title(site: &Site<'_>) -> Option<String> {
    site.schema.schema_data.title.clone().filter(|title| is_name(title))
}

/// What a member is, in a word: for an object the first property that must be there.
fn kind(cx: &Context<'_>, site: &Site<'_>) -> String {
    let word = match shape(cx, site) {
        Shape::Array(_) | Shape::Tuple(_) => "items",
        Shape::Text { .. } => "value",
        Shape::Integer { .. } => "integer",
        Shape::Object(object) => {
            let own = object.properties.keys().copied().filter(|wire| !site.has_in_base(wire));
            let first = own.min_by_key(|wire| (object.rank(wire).unwrap_or(usize::MAX), *wire));
            first.unwrap_or("object")
        }
        _ => "variant",
    };
    word.to_owned()
}
