//! The operations of a document that its crate neither has nor says anything of.

use std::collections::BTreeSet;

use bindery::load::operations::{methods, paths};
use bindery::model::Model;
use serde_json::Value;

/// The pointers of those that are lost.
pub fn lost(document: &Value, model: &Model) -> Vec<String> {
    let known = known(model);
    let pointers = paths(document).flat_map(|(path, item)| {
        let path = path.replace('~', "~0").replace('/', "~1");
        methods(item).map(move |(method, _)| format!("/paths/{path}/{method}"))
    });
    pointers.filter(|pointer| !known.contains(pointer.as_str())).collect()
}

/// The operations of a model, and the places of its ledger.
fn known(model: &Model) -> BTreeSet<&str> {
    let groups = model.documents.iter().flat_map(|it| &it.groups);
    let operations = groups.flat_map(|it| &it.operations).map(|it| it.pointer.as_str());
    let ledger = model.documents.iter().flat_map(|it| &it.ledger);
    operations.chain(ledger.map(|it| it.pointer.as_str())).collect()
}
