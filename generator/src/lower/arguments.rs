//! What an operation takes → arguments of its method and setters of its request.

use super::context::Context;
use super::operations::{Drafted, Names};
use super::paths::parameters;
use super::requests::Input;
use super::samples::sample;
use super::shape::{Shape as SchemaShape, shape};
use super::site::{Site, Written};
use super::types::{element, sent, type_ref};
use crate::model::{Argument, Location, Parameter, Sampled, Shape, TypeRef};
use crate::names::{self, Claim, ValueName};
use crate::profile::Format;

/// The type and the text of the path parameter at a position of the path; a list is text.
pub fn path_argument(
    cx: &Context<'_>,
    names: &Names<'_>,
    drafted: &Drafted<'_>,
    position: usize,
) -> Option<(TypeRef, String)> {
    let wire = *parameters(drafted.found.path).get(position)?;
    let input = path_input(drafted, wire)?;
    let r#type = match &input.schema {
        Some((written, pointer)) => type_ref(cx, names.schemas, *written, pointer),
        None => TypeRef::String,
    };
    let is_list = matches!(r#type, TypeRef::List(_) | TypeRef::Tuple(_) | TypeRef::Map(_));
    let is_many = is_list || input.is_object(cx);
    if is_many {
        let what = "a list or an object in a part of the path that operations share";
        cx.note(&input.pointer, what, "its text, as the caller writes it");
    }
    let is_text = is_many || r#type == TypeRef::Any;
    Some((if is_text { TypeRef::String } else { r#type }, input.description.clone()))
}

/// The place of the path parameter at a position of the path.
pub fn path_pointer(cx: &Context<'_>, drafted: &Drafted<'_>, position: usize) -> Option<String> {
    let wire = *parameters(drafted.found.path).get(position)?;
    path_input(drafted, wire).map(|input| cx.origin(&input.pointer))
}

/// What an operation takes: required values are arguments, the path's own first; the rest are
/// setters. The first parameters of the path are the group's. `own` are the request's other methods.
pub fn lower_inputs(
    cx: &Context<'_>,
    names: &Names<'_>,
    drafted: &Drafted<'_>,
    path: &str,
    own: &[&str],
) -> (Vec<Argument>, Vec<Argument>) {
    let mut inputs = path_inputs(drafted, path, names.group.len());
    let others = drafted.inputs.inputs.iter().filter(|it| it.location != Location::Path);
    inputs.extend(others.cloned());
    let mut claims: Vec<Claim> = inputs.iter().map(input_claim).collect();
    let chosen = inputs.iter().map(|it| cx.chosen_argument(&drafted.found, &it.wire));
    let chosen: Vec<_> = chosen.collect();
    let taken = [own, names::METHODS_OF_VALUES].concat();
    let settled: Vec<ValueName> = cx.overruled.settle(&mut claims, &chosen, &taken);
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for (input, name) in inputs.into_iter().zip(settled) {
        let argument = lower_input(cx, names, &input, name);
        let needed = input.required && !cx.has_client_value(&argument.parameter);
        if needed { arguments.push(argument) } else { setters.push(argument) }
    }
    (arguments, setters)
}

/// A value for each of what an operation takes, those that its group has among them.
pub fn lower_samples(
    cx: &Context<'_>,
    names: &Names<'_>,
    drafted: &Drafted<'_>,
    path: &str,
) -> Vec<Sampled> {
    let others = drafted.inputs.inputs.iter().filter(|it| it.location != Location::Path);
    let inputs = path_inputs(drafted, path, 0).into_iter().chain(others.cloned());
    let sampled = |input: Input<'_>| {
        let parameter = lower_parameter(cx, names, &input);
        let sample = sample(cx, &input, &parameter);
        Sampled { location: parameter.location, wire: parameter.wire, sample }
    };
    inputs.map(sampled).collect()
}

/// The parameters of a path behind the group's, by the names that they have in `path`.
fn path_inputs<'a>(drafted: &Drafted<'a>, path: &str, group: usize) -> Vec<Input<'a>> {
    let own = parameters(drafted.found.path);
    let positions = own.into_iter().zip(parameters(path)).skip(group);
    positions
        .filter_map(|(own, renamed)| {
            let input = path_input(drafted, own)?;
            Some(Input { wire: renamed.to_owned(), ..input.clone() })
        })
        .collect()
}

/// The path parameter of that name in the document.
fn path_input<'d, 'a>(drafted: &'d Drafted<'a>, wire: &str) -> Option<&'d Input<'a>> {
    let mut inputs = drafted.inputs.inputs.iter();
    inputs.find(|input| input.location == Location::Path && input.wire == wire)
}

fn input_claim(input: &Input<'_>) -> Claim {
    let location = match input.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
        Location::Form => "form",
        Location::File => "file",
        Location::Body | Location::Raw => "body",
    };
    let words = names::words(&input.wire);
    let located = names::with_last(&words, location);
    Claim::ladder(format!("{location} {}", input.wire), vec![words, located], 0)
}

fn lower_input(
    cx: &Context<'_>,
    names: &Names<'_>,
    input: &Input<'_>,
    name: ValueName,
) -> Argument {
    Argument {
        name,
        parameter: lower_parameter(cx, names, input),
        pointer: cx.origin(&input.pointer),
        description: input.description.clone(),
        deprecated: input.deprecated,
    }
}

fn lower_parameter(cx: &Context<'_>, names: &Names<'_>, input: &Input<'_>) -> Parameter {
    let r#type = match &input.schema {
        Some((written, pointer)) if input.location == Location::Body => {
            element(cx, names.schemas, *written, pointer)
        }
        Some(_) if input.location == Location::Raw => TypeRef::String,
        Some((written, pointer)) if input.style.is_json() => {
            type_ref(cx, names.schemas, *written, pointer)
        }
        Some((written, pointer)) => sent(cx, names.schemas, *written, pointer),
        None if matches!(input.location, Location::Path | Location::Raw) => TypeRef::String,
        None => TypeRef::Any,
    };
    let prefix = input.schema.as_ref().and_then(|(written, pointer)| prefix(cx, *written, pointer));
    let (shape, r#type) = match (input.location, r#type) {
        _ if prefix.is_some() => (Shape::Prefixed, TypeRef::Any),
        (Location::Body | Location::Raw, whole) => (Shape::One, whole),
        (_, TypeRef::List(item)) => match input.style.list {
            one_by_one @ (Shape::Repeated | Shape::Joined(_) | Shape::Named | Shape::Indexed) => {
                (one_by_one, item.not_null())
            }
            whole => (whole, TypeRef::List(item)),
        },
        (_, object) if input.is_object(cx) => (input.style.object, object),
        (_, single) => (input.style.one, single),
    };
    let wire = prefix.map_or_else(|| input.wire.clone(), str::to_owned);
    let is_apart = matches!(shape, Shape::Spread | Shape::Deep | Shape::Indexed | Shape::Prefixed);
    if input.style.reserved && is_apart {
        let what = "`allowReserved` of an object or a list with a name for each value";
        cx.note(&input.pointer, what, "reserved characters are percent-encoded");
    }
    let reserved = input.style.reserved && !is_apart;
    let media_type = input.media_type.clone();
    Parameter { wire, location: input.location, shape, reserved, media_type, r#type }
}

/// What the names of an object's values begin with, where they are sent one by one.
fn prefix(cx: &Context<'_>, written: Written<'_>, pointer: &str) -> Option<&'static str> {
    let site = Site::follow(cx, written, pointer)?;
    let SchemaShape::Object(object) = shape(cx, &site) else { return None };
    match cx.profile.format(&object.format)? {
        Format::Prefixed(prefix) => Some(prefix),
        _ => None,
    }
}
