//! The first step: which schemas need a type of their own, and what it is called.

use std::collections::HashMap;

use openapiv3::ReferenceOr;

use super::context::{Context, child};
use super::noun::Noun;
use super::object::{ObjectShape, Property, Rest};
use super::shape::{Shape, shape};
use super::site::{Base, Site, Written};
use super::tags;
use super::unions::UnionShape;
use crate::model::TypeId;
use crate::names::{Claim, collapse_stutter, singular, with_last, words};

/// The schemas that need a type, each with its claim to a name.
#[derive(Debug, Default)]
pub struct Schemas<'a> {
    pub sites: Vec<Site<'a>>,
    pub claims: Vec<Claim>,
    pub nouns: Vec<Noun>,
    by_pointer: HashMap<String, TypeId>,
    /// Inline schemas by what they say and the property that says it: equals share a type.
    by_text: HashMap<(String, String), TypeId>,
    /// Inline values of a format, by that and by the values.
    by_format: HashMap<(String, String), TypeId>,
    /// How often each place outside the components has been reached.
    reached: HashMap<String, usize>,
}

/// Where an inline schema stands, in the words that could name it.
#[derive(Debug, Clone)]
pub struct Place {
    /// The words of what it stands in.
    pub parent: Vec<String>,
    /// The words of its own property or parameter.
    pub own: Vec<String>,
    /// What it is.
    pub noun: Noun,
}

/// A schema that is still to be visited.
struct Visit<'a> {
    written: Written<'a>,
    pointer: String,
    place: Place,
    /// What it has beside its own there.
    base: Option<Base<'a>>,
}

impl<'a> Visit<'a> {
    fn new(written: Written<'a>, pointer: String, place: Place) -> Self {
        Self { written, pointer, place, base: None }
    }

    /// The schema, unless it stands elsewhere as it is.
    fn site(&self, cx: &Context<'a>) -> Option<Site<'a>> {
        let site = Site::follow(cx, self.written, &self.pointer)?;
        let is_own = self.base.is_some() || is_within(&site.pointer, &self.pointer);
        is_own.then(|| site.with_base(self.base.clone()))
    }
}

/// Whether a place is another one, or below that.
pub fn is_within(pointer: &str, other: &str) -> bool {
    pointer.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl<'a> Schemas<'a> {
    /// Starts with the components: every one of them has a type.
    pub fn of_components(cx: &Context<'a>) -> Self {
        let mut schemas = Self::default();
        let components = cx.api.components.iter().flat_map(|components| &components.schemas);
        for (name, schema) in components {
            let pointer = child("/components/schemas", name);
            if !cx.uses(&pointer) {
                cx.note(&pointer, "a schema that no operation uses", "nothing");
                continue;
            }
            let Some(site) = component_site(cx, schema, &pointer) else { continue };
            let claim = Claim::ladder(&pointer, component_rungs(cx, name), 0);
            let words = claim.rungs[0].clone();
            let noun = Noun::Component(name.clone());
            if is_within(&site.pointer, &pointer) {
                schemas.by_pointer.insert(site.pointer.clone(), TypeId(schemas.sites.len()));
            }
            schemas.add(site.clone(), pointer, claim, noun.clone());
            schemas.visit_all(cx, inside(cx, &site, &words, &noun).into_iter().rev().collect());
        }
        schemas
    }

    /// Visits a schema that stands outside the components, and all that stands in it.
    pub fn visit(&mut self, cx: &Context<'a>, written: Written<'a>, pointer: &str, place: &Place) {
        let here = Visit::new(written, pointer.to_owned(), place.clone());
        self.visit_all(cx, vec![here]);
    }

    /// Goes on until nothing is left. A list and not the stack holds what is to come: documents may
    /// lead from schema to schema for as long as they are.
    fn visit_all(&mut self, cx: &Context<'a>, mut pending: Vec<Visit<'a>>) {
        while let Some(visit) = pending.pop() {
            // The last goes in first, to come out last.
            pending.extend(self.visit_one(cx, &visit).into_iter().rev());
        }
    }

    /// Visits one schema; gives what stands in it.
    fn visit_one(&mut self, cx: &Context<'a>, visit: &Visit<'a>) -> Vec<Visit<'a>> {
        let Visit { place, .. } = visit;
        let site = visit.site(cx).filter(|site| self.is_news(site.place()));
        let Some(site) = site else { return Vec::new() };
        let title = site.schema.schema_data.title.as_deref().filter(|title| is_name(title));
        let placed = last_words(collapse_stutter([&place.parent[..], &place.own].concat()));
        let full = match title {
            Some(title) if site.base.is_none() => words(title),
            _ => placed.clone(),
        };
        let shape = shape(cx, &site);
        match &shape {
            Shape::Text { format, values, .. } if !format.is_empty() && !values.is_empty() => {
                self.add_format(&site, format, values, &full);
            }
            shape if needs_a_type(shape) => {
                let id = self.add_inline(&site, place, [&full, &placed]);
                if matches!(shape, Shape::Union(_)) && self.sites[id.0].place() != site.place() {
                    self.share_members(cx, id, &place.own);
                    return Vec::new();
                }
            }
            _ => {}
        }
        inside(cx, &site, &full, &place.noun)
    }

    /// The type for the schema that is defined at `pointer`, if it has one.
    pub fn id(&self, pointer: &str) -> Option<TypeId> {
        self.by_pointer.get(pointer).copied()
    }

    /// Whether to visit a place once more: the first visit finds what needs a type, the second
    /// that the type is shared, and a third says nothing new. An `allOf` brings the properties of
    /// its members along, so one that stands inside its own member is reached without end.
    fn is_news(&mut self, pointer: &str) -> bool {
        let times = self.reached.entry(pointer.to_owned()).or_default();
        *times += 1;
        *times <= 2
    }

    fn add(&mut self, site: Site<'a>, pointer: String, claim: Claim, noun: Noun) -> TypeId {
        let id = TypeId(self.sites.len());
        self.sites.push(site);
        self.claims.push(claim);
        self.nouns.push(noun);
        self.by_pointer.insert(pointer, id);
        id
    }

    /// Inline values of one format share a type, whatever their properties are called.
    ///
    /// ```json
    /// {"type": "string", "format": "http-method", "enum": ["GET", "POST"]}
    /// ```
    /// ```text
    /// pub enum HttpMethod { Get = "GET", Post = "POST" }
    /// ```
    ///
    /// Where a format has several sets of values, the largest is called like it.
    fn add_format(&mut self, site: &Site<'a>, format: &str, values: &[&str], full: &[String]) {
        let key = (format.to_owned(), values.join("\n"));
        if let Some(id) = self.by_format.get(&key).copied() {
            self.by_pointer.insert(site.place().to_owned(), id);
            return;
        }
        let rungs = vec![words(format), full.to_vec(), with_last(full, "schema")];
        let rank = FORMATS.saturating_sub(values.len());
        let place = site.place().to_owned();
        let claim = Claim::ladder(place.clone(), rungs, rank);
        let noun = Noun::Format(format.to_owned());
        let id = self.add(site.clone(), place, claim, noun);
        self.by_format.insert(key, id);
    }

    /// An inline schema shares the type of one that says the same in a property of the same name; a type
    /// that is shared is named by the property alone. What has no name shares no type: another call that
    /// answers the same would change what the type of the first is called.
    fn add_inline(
        &mut self,
        site: &Site<'a>,
        place: &Place,
        [full, placed]: [&[String]; 2],
    ) -> TypeId {
        let base = site.base.as_ref().map_or("", |base| &base.place);
        let text = serde_json::to_string(site.schema).unwrap_or_default();
        let key = (place.own.join(" "), text + base);
        let own_place = site.place().to_owned();
        let is_named = place.noun.is_named();
        if let Some(id) = self.by_text.get(&key).copied().filter(|_| is_named) {
            self.by_pointer.insert(own_place, id);
            self.share(id, place.own.clone());
            return id;
        }
        let mut rungs = vec![full.to_vec(), placed.to_vec(), with_last(full, "schema")];
        rungs.dedup();
        let claim = Claim::ladder(own_place.clone(), rungs, 1);
        let id = self.add(site.clone(), own_place, claim, place.noun.clone());
        if is_named {
            self.by_text.insert(key, id);
        }
        id
    }

    /// The members of a union that stands elsewhere too have their types from there, and are called
    /// like it, unless they have names of their own.
    fn share_members(&mut self, cx: &Context<'a>, id: TypeId, own: &[String]) {
        let (first, noun) = (self.sites[id.0].clone(), self.nouns[id.0].clone());
        let Shape::Union(union) = shape(cx, &first) else { return };
        for member in inside_union(cx, &first, &union, own, &noun) {
            let site = member.site(cx).filter(|site| site.schema.schema_data.title.is_none());
            if let Some(id) = site.and_then(|site| self.id(site.place())) {
                self.share(id, member.place.own);
            }
        }
    }

    /// A type that is shared is called by these words if it can be.
    fn share(&mut self, id: TypeId, words: Vec<String>) {
        let rungs = &mut self.claims[id.0].rungs;
        if rungs[0] != words {
            rungs.insert(0, words);
        }
    }
}

/// The rank of values of a format, less their number: behind everything that is named otherwise.
const FORMATS: usize = usize::MAX;

/// A name has so many words at most: schemas may stand in one another without end.
const WORDS: usize = 32;

/// The words that say most: the last.
fn last_words(words: Vec<String>) -> Vec<String> {
    words[words.len().saturating_sub(WORDS)..].to_vec()
}

/// What stands in a schema that is called by these words, in the document's order.
fn inside<'a>(cx: &Context<'a>, site: &Site<'a>, words: &[String], noun: &Noun) -> Vec<Visit<'a>> {
    match shape(cx, site) {
        Shape::Array(Some((items, pointer))) => {
            let (last, parent) = words.split_last().map_or(("", &[][..]), |(last, parent)| {
                (if last == "response" || last == "request" { "item" } else { last }, parent)
            });
            let noun = Noun::Item(Box::new(noun.clone()));
            let place = Place { parent: parent.to_vec(), own: vec![singular(last)], noun };
            vec![Visit::new(items, pointer, place)]
        }
        Shape::Tuple(positions) => inside_tuple(&positions, words, noun),
        Shape::Object(object) => inside_object(&object, words, noun),
        Shape::Union(union) => inside_union(cx, site, &union, words, noun),
        _ => Vec::new(),
    }
}

/// The positions of a tuple, as they are counted.
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

fn inside_tuple<'a>(
    positions: &[(Written<'a>, String)],
    words: &[String],
    noun: &Noun,
) -> Vec<Visit<'a>> {
    let visit = |((written, pointer), ordinal): (&(Written<'a>, String), &str)| {
        let noun = Noun::Item(Box::new(noun.clone()));
        let place = Place { parent: words.to_vec(), own: vec![ordinal.to_owned()], noun };
        Visit::new(*written, pointer.clone(), place)
    };
    positions.iter().zip(ORDINALS).map(visit).collect()
}

/// A member is called like its union and by what tells it from others.
fn inside_union<'a>(
    cx: &Context<'a>,
    site: &Site<'a>,
    union: &UnionShape<'a>,
    words: &[String],
    noun: &Noun,
) -> Vec<Visit<'a>> {
    let sites = union.sites(cx, site.place());
    let visit = |(member, own): (Site<'a>, Vec<String>)| {
        let own = [words, &own].concat();
        let noun = Noun::Variant(Box::new(noun.clone()));
        let place = Place { parent: Vec::new(), own, noun };
        let written = Written::Here(member.schema);
        Visit { base: member.base.clone(), ..Visit::new(written, member.pointer.clone(), place) }
    };
    let words = tags::words_of_members(cx, union, &sites);
    sites.into_iter().zip(words).filter(|(it, _)| is_written_here(it, site)).map(visit).collect()
}

/// Whether a member stands in its union and is not the union itself, or is a type of its own there.
fn is_written_here(member: &Site<'_>, union: &Site<'_>) -> bool {
    let is_inside = is_within(&member.pointer, &union.pointer) && member.pointer != union.pointer;
    member.base.is_some() || is_inside
}

fn inside_object<'a>(object: &ObjectShape<'a>, parent: &[String], noun: &Noun) -> Vec<Visit<'a>> {
    let place = |own, noun| Place { parent: parent.to_vec(), own, noun };
    let property = |it: &Property<'a>| {
        let place = place(words(it.wire), Noun::Property(it.wire.to_owned()));
        Visit::new(it.written, it.pointer.clone(), place)
    };
    let rest = match &object.rest {
        Rest::Like(written, pointer) => {
            let place = place(vec!["value".to_owned()], Noun::Value(Box::new(noun.clone())));
            Some(Visit::new(*written, pointer.clone(), place))
        }
        _ => None,
    };
    object.properties.values().map(property).chain(rest).collect()
}

/// A component that is only a reference is another name for what it leads to.
fn component_site<'a>(
    cx: &Context<'a>,
    schema: &'a ReferenceOr<openapiv3::Schema>,
    pointer: &str,
) -> Option<Site<'a>> {
    Site::follow(cx, schema.into(), pointer)
}

fn needs_a_type(shape: &Shape<'_>) -> bool {
    match shape {
        Shape::Text { values, .. } => !values.is_empty(),
        Shape::Integer { values, .. } => !values.is_empty(),
        Shape::Object(object) => !object.properties.is_empty(),
        Shape::Union(_) => true,
        _ => false,
    }
}

/// `chat.v2.service.channel` would be `Channel`, else `ServiceChannel`, and so on.
fn component_rungs(cx: &Context<'_>, name: &str) -> Vec<Vec<String>> {
    let parts: Vec<&str> = name.split('.').filter(|part| !words(part).is_empty()).collect();
    let noise = |word: &String| !cx.profile.schema_noise.contains(&word.as_str());
    let mut rungs: Vec<Vec<String>> = (1..=parts.len())
        .map(|kept| parts[parts.len() - kept..].iter().flat_map(|part| words(part)))
        .map(|words| collapse_stutter(words.filter(noise).collect()))
        .filter(|words| !words.is_empty())
        .collect();
    let whole = words(name);
    rungs.push(whole.clone());
    rungs.push(with_last(&whole, "schema"));
    rungs
}

/// Whether a title is a name rather than a sentence.
pub fn is_name(title: &str) -> bool {
    !title.is_empty() && title.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
