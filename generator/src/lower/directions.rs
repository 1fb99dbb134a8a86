//! Which way types and their properties go: in requests, in responses, or both.

use super::operations::sent_types;
use crate::model::{Access, Field, Group, Operation, Type, TypeBody, TypeId, TypeRef};

/// Marks the objects that requests send, and makes optional what a type of both directions has in one
/// of them only.
pub fn settle(types: &mut [Type], groups: &[Group]) {
    let operations = || groups.iter().flat_map(|group| &group.operations);
    let sent = Type::reached(types, operations().flat_map(sent_types).flat_map(TypeRef::named));
    let received = Type::reached(types, operations().flat_map(received_types));
    for (index, r#type) in types.iter_mut().enumerate() {
        let TypeBody::Object { fields, sent: is_sent, .. } = &mut r#type.body else { continue };
        let id = TypeId(index);
        *is_sent = sent.contains(&id);
        let has_both = *is_sent && received.contains(&id);
        for field in fields {
            match field.access {
                Access::ReadOnly if *is_sent => spare(field),
                Access::WriteOnly if has_both => field.required = false,
                _ => {}
            }
        }
    }
}

/// What a server alone sets: nobody has to give it, and nothing stands for it.
fn spare(field: &mut Field) {
    (field.required, field.asked, field.present, field.fixed) = (false, false, false, None);
}

/// What a call may bring, or fail with.
fn received_types(operation: &Operation) -> impl Iterator<Item = TypeId> {
    let items = operation.paging.iter().map(|paging| &paging.item);
    let answers = operation.response.types().into_iter().chain(items);
    answers.chain(operation.failures.types()).flat_map(TypeRef::named)
}
