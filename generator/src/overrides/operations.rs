//! A document in, the same with the operations that were chosen out.

use std::collections::BTreeMap;

use serde_json::Value;

use super::glob::is_like;
use super::{Choice, Override, Overrides};
use crate::diagnostics::{Diagnostic, Diagnostics, nearest, quote};
use crate::load::operations::{METHODS, methods, paths};

/// An operation, by all that it can be chosen by.
struct Operation {
    path: String,
    method: &'static str,
    id: Option<String>,
    tags: Vec<String>,
}

/// Takes the operations out of a document that are not chosen, and every path that is left without any.
///
/// Returns an error for each choice that no operation answers to.
pub fn choose(root: &mut Value, overrides: &Overrides) -> Diagnostics {
    let Overrides { include, exclude, .. } = overrides;
    if include.is_empty() && exclude.is_empty() {
        return Diagnostics::new();
    }
    let operations = operations(root);
    let is_out = |it: &&Operation| !include.is_empty() && !it.is_any(include) || it.is_any(exclude);
    let mut out: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in operations.iter().filter(is_out) {
        out.entry(&it.path).or_default().push(it.method);
    }
    take_out(root, &out);
    let choices = include.iter().chain(exclude);
    let idle = choices.filter(|own| !operations.iter().any(|it| own.what.fits(it)));
    idle.map(|own| told(own, &operations)).collect()
}

fn operations(root: &Value) -> Vec<Operation> {
    let of_item = |(path, item)| {
        let text = |it: &Value| it.as_str().map(str::to_owned);
        methods(resolved(root, item)).map(move |(method, operation)| Operation {
            path: String::from(path),
            method,
            id: operation.get("operationId").and_then(text),
            tags: operation["tags"].as_array().into_iter().flatten().filter_map(text).collect(),
        })
    };
    paths(root).flat_map(of_item).collect()
}

/// The path item that is written as a reference to another part of the document, if it is.
fn resolved<'a>(root: &'a Value, item: &'a Value) -> &'a Value {
    let target = item.get("$ref").and_then(Value::as_str).and_then(|it| it.strip_prefix('#'));
    target.and_then(|pointer| root.pointer(pointer)).unwrap_or(item)
}

/// Takes methods out of path items.
fn take_out(root: &mut Value, out: &BTreeMap<&str, Vec<&str>>) {
    let left =
        |(path, methods): (&&str, &Vec<&str>)| ((*path).to_owned(), left(root, path, methods));
    let mut left: BTreeMap<String, Option<Value>> = out.iter().map(left).collect();
    let Some(paths) = root.get_mut("paths").and_then(Value::as_object_mut) else { return };
    paths.retain(|path, item| match left.remove(path) {
        None => true,
        Some(None) => false,
        Some(Some(left)) => {
            *item = left;
            true
        }
    });
}

/// A path item without these methods; nothing if none is left. One that others may refer to is copied.
fn left(root: &Value, path: &str, methods: &[&str]) -> Option<Value> {
    let mut item = resolved(root, root.get("paths")?.get(path)?).clone();
    item.as_object_mut()?.retain(|key, _| !methods.contains(&key.as_str()));
    METHODS.iter().any(|method| item.get(method).is_some()).then_some(item)
}

impl Choice {
    fn fits(&self, it: &Operation) -> bool {
        match self {
            Self::Tag(tag) => it.tags.contains(tag),
            Self::Operation(name) => is_called(name, it.id.as_deref(), it.method, &it.path),
            Self::Path(pattern) => is_like(&it.path, pattern),
        }
    }
}

impl Operation {
    fn is_any(&self, choices: &[Override<Choice>]) -> bool {
        choices.iter().any(|own| own.what.fits(self))
    }
}

/// Whether a name is that of an operation: its `operationId`, or its method and its path.
#[must_use]
pub fn is_called(name: &str, id: Option<&str>, method: &str, path: &str) -> bool {
    let is_place = |(first, rest): (&str, &str)| first.eq_ignore_ascii_case(method) && rest == path;
    id == Some(name) || name.split_once(' ').is_some_and(is_place)
}

fn told(own: &Override<Choice>, operations: &[Operation]) -> Diagnostic {
    let all = operations.iter();
    let (message, near) = match &own.what {
        Choice::Tag(tag) => (
            format!("no operation has the tag {}", quote(tag)),
            nearest(tag, all.flat_map(|it| &it.tags).map(String::as_str)),
        ),
        Choice::Operation(name) => (
            format!("there is no operation {}", quote(name)),
            nearest(name, all.filter_map(|it| it.id.as_deref())),
        ),
        Choice::Path(pattern) => (
            format!("no operation has a path like {}", quote(pattern)),
            nearest(pattern, all.map(|it| it.path.as_str())),
        ),
    };
    own.idle(message, near)
}
