//! The one decision that recursion needs: where a `Box` goes.
//!
//! A field is boxed when its type contains the field's own type with no list or map between.

use std::collections::HashMap;

use super::context::Context;
use crate::model::{Field, Type, TypeBody, TypeId, TypeRef};

/// Boxes the fields that would make a type contain itself, and ends what has no end.
pub fn break_cycles(cx: &Context<'_>, types: &mut [Type]) {
    end_aliases(cx, types);
    end_unions(cx, types);
    let unending = circles(types, |field| field.required, false);
    let circles = circles(types, |_| true, true);
    for (index, r#type) in types.iter_mut().enumerate() {
        let TypeBody::Object { fields, .. } = &mut r#type.body else { continue };
        let own = TypeId(index);
        for field in fields {
            let Some(target) = contained(&field.r#type) else { continue };
            if field.required && unending[&target] == unending[&own] {
                let what = format!("`{}`, which requires a value like itself", field.wire);
                cx.note(&r#type.pointer, what, "a property that may be left out");
                field.required = false;
            }
            if circles[&target] == circles[&own] {
                let inner = std::mem::replace(&mut field.r#type, TypeRef::Any);
                field.r#type = TypeRef::Boxed(Box::new(inner));
            }
        }
    }
}

fn end_aliases(cx: &Context<'_>, types: &mut [Type]) {
    for index in 0..types.len() {
        let TypeBody::Alias(target) = &types[index].body else { continue };
        if alias_reaches(types, target, TypeId(index), 0) {
            let what = "a type that is a list or map of itself, or of too many others in turn";
            cx.note(&types[index].pointer, what, "any JSON value");
            types[index].body = TypeBody::Alias(TypeRef::Any);
        }
    }
}

/// Takes out of unions what leads back to the same union, with no object between: its values are
/// those of the other variants.
fn end_unions(cx: &Context<'_>, types: &mut [Type]) {
    for index in 0..types.len() {
        let leads_back = |r#type: &TypeRef| union_reaches(types, r#type, TypeId(index), 0);
        let TypeBody::Union { variants, .. } = &types[index].body else { continue };
        let kept: Vec<bool> = variants.iter().map(|it| !leads_back(&it.r#type)).collect();
        if kept.iter().all(|kept| *kept) {
            continue;
        }
        let what = "a type that is one of its own alternatives";
        cx.note(&types[index].pointer, what, "the other alternatives");
        let TypeBody::Union { variants, .. } = &mut types[index].body else { continue };
        let mut kept = kept.into_iter();
        variants.retain(|_| kept.next().unwrap_or(true));
        if variants.is_empty() {
            types[index].body = TypeBody::Alias(TypeRef::Any);
        }
    }
}

/// Whether a value of this type may be one of the union with nothing around it, or lies too deep to say.
fn union_reaches(types: &[Type], from: &TypeRef, goal: TypeId, depth: usize) -> bool {
    let Some(id) = contained(from) else { return false };
    let mut reached = id == goal || depth > ALIASES;
    let reaches = |it: &TypeRef| union_reaches(types, it, goal, depth + 1);
    match &types[id.0].body {
        _ if reached => {}
        TypeBody::Alias(target) => reached = reaches(target),
        TypeBody::Union { variants, .. } => reached = variants.iter().any(|it| reaches(&it.r#type)),
        TypeBody::Object { .. }
        | TypeBody::Enum(_)
        | TypeBody::Integers(_)
        | TypeBody::Foreign(_) => {}
    }
    reached
}

/// How many aliases may lead to one another: enough for people, and little for a compiler.
const ALIASES: usize = 32;

/// Whether an alias leads back to itself through other aliases, or through too many of them.
fn alias_reaches(types: &[Type], from: &TypeRef, goal: TypeId, depth: usize) -> bool {
    let Some(id) = from.named() else { return depth > ALIASES };
    match &types[id.0].body {
        _ if depth > ALIASES || id == goal => true,
        TypeBody::Alias(next) => alias_reaches(types, next, goal, depth + 1),
        _ => false,
    }
}

/// The named type that a value of this type contains in place.
fn contained(r#type: &TypeRef) -> Option<TypeId> {
    match r#type {
        TypeRef::Named(id) => Some(*id),
        TypeRef::Nullable(inner) => contained(inner),
        _ => None,
    }
}

/// What a type contains by fields that count. A union has a value without any: what fits no variant.
fn contents(r#type: &Type, counts: fn(&Field) -> bool, has_unions: bool) -> Vec<TypeId> {
    match &r#type.body {
        TypeBody::Object { fields, .. } => {
            let fields = fields.iter().filter(|field| counts(field));
            fields.filter_map(|field| contained(&field.r#type)).collect()
        }
        TypeBody::Union { variants, .. } if has_unions => {
            variants.iter().filter_map(|it| contained(&it.r#type)).collect()
        }
        TypeBody::Alias(target) => contained(target).into_iter().collect(),
        TypeBody::Union { .. }
        | TypeBody::Enum(_)
        | TypeBody::Integers(_)
        | TypeBody::Foreign(_) => Vec::new(),
    }
}

/// For each type the number of its circle: types that contain one another by fields that count
/// share one, and a type that does not contain itself is alone in a circle of its own.
fn circles(types: &[Type], counts: fn(&Field) -> bool, has_unions: bool) -> HashMap<TypeId, usize> {
    let mut graph = petgraph::graph::DiGraph::<TypeId, ()>::new();
    let nodes: Vec<_> = (0..types.len()).map(|index| graph.add_node(TypeId(index))).collect();
    for (index, r#type) in types.iter().enumerate() {
        for target in contents(r#type, counts, has_unions) {
            graph.add_edge(nodes[index], nodes[target.0], ());
        }
    }
    let circles = petgraph::algo::kosaraju_scc(&graph);
    let numbered = circles.iter().enumerate();
    let members =
        numbered.flat_map(|(number, circle)| circle.iter().map(move |node| (node, number)));
    members.map(|(node, number)| (graph[*node], number)).collect()
}
