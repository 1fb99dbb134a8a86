//! The one decision that recursion needs: where a `Box` goes.
//!
//! A field is boxed when its type contains the field's own type with no list or map between.

use std::collections::HashMap;

use super::context::Context;
use crate::model::{Field, Type, TypeBody, TypeId, TypeRef};

/// Boxes the fields that would make a type contain itself, and ends what has no end.
pub fn break_cycles(cx: &Context<'_>, types: &mut [Type]) {
    end_aliases(cx, types);
    let unending = circles(types, |field| field.required);
    let circles = circles(types, |_| true);
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

/// How many aliases may lead to one another: enough for people, and little for a compiler.
const ALIASES: usize = 32;

/// Whether an alias leads back to itself through other aliases, or through too many of them.
fn alias_reaches(types: &[Type], from: &TypeRef, goal: TypeId, depth: usize) -> bool {
    let mut reached = depth > ALIASES;
    from.each_named(&mut |id| {
        reached |= id == goal
            || match &types[id.0].body {
                TypeBody::Alias(next) if depth <= ALIASES => {
                    alias_reaches(types, next, goal, depth + 1)
                }
                _ => false,
            };
    });
    reached
}

/// The named type that a value of this type contains in place.
fn contained(r#type: &TypeRef) -> Option<TypeId> {
    match r#type {
        TypeRef::Named(id) => Some(*id),
        TypeRef::Nullable(inner) => contained(inner),
        _ => None,
    }
}

fn contents(r#type: &Type, counts: fn(&Field) -> bool) -> Vec<TypeId> {
    match &r#type.body {
        TypeBody::Object { fields, .. } => {
            let fields = fields.iter().filter(|field| counts(field));
            fields.filter_map(|field| contained(&field.r#type)).collect()
        }
        TypeBody::Alias(target) => contained(target).into_iter().collect(),
        TypeBody::Enum(_) | TypeBody::Foreign(_) => Vec::new(),
    }
}

/// For each type the number of its circle: types that contain one another by fields that count
/// share one, and a type that does not contain itself is alone in a circle of its own.
fn circles(types: &[Type], counts: fn(&Field) -> bool) -> HashMap<TypeId, usize> {
    let mut graph = petgraph::graph::DiGraph::<TypeId, ()>::new();
    let nodes: Vec<_> = (0..types.len()).map(|index| graph.add_node(TypeId(index))).collect();
    for (index, r#type) in types.iter().enumerate() {
        for target in contents(r#type, counts) {
            graph.add_edge(nodes[index], nodes[target.0], ());
        }
    }
    let circles = petgraph::algo::kosaraju_scc(&graph);
    let numbered = circles.iter().enumerate();
    let members =
        numbered.flat_map(|(number, circle)| circle.iter().map(move |node| (node, number)));
    members.map(|(node, number)| (graph[*node], number)).collect()
}
