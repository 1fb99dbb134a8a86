//! What an operation takes → a value for each of it, with which tests call it.

mod keywords;
mod patterns;
mod satisfies;
mod text;
mod value;

use std::cell::Cell;

use serde_json::Value;

use super::context::Context;
use super::requests::Input;
use super::site::Written;
use crate::model::{Location, Parameter, Sample, Shape, TypeRef};
pub use patterns::Patterns;
use value::{Draft, Extent, LARGEST, value};
pub use value::{inside, size};

/// A value for what an operation takes as `parameter`.
pub fn sample(cx: &Context<'_>, input: &Input<'_>, parameter: &Parameter) -> Sample {
    let make = |extent| {
        let left = &Cell::new(LARGEST);
        let draft = Draft { name: &input.wire, examples: &input.examples, extent, depth: 0, left };
        match &input.schema {
            Some((written, pointer)) => value(cx, *written, pointer, draft),
            None => input.examples.first().map_or_else(|| Value::from("value"), |it| (*it).clone()),
        }
    };
    let (least, full) = (make(Extent::Least), make(Extent::Full));
    if parameter.location == Location::Body {
        return json(&least, &full);
    }
    match (parameter.shape, &full) {
        (
            Shape::Repeated | Shape::Joined(_) | Shape::Named | Shape::Indexed,
            Value::Array(items),
        ) => {
            Sample::List(items.iter().map(|item| of_type(item, item, &parameter.r#type)).collect())
        }
        (Shape::Repeated | Shape::Joined(_) | Shape::Named | Shape::Indexed, _) => {
            Sample::List(vec![of_type(&least, &full, &parameter.r#type)])
        }
        (Shape::One | Shape::Json, _) => of_type(&least, &full, &parameter.r#type),
        _ => json(&least, &full),
    }
}

/// What a server answers where this schema is written.
pub fn answer(cx: &Context<'_>, written: Written<'_>, pointer: &str) -> Value {
    let left = &Cell::new(LARGEST);
    let draft = Draft { name: "text", examples: &[], extent: Extent::Answer, depth: 0, left };
    value(cx, written, pointer, draft)
}

/// The value, as simple as it is; what a type takes as text is text.
fn of_type(least: &Value, full: &Value, r#type: &TypeRef) -> Sample {
    match (full, r#type) {
        (Value::String(text), _) => Sample::Text(text.clone()),
        (other, TypeRef::String) => Sample::Text(other.to_string()),
        (Value::Bool(truth), _) => Sample::Bool(*truth),
        (Value::Number(number), _) => match number.as_i64() {
            Some(integer) => Sample::Integer(integer),
            None => Sample::Number(number.as_f64().unwrap_or_default()),
        },
        _ => json(least, full),
    }
}

fn json(least: &Value, full: &Value) -> Sample {
    Sample::Json { least: least.to_string(), full: full.to_string() }
}
