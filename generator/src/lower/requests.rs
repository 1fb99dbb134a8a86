//! Parameters and request bodies → the values that a caller gives.

use openapiv3::{MediaType, Parameter, ParameterData, ParameterSchemaOrContent, ReferenceOr};
use serde_json::Value;

use super::context::{Context, child};
use super::groups::Found;
use super::losses;
use super::object::Property;
use super::paths;
use super::responses::{essence, is_json};
use super::samples;
use super::shape::{Shape as SchemaShape, shape};
use super::site::{Site, Written, with_note};
use super::style::Style;
use crate::model::{Body, Encoding, Location};

/// A value that an operation takes.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    pub wire: String,
    /// Where it is defined, as a JSON pointer.
    pub pointer: String,
    pub location: Location,
    pub required: bool,
    pub description: String,
    pub deprecated: bool,
    /// The schema and its pointer; without one, the value is any JSON.
    pub schema: Option<(Written<'a>, String)>,
    /// How several values and objects are written.
    pub style: Style,
    /// What the document gives for examples of it.
    pub examples: Vec<&'a Value>,
}

/// What an operation sends.
#[derive(Debug)]
pub struct Inputs<'a> {
    pub inputs: Vec<Input<'a>>,
    pub body: Option<Body>,
}

/// What an operation sends; nothing if it has a body that cannot be expressed.
pub fn inputs<'a>(cx: &Context<'a>, found: &Found<'a>) -> Option<Inputs<'a>> {
    let mut inputs = parameters(cx, found);
    let body = match &found.operation.request_body {
        Some(it) => {
            let (body, mut fields) = request_body(cx, found, it)?;
            inputs.append(&mut fields);
            body
        }
        None => None,
    };
    Some(Inputs { inputs, body })
}

/// The operation's parameters, and those of its path that it does not replace.
fn parameters<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<Input<'a>> {
    let place =
        |parent: &str, index: usize| child(&child(parent, "parameters"), &index.to_string());
    let own = found.operation.parameters.iter().enumerate();
    let own = own.map(|(index, it)| (it, place(&found.pointer, index)));
    let shared = found.item.parameters.iter().enumerate();
    let shared = shared.map(|(index, it)| (it, place(&found.item_pointer, index)));
    let mut inputs: Vec<Input<'a>> = Vec::new();
    for (it, pointer) in own.chain(shared) {
        let Some(input) = parameter(cx, it, &pointer) else { continue };
        let same = |other: &Input<'_>| other.wire == input.wire && other.location == input.location;
        let in_path = paths::parameters(found.path).contains(&input.wire.as_str());
        if !inputs.iter().any(same) && (input.location != Location::Path || in_path) {
            inputs.push(input);
        }
    }
    let is_known = |name: &str| {
        inputs.iter().any(|input| input.location == Location::Path && input.wire == name)
    };
    let names = paths::parameters(found.path).into_iter();
    let undeclared: Vec<_> =
        names.filter(|name| !is_known(name)).map(|name| undeclared(name, &found.pointer)).collect();
    inputs.extend(undeclared);
    inputs
}

/// A parameter that a path names and nobody describes: the author has been told.
fn undeclared<'a>(name: &str, operation: &str) -> Input<'a> {
    Input {
        wire: name.to_owned(),
        pointer: operation.to_owned(),
        location: Location::Path,
        required: true,
        description: String::new(),
        deprecated: false,
        schema: None,
        style: Style::PLAIN,
        examples: Vec::new(),
    }
}

/// Header parameters that OpenAPI 3.0 tells tools to ignore ("Parameter Object", `name`).
const IGNORED_HEADERS: &[&str] = &["accept", "content-type", "authorization"];

fn parameter<'a>(
    cx: &Context<'a>,
    it: &'a ReferenceOr<Parameter>,
    pointer: &str,
) -> Option<Input<'a>> {
    let (parameter, pointer) = cx.parameter(it, pointer)?;
    let data = parameter.parameter_data_ref();
    let location = match parameter {
        Parameter::Path { .. } => Location::Path,
        Parameter::Query { .. } => Location::Query,
        Parameter::Header { .. } => Location::Header,
        Parameter::Cookie { .. } => Location::Cookie,
    };
    let ignored = IGNORED_HEADERS.contains(&data.name.to_ascii_lowercase().as_str());
    if location == Location::Header && ignored {
        cx.note(
            &pointer,
            format!("the header parameter `{}`", data.name),
            "nothing, as OpenAPI asks",
        );
        return None;
    }
    losses::note_parameter(cx, parameter, &pointer);
    Some(Input {
        wire: data.name.clone(),
        location,
        required: data.required || location == Location::Path,
        description: description(cx, data, &pointer),
        deprecated: data.deprecated.unwrap_or_default(),
        schema: schema(data, &pointer),
        style: Style::of(parameter),
        examples: values(cx.examples(&data.example, &data.examples, &pointer)),
        pointer,
    })
}

fn schema<'a>(data: &'a ParameterData, pointer: &str) -> Option<(Written<'a>, String)> {
    match &data.format {
        ParameterSchemaOrContent::Schema(schema) => Some((schema.into(), child(pointer, "schema"))),
        ParameterSchemaOrContent::Content(content) => {
            let (name, media) = content.first()?;
            let pointer = child(&child(&child(pointer, "content"), name), "schema");
            media.schema.as_ref().map(|schema| (schema.into(), pointer))
        }
    }
}

fn description(cx: &Context<'_>, data: &ParameterData, pointer: &str) -> String {
    let own = data.description.clone().unwrap_or_default();
    let note = cx.profile.personal_note(&data.extensions);
    if !own.trim().is_empty() {
        return with_note(own, note);
    }
    let schema = schema(data, pointer);
    let site = schema.and_then(|(written, pointer)| Site::follow(cx, written, &pointer));
    with_note(site.map(|site| site.told(cx)).unwrap_or_default(), note)
}

/// The body's way of writing and the values in it; nothing if it cannot be expressed.
fn request_body<'a>(
    cx: &Context<'a>,
    found: &Found<'a>,
    it: &'a ReferenceOr<openapiv3::RequestBody>,
) -> Option<(Option<Body>, Vec<Input<'a>>)> {
    let (body, pointer) = cx.request_body(it, &child(&found.pointer, "requestBody"))?;
    let content = child(&pointer, "content");
    let find = |wanted: fn(&str) -> bool| body.content.iter().find(|(name, _)| wanted(name));
    let chosen = find(is_plain_json).or_else(|| find(is_json)).or_else(|| find(is_form));
    if let Some((chosen, _)) = chosen.filter(|_| body.content.len() > 1) {
        cx.note(&content, "several media types of one request body", format!("`{chosen}` alone"));
    }
    if let Some((name, media)) = find(is_plain_json).or_else(|| find(is_json)) {
        let input = json_input(cx, media, &child(&content, name), body);
        let body = Body { media_type: essence(name), encoding: Encoding::Json };
        return Some((Some(body), vec![input]));
    }
    if let Some((name, media)) = find(is_form) {
        let inputs = form_inputs(cx, media, &child(&content, name));
        let body = Body { media_type: essence(name), encoding: Encoding::Form };
        return Some((Some(body), inputs));
    }
    let Some(name) = body.content.keys().next() else { return Some((None, Vec::new())) };
    cx.note(
        &found.pointer,
        format!("a request body of `{name}`"),
        "nothing: the operation is left out",
    );
    None
}

fn is_plain_json(media_type: &str) -> bool {
    essence(media_type) == "application/json"
}

fn is_form(media_type: &str) -> bool {
    essence(media_type) == "application/x-www-form-urlencoded"
}

/// The values of examples, without their names.
fn values<'a>(examples: Vec<(&str, &'a Value)>) -> Vec<&'a Value> {
    examples.into_iter().map(|(_, value)| value).collect()
}

fn json_input<'a>(
    cx: &Context<'a>,
    media: &'a MediaType,
    pointer: &str,
    body: &openapiv3::RequestBody,
) -> Input<'a> {
    Input {
        wire: "body".to_owned(),
        pointer: pointer.to_owned(),
        location: Location::Body,
        required: body.required,
        description: body.description.clone().unwrap_or_default(),
        deprecated: false,
        schema: media.schema.as_ref().map(|schema| (schema.into(), child(pointer, "schema"))),
        style: Style::PLAIN,
        examples: values(cx.examples(&media.example, &media.examples, pointer)),
    }
}

/// A form has a field for each property of its schema; those that are required stand in the order
/// of `required`, which is a list: the order of an object's keys must not order arguments.
fn form_inputs<'a>(cx: &Context<'a>, media: &'a MediaType, pointer: &str) -> Vec<Input<'a>> {
    let Some(schema) = &media.schema else { return Vec::new() };
    let Some(site) = Site::follow(cx, schema.into(), &child(pointer, "schema")) else {
        return Vec::new();
    };
    let SchemaShape::Object(object) = shape(cx, &site) else {
        cx.note(pointer, "a form that is not an object with properties", "a form without fields");
        return Vec::new();
    };
    let examples = values(cx.examples(&media.example, &media.examples, pointer));
    let ranks: Vec<Option<usize>> =
        object.properties.iter().map(|property| object.rank(property.wire)).collect();
    let input = |(property, rank): (Property<'a>, Option<usize>)| {
        let site = Site::follow(cx, property.written, &property.pointer);
        Input {
            wire: property.wire.to_owned(),
            pointer: property.pointer.clone(),
            location: Location::Form,
            required: rank.is_some(),
            description: site.as_ref().map(|site| site.told(cx)).unwrap_or_default(),
            deprecated: site.as_ref().is_some_and(Site::deprecated),
            schema: Some((property.written, property.pointer)),
            style: media.encoding.get(property.wire).map_or(Style::FIELD, Style::of_field),
            examples: samples::inside(&examples, property.wire),
        }
    };
    let mut ranked: Vec<_> = object.properties.into_iter().zip(ranks).collect();
    ranked.sort_by_key(|(_, rank)| rank.unwrap_or(usize::MAX));
    ranked.into_iter().map(input).collect()
}
