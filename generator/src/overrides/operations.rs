//! A document in, the same with the operations that were chosen out.

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
    let operations = operations(root);
    let is_out = |it: &&Operation| !include.is_empty() && !it.is_any(include) || it.is_any(exclude);
    operations.iter().filter(is_out).for_each(|it| take_out(root, it));
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

/// A path item that others may refer to is copied before it loses anything.
fn take_out(root: &mut Value, operation: &Operation) {
    let whole = &*root;
    let Some(item) = whole.get("paths").and_then(|paths| paths.get(&operation.path)) else {
        return;
    };
    let mut item = resolved(whole, item).clone();
    if let Some(fields) = item.as_object_mut() {
        fields.shift_remove(operation.method);
    }
    let Some(paths) = root["paths"].as_object_mut() else { return };
    if METHODS.iter().any(|method| item.get(method).is_some()) {
        paths.insert(operation.path.clone(), item);
    } else {
        paths.shift_remove(&operation.path);
    }
}

impl Choice {
    fn fits(&self, it: &Operation) -> bool {
        match self {
            Self::Tag(tag) => it.tags.contains(tag),
            Self::Operation(name) => it.id.as_ref() == Some(name) || it.is_called(name),
            Self::Path(pattern) => is_like(&it.path, pattern),
        }
    }
}

impl Operation {
    fn is_any(&self, choices: &[Override<Choice>]) -> bool {
        choices.iter().any(|own| own.what.fits(self))
    }

    /// Whether this is its method and its path.
    fn is_called(&self, name: &str) -> bool {
        let parts = name.split_once(' ');
        parts.is_some_and(|(method, path)| {
            method.eq_ignore_ascii_case(self.method) && path == self.path
        })
    }
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
