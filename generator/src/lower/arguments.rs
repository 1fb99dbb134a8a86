//! What an operation takes → arguments of its method and setters of its request.

use super::context::Context;
use super::operations::{Drafted, Names};
use super::paths::parameters;
use super::requests::Input;
use super::types::type_ref;
use crate::model::{Argument, Location, Parameter, Shape, TypeRef};
use crate::names::{self, Claim, ValueName};

/// Names that a request's own methods have, or that lints keep for traits of `std`.
const METHODS: &[&str] = &["add", "clone", "div", "mul", "rem", "send", "sub"];

/// The same for the request of a list that pages.
const LIST_METHODS: &[&str] =
    &["add", "clone", "div", "limit", "mul", "rem", "send", "stream", "sub"];

/// The type and the text of the path parameter at a position of the path; a list is text.
pub fn path_argument(
    cx: &Context<'_>,
    names: &Names<'_>,
    drafted: &Drafted<'_>,
    position: usize,
) -> Option<(TypeRef, String)> {
    let wire = *parameters(drafted.found.path).get(position)?;
    let is_it = |input: &&Input<'_>| input.location == Location::Path && input.wire == wire;
    let input = drafted.inputs.inputs.iter().find(is_it)?;
    let r#type = match &input.schema {
        Some((written, pointer)) => type_ref(cx, names.schemas, *written, pointer),
        None => TypeRef::String,
    };
    let is_list = matches!(r#type, TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Any);
    Some((if is_list { TypeRef::String } else { r#type }, input.description.clone()))
}

/// What is in the way of the group's own parameters is left out; the required comes first.
pub fn lower_inputs(
    cx: &Context<'_>,
    names: &Names<'_>,
    drafted: &Drafted<'_>,
    bound: &[&str],
    pages: bool,
) -> (Vec<Argument>, Vec<Argument>) {
    let is_bound = |input: &&Input<'_>| {
        input.location == Location::Path && bound.contains(&input.wire.as_str())
    };
    let inputs = drafted.inputs.inputs.iter();
    let inputs: Vec<&Input<'_>> = inputs.filter(|input| !is_bound(input)).collect();
    let claims: Vec<Claim> = inputs.iter().map(|input| input_claim(input)).collect();
    let settled: Vec<ValueName> =
        names::settle(&claims, if pages { LIST_METHODS } else { METHODS });
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for (input, name) in inputs.into_iter().zip(settled) {
        let argument = lower_input(cx, names, input, name);
        if input.required { arguments.push(argument) } else { setters.push(argument) }
    }
    arguments.sort_by_key(|argument| argument.parameter.location != Location::Path);
    (arguments, setters)
}

fn input_claim(input: &Input<'_>) -> Claim {
    let location = match input.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Form => "form",
        Location::Body => "body",
    };
    let words = names::words(&input.wire);
    let located = words.iter().cloned().chain([location.to_owned()]).collect();
    Claim::ladder(format!("{location} {}", input.wire), vec![words, located], 0)
}

fn lower_input(
    cx: &Context<'_>,
    names: &Names<'_>,
    input: &Input<'_>,
    name: ValueName,
) -> Argument {
    let r#type = match &input.schema {
        Some((written, pointer)) => type_ref(cx, names.schemas, *written, pointer),
        None => TypeRef::Any,
    };
    let (shape, r#type) = match (input.location, r#type) {
        (Location::Body, whole) => (Shape::One, whole),
        (_, TypeRef::List(item)) if input.joined => (Shape::Joined, *item),
        (_, TypeRef::List(item)) => (Shape::Repeated, *item),
        (_, single) => (Shape::One, single),
    };
    let parameter = Parameter { wire: input.wire.clone(), location: input.location, shape, r#type };
    Argument {
        name,
        parameter,
        description: input.description.clone(),
        deprecated: input.deprecated,
    }
}
