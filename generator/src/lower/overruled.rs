//! What the user has said of parts of a document, and which of it has found its part.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::context::{Context, child};
use super::groups::Found;
use super::paths::Collection;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place, did_you_mean, quote};
use crate::names::{self, Claim, ItemPath, Name, words};
use crate::overrides::{Named, Override, Overrides, Paging, Rename, is_called};

/// The overrides of a document, while they are looked for.
#[derive(Debug)]
pub struct Overruled<'a> {
    overrides: &'a Overrides,
    found: RefCell<BTreeSet<Place>>,
    problems: RefCell<Diagnostics>,
}

/// A name that was chosen, if one was.
pub type Chosen<'a> = Option<&'a Override<Rename>>;

impl<'a> Overruled<'a> {
    pub fn new(overrides: &'a Overrides) -> Self {
        Self { overrides, found: RefCell::default(), problems: RefCell::default() }
    }

    /// The name that was chosen for a part.
    fn name(&self, is: impl Fn(&Named) -> bool) -> Chosen<'a> {
        self.find(&self.overrides.rename, |own| is(&own.what))
    }

    /// What was said of a part, which has found it then.
    fn find<T>(&self, said: &'a [Override<T>], is: impl Fn(&T) -> bool) -> Option<&'a Override<T>> {
        let found = said.iter().find(|own| is(&own.what))?;
        self.found.borrow_mut().insert(found.place.clone());
        Some(found)
    }

    /// All rules for pages.
    pub fn paging(&self) -> impl Iterator<Item = &'a Paging> {
        self.overrides.paging.iter().map(|own| &own.what)
    }

    /// The page that a response is by the first rule that fits.
    pub fn page<T>(&self, fit: impl Fn(&Paging) -> Option<T>) -> Option<T> {
        self.overrides.paging.iter().find_map(|own| {
            let page = fit(&own.what)?;
            self.found.borrow_mut().insert(own.place.clone());
            Some(page)
        })
    }

    /// Settles the names of a scope, for which some of its first were chosen: one that cannot be had is
    /// an error.
    pub fn settle<N: Name + Clone>(
        &self,
        claims: &mut [Claim],
        chosen: &[Chosen<'a>],
        taken: &[&str],
    ) -> Vec<N> {
        for (claim, own) in claims.iter_mut().zip(chosen) {
            let Some(own) = own else { continue };
            claim.rungs.insert(0, words(bare(&own.what.to)));
            claim.rank = 0;
        }
        let names: Vec<N> = names::settle(claims, taken);
        for (name, own) in names.iter().zip(chosen) {
            self.problems.borrow_mut().extend(own.and_then(|own| refusal(name, own)));
        }
        names
    }

    /// All that cannot be done as it was said, and all that was said of what is not there.
    pub fn into_problems(self) -> Diagnostics {
        let found = self.found.into_inner();
        let mut problems = self.problems.into_inner();
        let Overrides { rename, replace, derive, paging, .. } = self.overrides;
        let absence = |schema: &String| Named::Schema(schema.clone()).absence();
        problems.extend(idle(rename, &found, |own| own.what.absence()));
        problems.extend(idle(replace, &found, |own| absence(&own.schema)));
        problems.extend(idle(derive, &found, |own| absence(&own.schema)));
        problems.extend(idle(paging, &found, |own| own.absence().to_owned()));
        problems
    }
}

/// What was said of what is not there.
fn idle<T>(
    said: &[Override<T>],
    found: &BTreeSet<Place>,
    absence: impl Fn(&T) -> String,
) -> impl Iterator<Item = Diagnostic> {
    let idle = said.iter().filter(|own| !found.contains(&own.place));
    idle.map(move |own| own.idle(absence(&own.what), None))
}

/// What is wrong with a name that was chosen, if it is not the one that was settled.
fn refusal<N: Name>(name: &N, own: &Override<Rename>) -> Option<Diagnostic> {
    let to = own.what.to.as_str();
    let is = |name: &N| bare(name.as_str()) == bare(to);
    if is(name) {
        return None;
    }
    let wanted = N::of(&words(bare(to)));
    let (message, help) = match is(&wanted) {
        true => ("is taken", "choose another, or rename what has it as well".to_owned()),
        false => ("is no name here", did_you_mean(wanted.as_str())),
    };
    let place = Some(own.place.clone());
    let message = format!("{} {message}", quote(to));
    Some(Diagnostic { place, ..Diagnostic::general(Code::BadRename, message).with_help(help) })
}

/// A name as it is read aloud.
fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

impl<'a> Context<'a> {
    /// The name that was chosen for what is made of the schema at `pointer`.
    pub fn chosen_type(&self, pointer: &str) -> Chosen<'a> {
        self.overruled.name(|it| matches!(it, Named::Schema(name) if self.is_schema(name, pointer)))
    }

    /// The type of the user's own that stands for the schema at `pointer`.
    pub fn replacement(&self, pointer: &str) -> Option<ItemPath> {
        let said = &self.overruled.overrides.replace;
        let found = self.overruled.find(said, |own| self.is_schema(&own.schema, pointer));
        found.map(|own| own.what.with.clone())
    }

    /// What the type of the schema at `pointer` derives beyond what all types do.
    pub fn derives(&self, pointer: &str) -> Vec<ItemPath> {
        let said = &self.overruled.overrides.derive;
        let found = self.overruled.find(said, |own| self.is_schema(&own.schema, pointer));
        found.map(|own| own.what.traits.clone()).unwrap_or_default()
    }

    /// The name that was chosen for a property of that schema.
    pub fn chosen_field(&self, pointer: &str, wire: &str) -> Chosen<'a> {
        let is = |it: &Named| matches!(it, Named::Property(name, own) if own == wire && self.is_schema(name, pointer));
        self.overruled.name(is)
    }

    /// The name that was chosen for a value of that schema.
    pub fn chosen_variant(&self, pointer: &str, wire: &str) -> Chosen<'a> {
        let is = |it: &Named| matches!(it, Named::Value(name, own) if own == wire && self.is_schema(name, pointer));
        self.overruled.name(is)
    }

    /// The name that was chosen for an operation's method.
    pub fn chosen_method(&self, found: &Found<'_>) -> Chosen<'a> {
        self.overruled.name(|it| matches!(it, Named::Operation(name) if is_of(found, name)))
    }

    /// The name that was chosen for what an operation takes.
    pub fn chosen_argument(&self, found: &Found<'_>, wire: &str) -> Chosen<'a> {
        let is = |it: &Named| matches!(it, Named::Parameter(name, own) if own == wire && is_of(found, name));
        self.overruled.name(is)
    }

    /// The name that was chosen for a group.
    pub fn chosen_group(&self, group: &Collection) -> Chosen<'a> {
        self.overruled.name(|it| matches!(it, Named::Group(path) if is_at(group, path)))
    }

    /// The name that was chosen for what a group takes.
    pub fn chosen_shared(&self, group: &Collection, wire: &str) -> Chosen<'a> {
        let is = |it: &Named| matches!(it, Named::Shared(path, own) if own == wire && is_at(group, path));
        self.overruled.name(is)
    }

    /// Whether the schema at `pointer` is the component of that name, or at the place in the author's text
    /// that `#` begins.
    fn is_schema(&self, name: &str, pointer: &str) -> bool {
        match name.strip_prefix('#') {
            Some(place) => self.origin(pointer) == place,
            None => child("/components/schemas", name) == pointer,
        }
    }
}

/// Whether an operation is called so.
pub fn is_of(found: &Found<'_>, name: &str) -> bool {
    is_called(name, found.operation.operation_id.as_deref(), found.method.as_str(), found.path)
}

/// Whether a path is one of the group's.
fn is_at(group: &Collection, path: &str) -> bool {
    Collection::of(path).key == group.key
}
