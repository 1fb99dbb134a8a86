//! What parameters, forms and responses lose on their way → notes in the ledger.

use openapiv3::{MediaType, Parameter, ParameterSchemaOrContent, PathStyle, QueryStyle};

use super::context::{Context, child};
use super::groups::Found;
use super::responses;
use super::shape::{Shape, shape};
use super::site::{Site, Written};

/// What is lost of a parameter that stands at `pointer`.
pub fn note_parameter(cx: &Context<'_>, parameter: &Parameter, pointer: &str) {
    match style(parameter) {
        Some(style) => note_style(cx, style, pointer),
        None => note_object(cx, parameter, pointer),
    }
    if matches!(parameter, Parameter::Query { allow_reserved: true, .. }) {
        cx.note(pointer, "`allowReserved`", "reserved characters are percent-encoded");
    }
    if matches!(parameter.parameter_data_ref().format, ParameterSchemaOrContent::Content(_)) {
        cx.note(pointer, "a parameter with `content`", "any JSON");
    }
}

/// What is lost of the `encoding` of a form's fields: all styles but `form`.
pub fn note_encoding(cx: &Context<'_>, media: &MediaType, pointer: &str) {
    for (name, encoding) in &media.encoding {
        let Some(style) = encoding.style.as_ref().and_then(query_style) else { continue };
        note_style(cx, style, &child(&child(pointer, "encoding"), name));
    }
}

/// What no response brings as a type of its own: bodies of failure, and headers.
pub fn note_responses<'a>(cx: &Context<'a>, found: &Found<'a>) {
    let parent = child(&found.pointer, "responses");
    let successes: Vec<String> =
        responses::candidates(found).into_iter().map(|(code, ..)| code).collect();
    let all = &found.operation.responses;
    let codes = all.responses.iter().map(|(code, it)| (code.to_string(), it));
    let default = all.default.iter().map(|it| ("default".to_owned(), it));
    for (code, it) in codes.chain(default) {
        let Some((response, pointer)) = cx.response(it, &child(&parent, &code)) else { continue };
        let has_schema = response.content.values().any(|media| media.schema.is_some());
        if has_schema && !successes.contains(&code) {
            cx.note(&pointer, "the schema of a failure's body", "an `ApiError`, whatever the body");
        }
        for name in response.headers.keys().filter(|name| !is_for_browsers(name)) {
            cx.note(&pointer, format!("the response header `{name}`"), "its text, on request");
        }
    }
}

/// Headers that only a browser reads (Fetch, section 3.3.3 "HTTP responses").
fn is_for_browsers(header: &str) -> bool {
    header.to_ascii_lowercase().starts_with("access-control-")
}

fn note_style(cx: &Context<'_>, style: &str, pointer: &str) {
    cx.note(pointer, format!("the style `{style}`"), "`form` or `simple`, an object as JSON text");
}

/// An object with properties is one value, whereas `form` and `simple` write each property.
fn note_object(cx: &Context<'_>, parameter: &Parameter, pointer: &str) {
    let ParameterSchemaOrContent::Schema(schema) = &parameter.parameter_data_ref().format else {
        return;
    };
    let site = Site::follow(cx, Written::from(schema), &child(pointer, "schema"));
    let Some(Shape::Object(object)) = site.map(|site| shape(cx, &site)) else { return };
    if !object.properties.is_empty() {
        cx.note(pointer, "an object whose properties are to be written one by one", "JSON text");
    }
}

/// The style, if it is written otherwise than `form` and `simple` are.
fn style(parameter: &Parameter) -> Option<&'static str> {
    match parameter {
        Parameter::Query { style, .. } => query_style(style),
        Parameter::Path { style: PathStyle::Label, .. } => Some("label"),
        Parameter::Path { style: PathStyle::Matrix, .. } => Some("matrix"),
        _ => None,
    }
}

fn query_style(style: &QueryStyle) -> Option<&'static str> {
    match style {
        QueryStyle::Form => None,
        QueryStyle::SpaceDelimited => Some("spaceDelimited"),
        QueryStyle::PipeDelimited => Some("pipeDelimited"),
        QueryStyle::DeepObject => Some("deepObject"),
    }
}
