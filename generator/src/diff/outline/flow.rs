//! Which way the values of each type go.

use super::super::node::Flow;
use crate::model::{Document, TypeId, TypeRef};

/// The flow of each type, in their order.
pub fn flows(document: &Document) -> Vec<Flow> {
    let operations = || document.groups.iter().flat_map(|group| &group.operations);
    let sent = operations().flat_map(|it| it.arguments.iter().chain(&it.setters));
    let sent = sent.map(|it| &it.parameter.r#type);
    let sent = sent
        .chain(document.groups.iter().flat_map(|it| &it.parameters).map(|it| &it.parameter.r#type));
    let sent = reach(document, sent);
    let answers = operations().flat_map(|it| it.response.types());
    let items = operations().filter_map(|it| it.paging.as_ref()).map(|it| &it.item);
    let headers = document.headers.iter().map(|it| &it.r#type);
    let received = reach(document, answers.chain(items).chain(headers));
    sent.into_iter().zip(received).map(|(sent, received)| Flow { sent, received }).collect()
}

/// The types that these lead to.
fn reach<'a>(document: &'a Document, from: impl Iterator<Item = &'a TypeRef>) -> Vec<bool> {
    let mut reached = vec![false; document.types.len()];
    let mut pending: Vec<TypeId> = from.filter_map(TypeRef::named).collect();
    while let Some(id) = pending.pop() {
        if !std::mem::replace(&mut reached[id.0], true) {
            document.r#type(id).body.each_part(|it| pending.extend(it.named()));
        }
    }
    reached
}
