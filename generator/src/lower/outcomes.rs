//! The responses that may stand for success → what success brings: one thing, or one of several.

use super::context::{Context, child};
use super::groups::Found;
use super::operations::Drafted;
use super::responses::{Success, body, candidates};
use super::schemas::Schemas;
use super::site::Written;
use super::statuses;
use super::types::element;
use crate::model::{Answer, AnswerVariant, Framing, Method, Response, TypeRef};
use crate::names::{Name, TypeName};

/// A response that may stand for success.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// The status as the document writes it.
    code: String,
    description: &'a str,
    pub success: Success<'a>,
}

/// What each response that may stand for success brings, by status.
pub fn find<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<Outcome<'a>> {
    let outcome = |(code, it, pointer): (String, _, String)| {
        let (response, pointer) = cx.response(it, &pointer)?;
        let success = body(cx, response, &pointer).unwrap_or_else(|| without_body(&code));
        Some(Outcome { code, description: &response.description, success })
    };
    let mut outcomes: Vec<Outcome<'a>> = Vec::new();
    for mut outcome in candidates(found).into_iter().filter_map(outcome) {
        let success = &outcome.success;
        if let Some(same) = outcomes.iter().find(|it| says_the_same(&it.success, success)) {
            outcome.success = same.success.clone();
        }
        outcomes.push(outcome);
    }
    outcomes
}

/// Whether the schemas of two bodies stand in both places in the same words: one type is enough.
fn says_the_same(one: &Success<'_>, other: &Success<'_>) -> bool {
    let inline = |it: &Success<'_>| match it {
        Success::Json { schema: Some(Written::Here(schema)), .. } => {
            serde_json::to_string(schema).ok()
        }
        _ => None,
    };
    let text = inline(one);
    text.is_some() && text == inline(other) && one.media_type() == other.media_type()
}

/// A redirection says where to go, but for 304, which says that nothing has changed (RFC 9110,
/// section 15.4).
fn without_body<'a>(code: &str) -> Success<'a> {
    match code.starts_with('3') && code != "304" {
        true => Success::Location,
        false => Success::Empty,
    }
}

/// What one response alone would stand for: the first with a body. HEAD has no body, whatever the
/// document says (RFC 9110, section 9.3.2).
pub fn first<'a>(cx: &Context<'a>, found: &Found<'a>, outcomes: &[Outcome<'a>]) -> Success<'a> {
    if outcomes.is_empty() {
        let place = child(&found.pointer, "responses");
        cx.note(&place, "no response of success", "any 2xx, without its body");
    }
    let bodies: Vec<_> = bodies(outcomes).collect();
    let leads_elsewhere = |it: &Outcome<'_>| matches!(it.success, Success::Location);
    match bodies.first().filter(|_| found.method != Method::Head) {
        Some(first) => (*first).clone().or_nothing(bodies.len() < outcomes.len()),
        None if !outcomes.is_empty() && outcomes.iter().all(leads_elsewhere) => Success::Location,
        None => Success::Empty,
    }
}

/// Those of which each is told from the others by its status; none where one stands for all: of HEAD, of
/// a list that is read page by page, and of streams.
pub fn told_apart<'a>(
    cx: &Context<'a>,
    found: &Found<'a>,
    is_page: bool,
    outcomes: Vec<Outcome<'a>>,
) -> Vec<Outcome<'a>> {
    let is_stream = |it: &Outcome<'_>| matches!(it.success, Success::Stream { .. });
    if found.method == Method::Head || outcomes.len() < 2 {
        return Vec::new();
    }
    if !is_page && !outcomes.iter().any(is_stream) {
        return outcomes;
    }
    let bodies: Vec<_> = bodies(&outcomes).collect();
    if bodies.windows(2).any(|pair| !pair[0].is_like(pair[1])) {
        let place = child(&found.pointer, "responses");
        cx.note(&place, "several responses of success with a body", "the first of them");
    }
    Vec::new()
}

fn bodies<'o, 'a>(outcomes: &'o [Outcome<'a>]) -> impl Iterator<Item = &'o Success<'a>> {
    outcomes.iter().map(|it| &it.success).filter(|it| it.media_type().is_some())
}

/// The schemas of the bodies, each with its place and the words that could name it: those of the status
/// before `response`, but for the first.
pub fn schemas<'o, 'a>(outcomes: &'o [Outcome<'a>]) -> Vec<(Written<'a>, &'o str, Vec<String>)> {
    let mut schemas: Vec<(Written<'a>, &str, Vec<String>)> = Vec::new();
    for Outcome { code, success, .. } in outcomes {
        let Success::Json { schema: Some(written), pointer, .. } = success else { continue };
        if schemas.iter().all(|(_, known, _)| known != pointer) {
            let status = (!schemas.is_empty()).then(|| statuses::words(code));
            let words = status.into_iter().flatten().chain(["response".to_owned()]);
            schemas.push((*written, pointer, words.collect()));
        }
    }
    schemas
}

/// Whether what success brings depends on its status.
pub fn differ(cx: &Context<'_>, schemas: &Schemas<'_>, outcomes: &[Outcome<'_>]) -> bool {
    let mut responses = outcomes.iter().map(|it| lower_one(cx, schemas, &it.success));
    let first = responses.next();
    responses.any(|it| Some(it) != first)
}

/// The media types to ask for, where that is not plain JSON.
pub fn accept(drafted: &Drafted<'_>, response: &Response) -> Option<String> {
    let several = drafted.outcomes.iter().map(|it| &it.success);
    let successes: Vec<_> = match response {
        Response::Several(_) => several.collect(),
        _ => vec![&drafted.success],
    };
    let mut media_types: Vec<&str> = Vec::new();
    for media_type in successes.into_iter().filter_map(Success::media_type) {
        if !media_types.contains(&media_type) {
            media_types.push(media_type);
        }
    }
    let accept = media_types.join(", ");
    (!media_types.is_empty() && accept != "application/json").then_some(accept)
}

/// What success brings; an enum of this name where that depends on its status.
pub fn lower(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    drafted: &Drafted<'_>,
    answer: Option<TypeName>,
) -> Response {
    let variant = |it: &Outcome<'_>| AnswerVariant {
        name: TypeName::of(&statuses::words(&it.code)),
        code: it.code.clone(),
        description: it.description.to_owned(),
        response: lower_one(cx, schemas, &it.success),
    };
    match answer {
        Some(name) => {
            let variants = drafted.outcomes.iter().map(variant).collect();
            Response::Several(Answer { name, variants })
        }
        None => lower_one(cx, schemas, &drafted.success),
    }
}

fn lower_one(cx: &Context<'_>, schemas: &Schemas<'_>, success: &Success<'_>) -> Response {
    match success {
        Success::Empty => Response::Empty,
        Success::Text(_) => Response::Text,
        Success::Bytes(_) => Response::Bytes,
        Success::Location => Response::Location,
        Success::Stream { framing, schema, .. } => {
            let item = schema.as_ref().map(|(it, place)| element(cx, schemas, *it, place));
            let unsaid = match framing {
                Framing::Events => TypeRef::String,
                Framing::Lines | Framing::Sequence => TypeRef::Any,
            };
            Response::Stream(*framing, item.unwrap_or(unsaid))
        }
        Success::Json { schema: None, .. } => Response::Json(TypeRef::Any),
        Success::Json { schema: Some(written), pointer, or_nothing, .. } => {
            let answer = element(cx, schemas, *written, pointer);
            Response::Json(if *or_nothing { answer.or_null() } else { answer })
        }
    }
}
