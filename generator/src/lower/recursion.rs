//! The one decision that recursion needs: where a `Box` goes.
//!
//! A field is boxed when its type contains the field's own type with no list or map between; a variant,
//! when only tuples stand between it and its union.

use std::collections::{BTreeSet, HashMap};

use super::context::Context;
use crate::model::{Type, TypeBody, TypeId, TypeRef};

/// Boxes the fields that would make a type contain itself, and ends what has no end.
pub fn break_cycles(cx: &Context<'_>, types: &mut [Type]) {
    end_aliases(cx, types);
    end_unions(cx, types);
    let (needed, held) = (circles(types, needed), circles(types, held));
    for (index, r#type) in types.iter_mut().enumerate() {
        let TypeBody::Object { fields, .. } = &mut r#type.body else { continue };
        let own = TypeId(index);
        for field in fields {
            let any = |targets: Vec<TypeId>, circles: &HashMap<_, usize>| {
                targets.iter().any(|target| circles[target] == circles[&own])
            };
            if field.required && any(required(&field.r#type), &needed) {
                let what = format!("`{}`, which requires a value like itself", field.wire);
                cx.note(&r#type.pointer, what, "a property that may be left out");
                field.required = false;
            }
            if any(contained(&field.r#type), &held) {
                let inner = std::mem::replace(&mut field.r#type, TypeRef::Any);
                field.r#type = TypeRef::Boxed(Box::new(inner));
            }
        }
    }
}

fn end_aliases(cx: &Context<'_>, types: &mut [Type]) {
    for index in 0..types.len() {
        let TypeBody::Alias(target) = &types[index].body else { continue };
        let next = |body: &TypeBody| match body {
            TypeBody::Alias(next) => next.named(),
            _ => Vec::new(),
        };
        if reaches(types, target.named(), TypeId(index), next) {
            let what =
                "a type that is a list, tuple or map of itself, or of too many others in turn";
            cx.note(&types[index].pointer, what, "any JSON value");
            types[index].body = TypeBody::Alias(TypeRef::Any);
        }
    }
}

/// Takes out of unions what leads back to the same union, with no object or tuple between: its values
/// are those of the other variants. What leads back through a tuple is boxed.
fn end_unions(cx: &Context<'_>, types: &mut [Type]) {
    for index in 0..types.len() {
        let leads_back = |r#type: &TypeRef, contained: fn(&TypeRef) -> Vec<TypeId>| {
            let next = |body: &TypeBody| match body {
                TypeBody::Alias(target) => contained(target),
                TypeBody::Union { variants, .. } => {
                    variants.iter().flat_map(|it| contained(&it.r#type)).collect()
                }
                _ => Vec::new(),
            };
            reaches(types, contained(r#type), TypeId(index), next)
        };
        let TypeBody::Union { variants, .. } = &types[index].body else { continue };
        let (mut kept, count) = (Vec::new(), variants.len());
        for variant in variants.iter().filter(|it| !leads_back(&it.r#type, meant)) {
            let mut variant = variant.clone();
            if leads_back(&variant.r#type, contained) {
                variant.r#type = TypeRef::Boxed(Box::new(variant.r#type));
            }
            kept.push(variant);
        }
        if kept.len() < count {
            let what = "a type that is one of its own alternatives";
            cx.note(&types[index].pointer, what, "the other alternatives");
        }
        if kept.is_empty() {
            types[index].body = TypeBody::Alias(TypeRef::Any);
        } else if let TypeBody::Union { variants, .. } = &mut types[index].body {
            *variants = kept;
        }
    }
}

/// How many aliases may lead to one another: enough for people, and little for a compiler.
const ALIASES: usize = 32;

/// Whether types lead to one of them by the types that are `next`, or lead on through too many.
fn reaches(
    types: &[Type],
    from: Vec<TypeId>,
    goal: TypeId,
    next: impl Fn(&TypeBody) -> Vec<TypeId>,
) -> bool {
    let (mut level, mut seen) = (BTreeSet::from_iter(from), BTreeSet::new());
    for _ in 0..=ALIASES {
        if level.is_empty() || level.contains(&goal) {
            break;
        }
        seen.extend(level.iter().copied());
        level = level.iter().flat_map(|id| next(&types[id.0].body)).collect();
        level.retain(|id| !seen.contains(id));
    }
    !level.is_empty()
}

/// The named type that a value of this type is, if it is not null.
fn meant(r#type: &TypeRef) -> Vec<TypeId> {
    match r#type {
        TypeRef::Named(id) => vec![*id],
        TypeRef::Nullable(inner) => meant(inner),
        _ => Vec::new(),
    }
}

/// The named types that a value of this type contains in place.
fn contained(r#type: &TypeRef) -> Vec<TypeId> {
    match r#type {
        TypeRef::Named(id) => vec![*id],
        TypeRef::Nullable(inner) => contained(inner),
        TypeRef::Tuple(positions) => positions.iter().flat_map(contained).collect(),
        _ => Vec::new(),
    }
}

/// Those of them that no value can do without.
fn required(r#type: &TypeRef) -> Vec<TypeId> {
    match r#type {
        TypeRef::Named(id) => vec![*id],
        TypeRef::Tuple(positions) => positions.iter().flat_map(required).collect(),
        _ => Vec::new(),
    }
}

/// The types that every value of a type has in it. A union has a value without any: what fits no variant.
fn needed(r#type: &Type) -> Vec<TypeId> {
    match &r#type.body {
        TypeBody::Object { fields, .. } => {
            let fields = fields.iter().filter(|field| field.required);
            fields.flat_map(|field| required(&field.r#type)).collect()
        }
        TypeBody::Alias(target) => required(target),
        _ => Vec::new(),
    }
}

/// The types that a value of a type may have in it, in place.
fn held(r#type: &Type) -> Vec<TypeId> {
    match &r#type.body {
        TypeBody::Object { fields, .. } => {
            fields.iter().flat_map(|field| contained(&field.r#type)).collect()
        }
        TypeBody::Union { variants, .. } => {
            variants.iter().flat_map(|it| contained(&it.r#type)).collect()
        }
        TypeBody::Alias(target) => contained(target),
        TypeBody::Enum(_) | TypeBody::Integers(_) | TypeBody::Foreign(_) => Vec::new(),
    }
}

/// For each type the number of its circle: types that have one another in them share one, and a type
/// that does not contain itself is alone in a circle of its own.
fn circles(types: &[Type], inside: fn(&Type) -> Vec<TypeId>) -> HashMap<TypeId, usize> {
    let mut graph = petgraph::graph::DiGraph::<TypeId, ()>::new();
    let nodes: Vec<_> = (0..types.len()).map(|index| graph.add_node(TypeId(index))).collect();
    for (index, r#type) in types.iter().enumerate() {
        for target in inside(r#type) {
            graph.add_edge(nodes[index], nodes[target.0], ());
        }
    }
    let circles = petgraph::algo::kosaraju_scc(&graph);
    let numbered = circles.iter().enumerate();
    let members =
        numbered.flat_map(|(number, circle)| circle.iter().map(move |node| (node, number)));
    members.map(|(node, number)| (graph[*node], number)).collect()
}
