//! Which way the values of each type go.

use super::super::node::Flow;
use crate::model::{Document, Type, TypeId, TypeRef};

/// The flow of each type, in their order.
pub fn flows(document: &Document) -> Vec<Flow> {
    let operations = || document.groups.iter().flat_map(|group| &group.operations);
    let sent = operations().flat_map(|it| it.arguments.iter().chain(&it.setters));
    let sent = sent.map(|it| &it.parameter.r#type);
    let sent = sent
        .chain(document.groups.iter().flat_map(|it| &it.parameters).map(|it| &it.parameter.r#type));
    let sent = Type::reached(&document.types, sent.flat_map(TypeRef::named));
    let answers = operations().flat_map(|it| it.response.types());
    let failures = operations().flat_map(|it| it.failures.types());
    let items = operations().filter_map(|it| it.paging.as_ref()).map(|it| &it.item);
    let headers = document.headers.iter().map(|it| &it.r#type);
    let received = answers.chain(failures).chain(items).chain(headers).flat_map(TypeRef::named);
    let received = Type::reached(&document.types, received);
    let flow = |id: TypeId| Flow { sent: sent.contains(&id), received: received.contains(&id) };
    (0..document.types.len()).map(TypeId).map(flow).collect()
}
