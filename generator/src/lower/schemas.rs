//! The first step: which schemas need a type of their own, and what it is called.

use std::collections::HashMap;

use openapiv3::ReferenceOr;

use super::context::{Context, child};
use super::shape::{Property, Rest, Shape, shape};
use super::site::{Site, Written};
use crate::model::TypeId;
use crate::names::{Claim, collapse_stutter, singular, words};

/// The schemas that need a type, each with its claim to a name.
#[derive(Debug, Default)]
pub struct Schemas<'a> {
    pub sites: Vec<Site<'a>>,
    pub claims: Vec<Claim>,
    by_pointer: HashMap<String, TypeId>,
    /// Inline schemas by what they say and the property that says it: equals share a type.
    by_text: HashMap<(String, String), TypeId>,
}

/// Where an inline schema stands, in the words that could name it.
#[derive(Debug, Clone)]
pub struct Place {
    /// The words of what it stands in.
    pub parent: Vec<String>,
    /// The words of its own property or parameter.
    pub own: Vec<String>,
}

impl<'a> Schemas<'a> {
    /// Starts with the components: every one of them has a type.
    pub fn of_components(cx: &Context<'a>) -> Self {
        let mut schemas = Self::default();
        let components = cx.api.components.iter().flat_map(|components| &components.schemas);
        for (name, schema) in components {
            let pointer = child("/components/schemas", name);
            let Some(site) = component_site(cx, schema, &pointer) else { continue };
            let claim = Claim::ladder(&pointer, component_rungs(cx, name), 0);
            let words = claim.rungs[0].clone();
            schemas.add(site.clone(), pointer, claim);
            schemas.visit_inside(cx, &site, &words);
        }
        schemas
    }

    /// Visits a schema that stands outside the components.
    pub fn visit(&mut self, cx: &Context<'a>, written: Written<'a>, pointer: &str, place: &Place) {
        let Written::Here(_) = written else { return };
        let Some(site) = Site::follow(cx, written, pointer) else { return };
        if site.pointer != pointer {
            return;
        }
        let full: Vec<String> = place.parent.iter().chain(&place.own).cloned().collect();
        if needs_a_type(&shape(cx, &site)) {
            self.add_inline(site.clone(), place, &full);
        }
        self.visit_inside(cx, &site, &full);
    }

    /// The type for the schema that is defined at `pointer`, if it has one.
    pub fn id(&self, pointer: &str) -> Option<TypeId> {
        self.by_pointer.get(pointer).copied()
    }

    fn visit_inside(&mut self, cx: &Context<'a>, site: &Site<'a>, words: &[String]) {
        match shape(cx, site) {
            Shape::Array(Some((items, pointer))) => {
                let (own, parent) = words
                    .split_last()
                    .map_or((vec![], &[][..]), |(last, rest)| (vec![singular(last)], rest));
                self.visit(cx, items, &pointer, &Place { parent: parent.to_vec(), own });
            }
            Shape::Object { properties, rest, .. } => {
                for Property { wire, written, pointer, .. } in properties {
                    let place = Place { parent: words.to_vec(), own: crate::names::words(wire) };
                    self.visit(cx, written, &pointer, &place);
                }
                if let Rest::Like(written, pointer) = rest {
                    let place = Place { parent: words.to_vec(), own: vec!["value".to_owned()] };
                    self.visit(cx, written, &pointer, &place);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, site: Site<'a>, pointer: String, claim: Claim) -> TypeId {
        let id = TypeId(self.sites.len());
        self.sites.push(site);
        self.claims.push(claim);
        self.by_pointer.insert(pointer, id);
        id
    }

    /// An inline schema shares the type of one that says the same in a property of the same
    /// name; a type that is shared is named by the property alone.
    fn add_inline(&mut self, site: Site<'a>, place: &Place, full: &[String]) {
        let text = serde_json::to_string(site.schema).unwrap_or_default();
        let key = (place.own.join(" "), text);
        if let Some(id) = self.by_text.get(&key).copied() {
            self.by_pointer.insert(site.pointer, id);
            let rungs = &mut self.claims[id.0].rungs;
            if rungs[0] != place.own {
                rungs.insert(0, place.own.clone());
            }
            return;
        }
        let full = collapse_stutter(full.to_vec());
        let mut rungs = vec![full.clone(), with(&full, "schema")];
        if let Some(title) = site.schema.schema_data.title.as_deref().filter(|it| is_name(it)) {
            rungs.insert(0, words(title));
        }
        let pointer = site.pointer.clone();
        let id = self.add(site, pointer.clone(), Claim::ladder(pointer, rungs, 1));
        self.by_text.insert(key, id);
    }
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
        Shape::Object { properties, .. } => !properties.is_empty(),
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
    rungs.push(with(&whole, "schema"));
    rungs
}

fn with(words: &[String], last: &str) -> Vec<String> {
    words.iter().cloned().chain([last.to_owned()]).collect()
}

/// Whether a title is a name rather than a sentence.
fn is_name(title: &str) -> bool {
    !title.is_empty() && title.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
