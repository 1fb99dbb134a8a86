//! `openapiv3` in, [`Model`] out; the only stage that decides anything.
//!
//! Names first, bodies second: `schemas` finds every schema that needs a type and settles
//! the names, `types` then fills the types in, linking them by id.

mod answer;
mod arguments;
mod bodies;
mod conflicts;
mod context;
mod directions;
mod document;
mod examples;
mod exceptions;
mod failures;
mod fixed;
mod groups;
mod headers;
mod inside;
mod losses;
mod noun;
mod object;
mod operations;
mod outcomes;
mod overruled;
mod paging;
mod parts;
mod paths;
mod personal;
mod recursion;
mod requests;
mod responses;
mod samples;
mod scalars;
mod schemas;
mod security;
mod shape;
mod site;
mod statuses;
mod style;
mod tags;
mod types;
mod unions;
mod values;
mod variants;

use std::collections::BTreeSet;

use openapiv3::OpenAPI;

use crate::diagnostics::Diagnostics;
use crate::model::{Document, Environment, Extension, Id, LedgerEntry, Model};
use crate::names::{self, Claim, ModuleName};
use crate::normalize::{Note, Origins};
use crate::overrides::Overrides;
use crate::profile::{self, Profile};

/// A document on its way into the model.
#[derive(Debug)]
pub struct Source<'a> {
    /// The document as its user calls it: a path or a file's name.
    pub label: String,
    /// The module's name, if its user has chosen one.
    pub module: Option<String>,
    /// What it says.
    pub openapi: &'a OpenAPI,
    /// What its user says of it beyond its text.
    pub overrides: &'a Overrides,
    /// Where its parts stood in the author's text.
    pub origins: &'a Origins,
    /// What has no counterpart in OpenAPI 3.0.
    pub notes: &'a [Note],
    /// The components that operations use, as pointers; nothing if there are no operations.
    pub used: Option<&'a BTreeSet<String>>,
    /// What is particular to its vendor.
    pub profile: &'static Profile,
    /// Whether the crate has tests.
    pub tested: bool,
}

/// Decides what the crate `package` has, from the documents it is made of; also tells what cannot be as
/// their user has said.
pub fn lower(package: &str, sources: &[Source<'_>]) -> (Model, Diagnostics) {
    let claims: Vec<Claim> = sources.iter().map(module_claim).collect();
    let modules: Vec<ModuleName> =
        names::settle(&claims, &[names::CLIENT_METHODS, names::ROOT_MODULES].concat());
    let profiles: Vec<_> = sources.iter().map(|source| source.profile).collect();
    let is_of_several = Profile::common(&profiles).is_none();
    let mut documents = Vec::with_capacity(sources.len());
    let mut ids = BTreeSet::new();
    let mut problems = Diagnostics::new();
    for (source, module) in sources.iter().zip(modules) {
        let (mut document, mut found) = document::lower_document(source, module);
        problems.extend(found.problems);
        if is_of_several && source.profile.client.is_some() {
            document.ledger.insert(0, without_vendor(source.profile));
        }
        documents.push(document);
        ids.append(&mut found.ids);
    }
    let tested = sources.iter().any(|source| source.tested);
    (Model { tested, ..model(package, documents, ids, &profiles) }, problems)
}

/// The model of the runtime `package`, from the models of the crates that share it and the profiles of their
/// documents.
pub fn join(package: &str, models: Vec<Model>, profiles: &[&'static Profile]) -> Model {
    let (mut documents, mut ids) = (Vec::new(), BTreeSet::new());
    for mut model in models {
        documents.append(&mut model.documents);
        ids.extend(model.ids);
    }
    model(package, documents, ids, profiles)
}

fn model(
    package: &str,
    mut documents: Vec<Document>,
    ids: BTreeSet<Id>,
    profiles: &[&'static Profile],
) -> Model {
    documents.sort_by(|a, b| a.module.cmp(&b.module));
    let vendor = Profile::common(profiles);
    Model {
        package: package.to_owned(),
        environment: environment(package, profiles),
        client: vendor.and_then(|profile| profile.client),
        extensions: vendor.map(extensions).unwrap_or_default(),
        tested: false,
        ids: ids.into_iter().collect(),
        documents,
    }
}

/// A module is named by its user, else like its file.
fn module_claim(source: &Source<'_>) -> Claim {
    let file = source.label.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let chosen = source.module.as_deref().unwrap_or(stem);
    let short = match source.module {
        Some(_) => chosen,
        None => chosen.strip_prefix(source.profile.document_prefix).unwrap_or(chosen),
    };
    let words = names::words(short);
    let with_api = names::with_last(&words, "api");
    Claim::ladder(&source.label, vec![words, names::words(stem), with_api], 0)
}

/// What a crate of several vendors lacks that one of this vendor's documents alone has.
fn without_vendor(profile: &Profile) -> LedgerEntry {
    LedgerEntry {
        pointer: "/servers".to_owned(),
        what: format!(
            "what only crates of `{}` alone have: its client and its features",
            profile.name
        ),
        became: "a client like any other, since the crate has documents of others".to_owned(),
    }
}

/// What crates of that vendor have beyond others.
fn extensions(vendor: &'static Profile) -> Vec<Extension> {
    let extension = |it: &profile::Extension| Extension {
        name: it.name,
        text: it.text,
        dependencies: it.dependencies,
    };
    vendor.extensions.iter().map(extension).collect()
}

fn environment(package: &str, profiles: &[&'static Profile]) -> Environment {
    let fixed = profiles.iter().find_map(|profile| profile.environment);
    let prefix = names::words(package).join("_").to_uppercase();
    let (username, password) = match fixed {
        Some((username, password)) => (username.to_owned(), password.to_owned()),
        None => (format!("{prefix}_USERNAME"), format!("{prefix}_PASSWORD")),
    };
    Environment { username, password, prefix }
}
