//! The paths of a document and the operations of a path item, read from values of any shape.

use serde_json::Value;

/// The fields of a Path Item Object that hold an operation.
pub const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Every path with its item.
pub fn paths(root: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let paths = root.get("paths").and_then(Value::as_object);
    paths
        .into_iter()
        .flatten()
        .filter(|(path, _)| path.starts_with('/'))
        .map(|(path, item)| (path.as_str(), item))
}

/// Every operation of a path item with its method, in the order of the specification.
pub fn methods(item: &Value) -> impl Iterator<Item = (&'static str, &Value)> {
    METHODS.iter().filter_map(|method| Some((*method, item.get(method)?)))
}
