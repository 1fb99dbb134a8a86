//! The fields that can have one value only: nobody has to give it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Type, TypeBody, TypeId, TypeRef};

/// Finds them: what has one documented value, and what tells an object from the others of its unions.
pub fn fix(types: &mut [Type]) {
    let tags = tags(types);
    let only: Vec<Option<String>> = types.iter().map(|it| only_value(&it.body)).collect();
    for (index, r#type) in types.iter_mut().enumerate() {
        let TypeBody::Object { fields, .. } = &mut r#type.body else { continue };
        for field in fields.iter_mut().filter(|field| field.required) {
            let told = tags.get(&(TypeId(index), field.wire.clone())).filter(|it| it.len() == 1);
            let told = told.and_then(|texts| texts.first().cloned());
            field.fixed = match &field.r#type {
                TypeRef::String => told,
                TypeRef::Named(id) => only[id.0].clone(),
                _ => None,
            };
        }
    }
}

/// The texts that stand for an object in its unions, by the property that has them.
fn tags(types: &[Type]) -> BTreeMap<(TypeId, String), BTreeSet<String>> {
    let mut tags: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for r#type in types {
        let TypeBody::Union { variants, discriminator: Some(property) } = &r#type.body else {
            continue;
        };
        for variant in variants {
            if let Some(id) = meant(types, &variant.r#type) {
                let own = tags.entry((id, property.clone())).or_default();
                own.extend(variant.tags.iter().cloned());
            }
        }
    }
    tags
}

/// The type behind other names for it.
fn meant(types: &[Type], r#type: &TypeRef) -> Option<TypeId> {
    match r#type {
        TypeRef::Named(id) => match &types[id.0].body {
            TypeBody::Alias(target) => meant(types, target),
            _ => Some(*id),
        },
        _ => None,
    }
}

fn only_value(body: &TypeBody) -> Option<String> {
    match body {
        TypeBody::Enum(values) | TypeBody::Integers(values) => match values.as_slice() {
            [only] => Some(only.wire.clone()),
            _ => None,
        },
        _ => None,
    }
}
