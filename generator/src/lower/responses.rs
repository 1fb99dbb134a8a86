//! Responses → what each has for a body.

use openapiv3::{ReferenceOr, Response, StatusCode};

use super::context::{Context, child};
use super::groups::Found;
use super::shape::{Shape, shape};
use super::site::{Site, Written};
use crate::model::Framing;

/// What a successful response has for a body.
#[derive(Debug, Clone)]
pub enum Success<'a> {
    Empty,
    /// JSON of a media type.
    Json {
        media_type: String,
        schema: Option<Written<'a>>,
        pointer: String,
        /// Whether another response of success has no body.
        or_nothing: bool,
    },
    /// Text of a media type.
    Text(String),
    /// Bytes of a media type.
    Bytes(String),
    /// Where to go.
    Location,
    /// JSON values of a media type, one after the other; the schema is that of one.
    Stream {
        media_type: String,
        framing: Framing,
        schema: Option<(Written<'a>, String)>,
    },
}

impl<'a> Success<'a> {
    /// The media type of the body, if there is one.
    pub fn media_type(&self) -> Option<&str> {
        match self {
            Self::Empty | Self::Location => None,
            Self::Json { media_type, .. }
            | Self::Text(media_type)
            | Self::Bytes(media_type)
            | Self::Stream { media_type, .. } => Some(media_type),
        }
    }

    /// Whether two bodies are of one media type and one component.
    pub fn is_like(&self, other: &Self) -> bool {
        let component = |it: &Self| -> Option<&'a str> {
            match it {
                Self::Json { schema: Some(Written::Elsewhere(reference)), .. } => Some(*reference),
                _ => None,
            }
        };
        let (one, two) = (component(self), component(other));
        one.is_some() && one == two && self.media_type() == other.media_type()
    }

    /// The same, where another response of success may have no body.
    pub fn or_nothing(mut self, nothing: bool) -> Self {
        if let Self::Json { or_nothing, .. } = &mut self {
            *or_nothing = nothing;
        }
        self
    }
}

/// The responses that may stand for success, by status, with their pointers: those of 2xx and 3xx, and
/// `default` only where there is none.
pub fn candidates<'a>(found: &Found<'a>) -> Vec<(String, &'a ReferenceOr<Response>, String)> {
    let parent = child(&found.pointer, "responses");
    let responses = &found.operation.responses;
    let codes = responses.responses.iter();
    let answers = codes.filter(|(code, _)| is_success(code) || is_redirection(code));
    let mut candidates: Vec<_> = answers.map(|(code, it)| (code.to_string(), it)).collect();
    candidates.sort_by(|a, b| a.0.cmp(&b.0));
    if candidates.is_empty() {
        candidates.extend(responses.default.iter().map(|it| ("default".to_owned(), it)));
    }
    let placed = |(code, it): (String, &'a _)| {
        let pointer = child(&parent, &code);
        (code, it, pointer)
    };
    candidates.into_iter().map(placed).collect()
}

/// All responses, by status; `default` is the last.
pub fn all<'a>(found: &Found<'a>) -> impl Iterator<Item = (String, &'a ReferenceOr<Response>)> {
    let responses = &found.operation.responses;
    let codes = responses.responses.iter().map(|(code, it)| (code.to_string(), it));
    codes.chain(responses.default.iter().map(|it| ("default".to_owned(), it)))
}

/// Those that do not stand for success.
pub fn others<'a>(found: &Found<'a>) -> Vec<(String, &'a ReferenceOr<Response>)> {
    let successes: Vec<String> = candidates(found).into_iter().map(|(code, ..)| code).collect();
    let mut others: Vec<_> = all(found).filter(|(code, _)| !successes.contains(code)).collect();
    others.sort_by(|a, b| a.0.cmp(&b.0));
    others
}

/// Whether a redirection is among the responses: no client follows one, so it is an answer.
pub fn takes_redirects(found: &Found<'_>) -> bool {
    found.operation.responses.responses.keys().any(is_redirection)
}

fn is_redirection(code: &StatusCode) -> bool {
    matches!(code, StatusCode::Code(300..=399) | StatusCode::Range(3))
}

fn is_success(code: &StatusCode) -> bool {
    matches!(code, StatusCode::Code(200..=299) | StatusCode::Range(2))
}

/// What a response has for a body, if it has one.
pub fn body<'a>(cx: &Context<'a>, response: &'a Response, pointer: &str) -> Option<Success<'a>> {
    let content = child(pointer, "content");
    let json = response.content.iter().find(|(media_type, _)| is_json(media_type));
    if let Some((media_type, body)) = json {
        note_others(cx, response, &content, (media_type, "JSON"));
        let place = child(&child(&content, media_type), "schema");
        let media_type = if media_type == "*/*" { "application/json" } else { media_type };
        let schema = body.schema.as_ref().map(Written::from);
        let media_type = essence(media_type);
        return Some(Success::Json { media_type, schema, pointer: place, or_nothing: false });
    }
    if let Some(stream) = stream(cx, response, &content) {
        return Some(stream);
    }
    let (media_type, _) = response.content.first()?;
    note_others(cx, response, &content, (media_type, &format!("`{media_type}`")));
    cx.note(
        &child(&content, media_type),
        format!("a response of `{media_type}`"),
        "its text or bytes, as they come",
    );
    let media_type = essence(media_type);
    let is_text = media_type.starts_with("text/");
    Some(if is_text { Success::Text(media_type) } else { Success::Bytes(media_type) })
}

/// The stream that a response can be, of its media types the first that is one.
fn stream<'a>(cx: &Context<'a>, response: &'a Response, parent: &str) -> Option<Success<'a>> {
    let mut content = response.content.iter().map(|(name, body)| (child(parent, name), name, body));
    content.find_map(|(place, name, body)| {
        let framing = framing(name)?;
        note_others(cx, response, parent, (name, &format!("`{name}`")));
        let schema = body.schema.as_ref().map(|it| (Written::from(it), child(&place, "schema")));
        let schema = schema.map(|(written, pointer)| one_of_list(cx, written, pointer));
        Some(Success::Stream { media_type: essence(name), framing, schema })
    })
}

/// What a schema says of one value: that of a stream is the schema of a list of all (OpenAPI 3.2, "Media
/// Type Object"), or that of one, as older documents have it.
fn one_of_list<'a>(
    cx: &Context<'a>,
    written: Written<'a>,
    pointer: String,
) -> (Written<'a>, String) {
    match Site::follow(cx, written, &pointer).map(|site| shape(cx, &site)) {
        Some(Shape::Array(Some(item))) => item,
        _ => (written, pointer),
    }
}

/// What stands beside the media type that is asked for, and is another schema or a stream.
fn note_others(cx: &Context<'_>, response: &Response, content: &str, (chosen, told): (&str, &str)) {
    let schema = response.content.get(chosen).map(|body| &body.schema);
    for (name, body) in response.content.iter().filter(|(name, _)| *name != chosen) {
        if framing(name).is_some() || Some(&body.schema) != schema {
            let what = format!("a response of `{name}` beside one of {told}");
            cx.note(&child(content, name), what, format!("{told} is asked for"));
        }
    }
}

/// How the values of a media type follow one another, if it is one of streams.
fn framing(media_type: &str) -> Option<Framing> {
    match essence(media_type).as_str() {
        "text/event-stream" => Some(Framing::Events),
        "application/x-ndjson"
        | "application/ndjson"
        | "application/jsonl"
        | "application/x-jsonlines"
        | "application/x-jsonl"
        | "application/jsonlines" => Some(Framing::Lines),
        "application/json-seq" => Some(Framing::Sequence),
        _ => None,
    }
}

/// The media type without its parameters (RFC 9110, section 8.3.1).
pub fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// `application/json` and what ends in `+json` (RFC 6839, section 3.1).
pub fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "application/json" || essence.ends_with("+json") || essence == "*/*"
}
