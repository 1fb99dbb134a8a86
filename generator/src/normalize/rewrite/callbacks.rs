//! Callbacks keep their names and lose their content.
//!
//! A client never sends them, and `openapiv3` cannot read those that are references or have
//! extensions.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::load::operations::{methods, paths};

pub(super) fn rewrite(root: &mut Cow<'_, Value>) {
    if !has_callbacks(root) {
        return;
    }
    let root = root.to_mut();
    let items = root
        .pointer_mut("/paths")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(Map::values_mut);
    for operation in items.filter_map(Value::as_object_mut).flat_map(Map::values_mut) {
        empty(operation);
    }
    if let Some(components) = root.get_mut("components") {
        empty(components);
    }
}

fn has_callbacks(root: &Value) -> bool {
    let shared = root.pointer("/components/callbacks").is_some();
    shared
        || paths(root)
            .flat_map(|(_, item)| methods(item))
            .any(|(_, operation)| operation.get("callbacks").is_some())
}

fn empty(owner: &mut Value) {
    let callbacks = owner.get_mut("callbacks").and_then(Value::as_object_mut);
    for callback in callbacks.into_iter().flat_map(Map::values_mut) {
        *callback = Value::Object(Map::new());
    }
}
