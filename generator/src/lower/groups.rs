//! Operations by resource: whose paths are equal but for a trailing parameter.

use std::collections::BTreeMap;

use openapiv3::{PathItem, ReferenceOr};

use super::context::{Context, child};
use super::paths::{Collection, parameters};
use crate::model::Method;
use crate::names::{Claim, singular, with_last, words};

/// An operation as the document has it.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    pub pointer: String,
    pub path: &'a str,
    pub method: Method,
    pub item: &'a PathItem,
    pub item_pointer: String,
    pub operation: &'a openapiv3::Operation,
    /// `operationId` in words, or what stands for it.
    pub words: Vec<String>,
    /// The last of these words that say how it is sent, where it may be in several ways.
    manner: usize,
}

impl Found<'_> {
    /// The same, sent in a manner of its own.
    pub fn in_manner(&self, manner: &[String]) -> Self {
        let words = [&self.words[..], manner].concat();
        Self { words, manner: manner.len(), ..self.clone() }
    }
}

/// The operations of one resource.
#[derive(Debug)]
pub struct FoundGroup<'a> {
    pub collection: Collection,
    pub operations: Vec<Found<'a>>,
}

/// All operations of the document, by resource; in an order that is not the document's.
pub fn find<'a>(cx: &Context<'a>) -> Vec<FoundGroup<'a>> {
    let mut groups: BTreeMap<String, FoundGroup<'a>> = BTreeMap::new();
    for (path, item) in path_items(cx) {
        let collection = Collection::of(path);
        let found = operations(path, item, &collection);
        if found.is_empty() {
            continue;
        }
        let group = groups
            .entry(collection.key.clone())
            .or_insert_with(|| FoundGroup { collection, operations: Vec::new() });
        group.operations.extend(found);
    }
    for group in groups.values_mut() {
        group.operations.sort_by_key(|found| (found.path, found.method));
        if let Some(first) = group.operations.first() {
            group.collection = Collection::of(first.path);
        }
    }
    groups.into_values().collect()
}

fn path_items<'a>(cx: &Context<'a>) -> impl Iterator<Item = (&'a String, &'a PathItem)> {
    cx.api.paths.paths.iter().filter_map(|(path, item)| match item {
        ReferenceOr::Item(item) => Some((path, item)),
        ReferenceOr::Reference { reference } => {
            let what = format!("a path item that is a reference to `{reference}`");
            cx.note(&child("/paths", path), what, "nothing: its operations are left out");
            None
        }
    })
}

fn operations<'a>(path: &'a str, item: &'a PathItem, of: &Collection) -> Vec<Found<'a>> {
    let item_pointer = child("/paths", path);
    let methods = [
        (Method::Get, &item.get),
        (Method::Put, &item.put),
        (Method::Post, &item.post),
        (Method::Delete, &item.delete),
        (Method::Options, &item.options),
        (Method::Head, &item.head),
        (Method::Patch, &item.patch),
        (Method::Trace, &item.trace),
    ];
    let present = methods.into_iter().filter_map(|(method, it)| Some((method, it.as_ref()?)));
    let found = |(method, operation): (Method, &'a openapiv3::Operation)| Found {
        pointer: child(&item_pointer, &method.as_str().to_lowercase()),
        path,
        method,
        item,
        item_pointer: item_pointer.clone(),
        operation,
        words: operation_words(path, method, operation, of),
        manner: 0,
    };
    present.map(found).collect()
}

/// `operationId`, else what the method does to the path: `list channels`.
fn operation_words(
    path: &str,
    method: Method,
    operation: &openapiv3::Operation,
    of: &Collection,
) -> Vec<String> {
    let id = operation.operation_id.as_deref().map(words).unwrap_or_default();
    if !id.is_empty() {
        return id;
    }
    let on_one = parameters(path).len() > parameters(&of.path).len();
    let verb = match (method, on_one) {
        (Method::Get, true) => "fetch",
        (Method::Get, false) => "list",
        (Method::Post, false) => "create",
        (Method::Post, true) | (Method::Patch, _) => "update",
        (Method::Put, _) => "replace",
        (Method::Delete, _) => "delete",
        (Method::Head, _) => "head",
        (Method::Options, _) => "options",
        (Method::Trace, _) => "trace",
    };
    let mut resource = of.rungs().remove(0);
    if let Some(last) = resource.last_mut().filter(|_| verb != "list") {
        *last = singular(last);
    }
    [verb.to_owned()].into_iter().chain(resource).collect()
}

/// What the vendor calls the resource of these paths, where all that have a name agree.
pub fn own_name<'a>(
    cx: &Context<'_>,
    items: impl Iterator<Item = &'a PathItem>,
) -> Option<Vec<String>> {
    let mut names = items.filter_map(|item| cx.profile.resource(&item.extensions));
    let first = names.next()?;
    let name = words(first);
    (names.all(|name| name == first) && !name.is_empty()).then_some(name)
}

/// First words of an `operationId` that say what is done, so that the resource says the rest.
const VERBS: &[&str] = &[
    "add", "cancel", "create", "delete", "fetch", "find", "get", "list", "patch", "post", "put",
    "read", "remove", "replace", "search", "send", "set", "update",
];

/// What an operation would be called as a method of its group: `update`, else
/// `update_webhook`, else its whole id.
pub fn method_claim(found: &Found<'_>, of: &Collection) -> Claim {
    let (said, manner) = found.words.split_at(found.words.len() - found.manner);
    let mut rungs = Vec::new();
    if let Some(verb) = said.first().filter(|word| VERBS.contains(&word.as_str())) {
        rungs.push(vec![verb.clone()]);
    }
    let shared = of.words();
    let own: Vec<String> = said.iter().filter(|word| !shared.contains(word)).cloned().collect();
    if !own.is_empty() {
        rungs.push(own);
    }
    rungs.push(said.to_vec());
    rungs.push(with_last(said, &found.method.as_str().to_lowercase()));
    rungs.iter_mut().for_each(|rung| rung.extend_from_slice(manner));
    Claim::ladder(&found.pointer, rungs, 0)
}
