//! What an operation sends → the values that a caller gives; here its parameters.

use openapiv3::{Parameter, ParameterData, ParameterSchemaOrContent, ReferenceOr};
use serde_json::Value;

use super::bodies::{Sent, request_bodies};
use super::context::{Context, child};
use super::groups::Found;
use super::losses;
use super::paths;
use super::shape::{self, shape};
use super::site::{Site, Written, with_note};
use super::style::Style;
use crate::model::{Body, Location, Shape};

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
    /// The media type of its part in a multipart form, where that is not the usual one.
    pub media_type: Option<String>,
    /// What the document gives for examples of it.
    pub examples: Vec<&'a Value>,
}

impl<'a> Input<'a> {
    /// Where its schema stands, if it has one.
    pub fn site(&self, cx: &Context<'a>) -> Option<Site<'a>> {
        let (written, pointer) = self.schema.as_ref()?;
        Site::follow(cx, *written, pointer)
    }

    pub fn is_object(&self, cx: &Context<'a>) -> bool {
        let shape = self.site(cx).map(|site| shape(cx, &site));
        matches!(shape, Some(shape::Shape::Object(_)))
    }
}

/// What an operation sends.
#[derive(Debug)]
pub struct Inputs<'a> {
    pub inputs: Vec<Input<'a>>,
    pub body: Option<Body>,
    /// What tells it from the same with another body, in words.
    pub manner: Vec<String>,
}

impl<'a> Inputs<'a> {
    /// What stands in the path before the values of that name.
    pub fn before(&self, cx: &Context<'a>, name: &str) -> String {
        let is_meant = |it: &&Input<'_>| it.location == Location::Path && it.wire == name;
        match self.inputs.iter().find(is_meant) {
            // Each property is named by itself.
            Some(it) if it.style.object == Shape::Assigned(';') && it.is_object(cx) => {
                ";".to_owned()
            }
            Some(it) => it.style.before.text(name),
            None => String::new(),
        }
    }
}

/// What an operation may send, once for each of its bodies; nothing if it has one that cannot be expressed.
pub fn inputs<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<Inputs<'a>> {
    let parameters = parameters(cx, found);
    let with = |Sent { body, inputs: fields, manner }: Sent<'a>| {
        let inputs = parameters.iter().cloned().chain(fields).collect();
        Inputs { inputs, body, manner }
    };
    match &found.operation.request_body {
        Some(it) => request_bodies(cx, found, it).into_iter().flatten().map(with).collect(),
        None => vec![with(Sent { body: None, inputs: Vec::new(), manner: Vec::new() })],
    }
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
        media_type: None,
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
        media_type: None,
        examples: values(cx.examples(&data.example, &data.examples, &pointer)),
        pointer,
    })
}

fn schema<'a>(data: &'a ParameterData, pointer: &str) -> Option<(Written<'a>, String)> {
    match &data.format {
        ParameterSchemaOrContent::Schema(schema) => Some((schema.into(), child(pointer, "schema"))),
        ParameterSchemaOrContent::Content(content) => {
            let (name, media) = content.first().filter(|(name, _)| !losses::is_foreign(name))?;
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

/// The values of examples, without their names.
pub fn values<'a>(examples: Vec<(&str, &'a Value)>) -> Vec<&'a Value> {
    examples.into_iter().map(|(_, value)| value).collect()
}
