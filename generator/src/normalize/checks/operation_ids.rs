//! No two operations have the same operationId.

use std::collections::HashMap;

use serde_json::Value;

use crate::diagnostics::{Problem, escape_token};
use crate::load::operations::{methods, paths};
use crate::normalize::faults;

pub(in crate::normalize) fn check(root: &Value) -> Vec<Problem> {
    let mut first = HashMap::new();
    let mut problems = Vec::new();
    for (path, method, id) in operation_ids(root) {
        let here = format!("{} {path}", method.to_ascii_uppercase());
        let at = || format!("/paths/{}/{method}/operationId", escape_token(path));
        match first.get(id) {
            None => _ = first.insert(id, here),
            Some(first) => problems.push(faults::duplicate_operation_id(id, &here, first, &at())),
        }
    }
    problems
}

/// Path, method and operationId of every operation that has one.
fn operation_ids(root: &Value) -> impl Iterator<Item = (&str, &'static str, &str)> {
    let of_item =
        |(path, item)| methods(item).map(move |(method, operation)| (path, method, operation));
    paths(root).flat_map(of_item).filter_map(|(path, method, operation)| {
        Some((path, method, operation.get("operationId")?.as_str()?))
    })
}
