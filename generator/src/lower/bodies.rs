//! Request bodies → how they are written, and the values in them; of several media types those that differ.

use openapiv3::{MediaType, ReferenceOr, RequestBody};

use super::context::{Context, child};
use super::groups::Found;
use super::object::Property;
use super::parts;
use super::requests::{Input, values};
use super::responses::{essence, is_json};
use super::samples;
use super::shape::{Shape as SchemaShape, shape};
use super::site::Site;
use super::style::Style;
use crate::model::{Access, Body, Encoding, Location};
use crate::names;

/// One of the bodies that an operation may send.
#[derive(Debug)]
pub struct Sent<'a> {
    pub body: Option<Body>,
    /// The values in it.
    pub inputs: Vec<Input<'a>>,
    /// What tells it from the first, in words: `as multipart`. The first has none.
    pub manner: Vec<String>,
}

/// A media type that a body may have, and how it is written.
type Candidate<'a> = (Encoding, &'a str, &'a MediaType);

/// The bodies that an operation may send, best first; none if not even that one can be expressed.
pub fn request_bodies<'a>(
    cx: &Context<'a>,
    found: &Found<'a>,
    it: &'a ReferenceOr<RequestBody>,
) -> Option<Vec<Sent<'a>>> {
    let (body, pointer) = cx.request_body(it, &child(&found.pointer, "requestBody"))?;
    let content = child(&pointer, "content");
    let candidates = candidates(body);
    let Some((_, first, _)) = candidates.first() else {
        return Some(vec![Sent { body: None, inputs: Vec::new(), manner: Vec::new() }]);
    };
    if is_unknown(first) {
        let what = format!("a request body of `{first}`");
        cx.note(&found.pointer, what, "nothing: the operation is left out");
        return None;
    }
    let chosen = told_apart(cx, candidates, &content);
    let sent = |(index, candidate): (usize, Candidate<'a>)| Sent {
        manner: if index == 0 { Vec::new() } else { manner(candidate.1) },
        ..sent(cx, body, candidate, &content)
    };
    Some(chosen.into_iter().enumerate().map(sent).collect())
}

fn sent<'a>(
    cx: &Context<'a>,
    body: &RequestBody,
    (encoding, name, media): Candidate<'a>,
    content: &str,
) -> Sent<'a> {
    let pointer = child(content, name);
    let inputs = match encoding {
        Encoding::Json => vec![whole(cx, media, &pointer, body, Location::Body)],
        Encoding::Raw => vec![whole(cx, media, &pointer, body, Location::Raw)],
        Encoding::Form | Encoding::Multipart => fields(cx, media, &pointer, encoding),
    };
    let body = Some(Body { media_type: essence(name), encoding });
    Sent { body, inputs, manner: Vec::new() }
}

/// The media types of a body, the one that is best expressed first.
fn candidates(body: &RequestBody) -> Vec<Candidate<'_>> {
    let all = body.content.iter();
    let mut all: Vec<_> = all.map(|(name, media)| (encoding(name), name.as_str(), media)).collect();
    all.sort_by_key(|(encoding, name, _)| {
        (is_unknown(name), *encoding, *encoding == Encoding::Json && !is_plain_json(name))
    });
    all
}

/// Of each schema the media type that is best expressed: what another one would send is the same. Only
/// who sends bytes would say more with another media type.
fn told_apart<'a>(
    cx: &Context<'a>,
    candidates: Vec<Candidate<'a>>,
    content: &str,
) -> Vec<Candidate<'a>> {
    let mut chosen: Vec<Candidate<'a>> = Vec::new();
    for candidate in candidates {
        let (encoding, name, media) = candidate;
        let same = chosen.iter().find(|(.., it)| it.schema == media.schema);
        let is_lost = is_unknown(name)
            || encoding == Encoding::Raw && same.is_some_and(|it| it.0 == Encoding::Raw);
        match same.or(chosen.first()) {
            Some((_, other, _)) if is_lost => {
                let what = format!("a request body of `{name}` beside one of `{other}`");
                cx.note(&child(content, name), what, format!("`{other}` alone"));
            }
            _ if same.is_some() => {}
            _ => chosen.push(candidate),
        }
    }
    chosen
}

/// The words for a media type behind the name of an operation.
fn manner(media_type: &str) -> Vec<String> {
    let essence = essence(media_type);
    let subtype = essence.split_once('/').map_or(&*essence, |(_, subtype)| subtype);
    let kind = match subtype {
        "x-www-form-urlencoded" => "form",
        "form-data" => "multipart",
        "plain" => "text",
        "octet-stream" | "*" => "bytes",
        other => other.strip_suffix("+json").or(other.strip_suffix("+xml")).unwrap_or(other),
    };
    names::words(&format!("as {kind}"))
}

fn encoding(media_type: &str) -> Encoding {
    match essence(media_type).as_str() {
        "application/x-www-form-urlencoded" => Encoding::Form,
        "multipart/form-data" => Encoding::Multipart,
        _ if is_json(media_type) => Encoding::Json,
        _ => Encoding::Raw,
    }
}

fn is_plain_json(media_type: &str) -> bool {
    essence(media_type) == "application/json"
}

/// Media types whose bytes have a form that a caller would have to write.
fn is_unknown(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.starts_with("multipart/") && essence != "multipart/form-data"
}

/// The whole body, as one value.
fn whole<'a>(
    cx: &Context<'a>,
    media: &'a MediaType,
    pointer: &str,
    body: &RequestBody,
    location: Location,
) -> Input<'a> {
    Input {
        wire: "body".to_owned(),
        pointer: pointer.to_owned(),
        location,
        required: body.required,
        description: body.description.clone().unwrap_or_default(),
        deprecated: false,
        schema: media.schema.as_ref().map(|schema| (schema.into(), child(pointer, "schema"))),
        style: Style::PLAIN,
        media_type: None,
        examples: values(cx.examples(&media.example, &media.examples, pointer)),
    }
}

/// A form has a field for each property of its schema; those that are required stand in the order
/// of `required`, which is a list: the order of an object's keys must not order arguments. What a server
/// alone sets is no field.
fn fields<'a>(
    cx: &Context<'a>,
    media: &'a MediaType,
    pointer: &str,
    encoding: Encoding,
) -> Vec<Input<'a>> {
    let Some(schema) = &media.schema else { return Vec::new() };
    let Some(site) = Site::follow(cx, schema.into(), &child(pointer, "schema")) else {
        return Vec::new();
    };
    let SchemaShape::Object(object) = shape(cx, &site) else {
        cx.note(pointer, "a form that is not an object with properties", "a form without fields");
        return Vec::new();
    };
    let examples = values(cx.examples(&media.example, &media.examples, pointer));
    let input = |(property, rank): (&Property<'a>, Option<usize>)| {
        let site = Site::follow(cx, property.written, &property.pointer);
        if site.as_ref().is_some_and(|site| site.access() == Access::ReadOnly) {
            return None;
        }
        let media_type = parts::media_type(cx, (media, pointer), encoding, property, site.as_ref());
        Some(Input {
            wire: property.wire.to_owned(),
            pointer: property.pointer.clone(),
            location: match site.as_ref().is_some_and(|site| is_file(cx, site)) {
                true if encoding == Encoding::Multipart => Location::File,
                _ => Location::Form,
            },
            required: rank.is_some(),
            description: site.as_ref().map(|site| site.told(cx)).unwrap_or_default(),
            deprecated: site.as_ref().is_some_and(Site::deprecated),
            schema: Some((property.written, property.pointer.clone())),
            style: media.encoding.get(property.wire).map_or(Style::FIELD, Style::of_field),
            media_type,
            examples: samples::inside(&examples, property.wire),
        })
    };
    let properties = object.properties.values();
    let mut ranked: Vec<_> = properties.map(|it| (it, object.rank(it.wire))).collect();
    ranked.sort_by_key(|(_, rank)| rank.unwrap_or(usize::MAX));
    ranked.into_iter().filter_map(input).collect()
}

/// Whether a field of a form is a file, or several files.
fn is_file(cx: &Context<'_>, site: &Site<'_>) -> bool {
    let is_one = |shape| matches!(shape, SchemaShape::Text { format, .. } if format == "binary");
    let is_item = |written, pointer: &str| {
        Site::follow(cx, written, pointer).is_some_and(|item| is_one(shape(cx, &item)))
    };
    match shape(cx, site) {
        SchemaShape::Array(Some((written, pointer))) => is_item(written, &pointer),
        SchemaShape::Tuple(positions) => {
            positions.iter().all(|(it, pointer)| is_item(*it, pointer))
        }
        other => is_one(other),
    }
}
