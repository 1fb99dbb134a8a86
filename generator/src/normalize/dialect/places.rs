//! Walks over a document to the objects that the grammar has places for.

use serde_json::Value;

use crate::diagnostics::escape_token;
use crate::normalize::grammar::{OPENAPI, Object, SCHEMA, Shape};

/// What is done with an object: its kind, the object, its place.
type Act<'a> = dyn FnMut(&'static Object, &mut Value, &str) + 'a;

/// Gives `act` every schema of a document and its place, an outer schema before those inside it.
///
/// A schema may be anything when `act` sees it; what it is afterwards is walked into.
pub(super) fn each_schema(root: &mut Value, act: &mut dyn FnMut(&mut Value, &str)) {
    each_object(root, &mut |kind, value, at| {
        if kind.is(&SCHEMA) {
            act(value, at);
        }
    });
}

/// Gives `act` every object of a document, an outer one before those inside it; references too.
pub(super) fn each_object(root: &mut Value, act: &mut Act<'_>) {
    walk(root, Shape::Object(&OPENAPI), &mut String::new(), act);
}

fn walk(value: &mut Value, shape: Shape, at: &mut String, act: &mut Act<'_>) {
    match shape {
        Shape::BooleanOr(_) if value.is_boolean() => {}
        Shape::Object(object) | Shape::Referable(object) | Shape::BooleanOr(object) => {
            act(object, value, at);
            let Some(fields) = value.as_object_mut() else { return };
            if fields.contains_key("$ref") && !object.is(&SCHEMA) {
                return;
            }
            for (key, value) in fields {
                let Some(shape) = object.shape_of(key) else { continue };
                step(value, shape, key, at, act);
            }
        }
        Shape::List(item) => {
            for (index, value) in value.as_array_mut().into_iter().flatten().enumerate() {
                step(value, *item, &index.to_string(), at, act);
            }
        }
        Shape::Map(item) => {
            for (key, value) in value.as_object_mut().into_iter().flatten() {
                step(value, *item, key, at, act);
            }
        }
        _ => {}
    }
}

fn step(value: &mut Value, shape: Shape, token: &str, at: &mut String, act: &mut Act<'_>) {
    let length = at.len();
    at.push('/');
    at.push_str(&escape_token(token));
    walk(value, shape, at, act);
    at.truncate(length);
}
