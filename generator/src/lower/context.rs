//! What every part of the stage needs: the document, its vendor's profile, the ledger.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};

use indexmap::IndexMap;
use openapiv3::{
    Example, Header, OpenAPI, Parameter, ReferenceOr, RequestBody, Response, Schema, SecurityScheme,
};
use serde_json::Value;

use super::Source;
use super::overruled::Overruled;
use super::samples::Patterns;
use super::shape::{self, Shape};
use super::tags::{AllTags, Nested};
use crate::diagnostics::{Diagnostics, escape_token};
use crate::model::{Id, LedgerEntry, Location, Parameter as ModelParameter};
use crate::names::{Name, TypeName, with_last, words};
use crate::normalize::{MAX_HOPS, Note, Origins, component_name};
use crate::profile::{IdKind, Ids, Profile};

/// The document that is being lowered, and what has been found to say about it.
#[derive(Debug)]
pub struct Context<'a> {
    pub api: &'a OpenAPI,
    pub profile: &'static Profile,
    pub tested: bool,
    pub overruled: Overruled<'a>,
    pub patterns: Patterns,
    origins: &'a Origins,
    used: Option<&'a BTreeSet<String>>,
    ledger: RefCell<BTreeSet<LedgerEntry>>,
    ids: RefCell<BTreeSet<Id>>,
    /// The shapes of the components, by their pointers.
    shapes: HashMap<String, Shape<'a>>,
    /// The tags of unions that are members of others.
    tags: RefCell<HashMap<Nested, Option<AllTags>>>,
    /// How many values the samples of the document may still have.
    left: Cell<usize>,
}

/// What a document has that its crate must know of.
#[derive(Debug)]
pub struct Findings {
    pub ids: BTreeSet<Id>,
    /// What cannot be as its user has said.
    pub problems: Diagnostics,
}

impl<'a> Context<'a> {
    pub fn new(source: &Source<'a>) -> Self {
        let entry = |note: &Note| LedgerEntry {
            pointer: note.pointer.clone(),
            what: note.what.clone(),
            became: note.became.clone(),
        };
        let mut cx = Self {
            api: source.openapi,
            profile: source.profile,
            tested: source.tested,
            overruled: Overruled::new(source.overrides),
            patterns: Patterns::default(),
            origins: source.origins,
            used: source.used,
            ledger: RefCell::new(source.notes.iter().map(entry).collect()),
            ids: RefCell::default(),
            shapes: HashMap::new(),
            tags: RefCell::default(),
            left: Cell::new(SAMPLED),
        };
        cx.shapes = shape::of_components(&cx);
        cx
    }

    /// Whether samples may have so many values more; takes them if so.
    pub fn affords(&self, values: usize) -> bool {
        let left = self.left.get().checked_sub(values);
        self.left.set(left.unwrap_or_default());
        left.is_some()
    }

    /// The shape of the component that is defined at `pointer`.
    pub fn shape(&self, pointer: &str) -> Option<&Shape<'a>> {
        self.shapes.get(pointer)
    }

    /// The tags of the union at this place, found once: unions may be members of one another in more
    /// ways than can be gone.
    pub fn all_tags(
        &self,
        place: Nested,
        find: impl FnOnce() -> Option<AllTags>,
    ) -> Option<AllTags> {
        if let Some(known) = self.tags.borrow().get(&place) {
            return known.clone();
        }
        let tags = find();
        self.tags.borrow_mut().insert(place, tags.clone());
        tags
    }

    /// The place in the author's text of what stands at `pointer`.
    pub fn origin(&self, pointer: &str) -> String {
        self.origins.of(pointer)
    }

    /// Writes down that the part at `pointer` is not in the code as it stands there.
    pub fn note(&self, pointer: &str, what: impl Into<String>, became: impl Into<String>) {
        let entry =
            LedgerEntry { pointer: self.origin(pointer), what: what.into(), became: became.into() };
        self.ledger.borrow_mut().insert(entry);
    }

    /// The id that text of this pattern is, if it is one.
    pub fn id(&self, pattern: &str) -> Option<TypeName> {
        let ids = self.profile.ids?;
        let IdKind { prefix, resource } = ids.kind(pattern)?;
        let name = id_name(ids, &resource);
        let resource = words(&resource).join(" ");
        self.ids.borrow_mut().insert(Id { name: name.clone(), resource, prefix });
        Some(name)
    }

    /// Whether an operation uses the component at `pointer`.
    pub fn uses(&self, pointer: &str) -> bool {
        self.used.is_none_or(|used| used.contains(pointer))
    }

    /// Whether a client has a value for this parameter.
    pub fn has_client_value(&self, parameter: &ModelParameter) -> bool {
        parameter.location == Location::Path
            && self.profile.client_parameters.contains(&parameter.wire.as_str())
    }

    /// The names of all ids that documents of this vendor can use.
    pub fn known_ids(&self) -> Vec<String> {
        let Some(ids) = self.profile.ids else { return Vec::new() };
        ids.kinds.iter().map(|(_, resource)| id_name(ids, resource).as_str().to_owned()).collect()
    }

    /// All that was found, the ledger in the order of the places.
    pub fn into_findings(self) -> (Findings, Vec<LedgerEntry>) {
        let findings =
            Findings { ids: self.ids.into_inner(), problems: self.overruled.into_problems() };
        (findings, self.ledger.into_inner().into_iter().collect())
    }

    /// The schema component of that name.
    pub fn schema(&self, name: &str) -> Option<&'a ReferenceOr<Schema>> {
        self.api.components.as_ref()?.schemas.get(name)
    }

    /// The parameter that is written at `pointer`, and where it is defined.
    pub fn parameter(
        &self,
        it: &'a ReferenceOr<Parameter>,
        pointer: &str,
    ) -> Option<(&'a Parameter, String)> {
        let components = self.api.components.as_ref();
        self.resolve(it, pointer, "parameters", &|name| components?.parameters.get(name))
    }

    /// The request body that is written at `pointer`, and where it is defined.
    pub fn request_body(
        &self,
        it: &'a ReferenceOr<RequestBody>,
        pointer: &str,
    ) -> Option<(&'a RequestBody, String)> {
        let components = self.api.components.as_ref();
        self.resolve(it, pointer, "requestBodies", &|name| components?.request_bodies.get(name))
    }

    /// The response that is written at `pointer`, and where it is defined.
    pub fn response(
        &self,
        it: &'a ReferenceOr<Response>,
        pointer: &str,
    ) -> Option<(&'a Response, String)> {
        let components = self.api.components.as_ref();
        self.resolve(it, pointer, "responses", &|name| components?.responses.get(name))
    }

    /// The header of a response that is written at `pointer`, and where it is defined.
    pub fn header(
        &self,
        it: &'a ReferenceOr<Header>,
        pointer: &str,
    ) -> Option<(&'a Header, String)> {
        let components = self.api.components.as_ref();
        self.resolve(it, pointer, "headers", &|name| components?.headers.get(name))
    }

    /// The values that stand at a place as its `example` or among its `examples`, with their names.
    pub fn examples(
        &self,
        one: &'a Option<Value>,
        several: &'a IndexMap<String, ReferenceOr<Example>>,
        pointer: &str,
    ) -> Vec<(&'a str, &'a Value)> {
        let components = self.api.components.as_ref();
        let named = several.iter().filter_map(|(name, it)| {
            let place = child(&child(pointer, "examples"), name);
            let component = |name: &str| components?.examples.get(name);
            let (example, _) = self.resolve(it, &place, "examples", &component)?;
            Some((name.as_str(), example.value.as_ref()?))
        });
        one.iter().map(|value| ("example", value)).chain(named).collect()
    }

    /// The security scheme of that name.
    pub fn security_scheme(&self, name: &str) -> Option<&'a SecurityScheme> {
        let schemes = &self.api.components.as_ref()?.security_schemes;
        let pointer = child("/components/securitySchemes", name);
        let component = |name: &str| schemes.get(name);
        let resolved = self.resolve(schemes.get(name)?, &pointer, "securitySchemes", &component);
        resolved.map(|(scheme, _)| scheme)
    }

    /// Follows references from component to component.
    fn resolve<T>(
        &self,
        it: &'a ReferenceOr<T>,
        pointer: &str,
        kind: &str,
        component: &dyn Fn(&str) -> Option<&'a ReferenceOr<T>>,
    ) -> Option<(&'a T, String)> {
        let mut it = it;
        let mut place = pointer.to_owned();
        for _ in 0..MAX_HOPS {
            let name = match it {
                ReferenceOr::Item(item) => return Some((item, place)),
                ReferenceOr::Reference { reference } => component_name(reference, kind),
            };
            let Some(next) = name.as_ref().and_then(|name| component(name)) else { break };
            place = child(&format!("/components/{kind}"), &name.unwrap_or_default());
            it = next;
        }
        self.note(pointer, "a reference to a part of the document that is no component", "nothing");
        None
    }
}

/// How many values all samples of a document have at most, hundred bytes of text counting as one:
/// schemas can ask for more than any memory holds.
const SAMPLED: usize = 500_000;

/// The type of the ids that name a resource: `ChannelSid`.
fn id_name(ids: &Ids, resource: &str) -> TypeName {
    TypeName::of(&with_last(&words(resource), ids.noun))
}

/// One step down a JSON pointer (RFC 6901, section 3).
pub fn child(pointer: &str, token: &str) -> String {
    [pointer, "/", &escape_token(token)].concat()
}
