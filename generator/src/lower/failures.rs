//! Responses of failure → what their bodies can be read as.

use super::context::{Context, child};
use super::groups::Found;
use super::responses::{self, is_json};
use super::schemas::Schemas;
use super::site::Written;
use super::statuses;
use super::types::element;
use crate::model::{AnswerVariant, Failures, Group, Method, Response, TypeRef};
use crate::names::{Name, TypeName};

/// A response of failure.
#[derive(Debug)]
pub struct FoundFailure<'a> {
    /// The status as the document writes it: `404`, `4XX`, `default`.
    code: String,
    description: &'a str,
    body: Body<'a>,
}

/// What a response of failure has for a body.
#[derive(Debug)]
enum Body<'a> {
    Empty,
    Text,
    /// JSON, of a schema with its place if it has one.
    Json(Option<(Written<'a>, String)>),
}

/// The failures of an operation, in the order of their statuses.
pub fn find<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<FoundFailure<'a>> {
    let parent = child(&found.pointer, "responses");
    let others = responses::others(found).into_iter();
    let failures = others.filter_map(|(code, it)| {
        let (response, pointer) = cx.response(it, &child(&parent, &code))?;
        // Of HEAD no response has a body (RFC 9110, section 9.3.2).
        let body = match found.method {
            Method::Head => Body::Empty,
            _ => body(cx, response, &child(&pointer, "content")),
        };
        Some(FoundFailure { code, description: &response.description, body })
    });
    failures.collect()
}

/// JSON if it can be that, else text.
fn body<'a>(cx: &Context<'a>, response: &'a openapiv3::Response, content: &str) -> Body<'a> {
    let json = response.content.iter().find(|(media_type, _)| is_json(media_type));
    let place = |media_type: &str| child(&child(content, media_type), "schema");
    for (media_type, media) in response.content.iter().filter(|(name, _)| !is_json(name)) {
        let is_said = json.is_none() && media_type.starts_with("text/");
        if media.schema.is_some() && !is_said {
            let what = format!("the body of a failure of `{media_type}`");
            cx.note(&place(media_type), what, "its text, on request");
        }
    }
    match json {
        Some((media_type, media)) => {
            Body::Json(media.schema.as_ref().map(|it| (it.into(), place(media_type))))
        }
        None if response.content.is_empty() => Body::Empty,
        None => Body::Text,
    }
}

/// The schemas of the bodies, each with its place and the words that could name it: those of the status
/// before `problem`, but for the first that stands here. Equals have the words of the first of them.
pub fn schemas<'f, 'a>(
    failures: &'f [FoundFailure<'a>],
) -> Vec<(Written<'a>, &'f str, Vec<String>)> {
    let mut schemas: Vec<(Written<'a>, &str, Vec<String>)> = Vec::new();
    for FoundFailure { code, body, .. } in failures {
        let Body::Json(Some((written, pointer))) = body else { continue };
        let known = schemas.iter().find(|(known, ..)| known == written);
        let words = known.map(|(.., words)| words.clone()).unwrap_or_else(|| {
            let is_first = !schemas.iter().any(|(known, ..)| matches!(known, Written::Here(_)));
            let status = (!is_first).then(|| statuses::words(code));
            status.into_iter().flatten().chain(["problem".to_owned()]).collect()
        });
        schemas.push((*written, pointer, words));
    }
    schemas
}

/// Whether a failure's status says which of several bodies it has.
pub fn differ(cx: &Context<'_>, schemas: &Schemas<'_>, failures: &[FoundFailure<'_>]) -> bool {
    let bodies = failures.iter().map(|it| lower_body(cx, schemas, &it.body));
    let mut bodies = bodies.filter(|it| *it != Response::Empty);
    let first = bodies.next();
    bodies.any(|it| Some(it) != first)
}

/// What failures say; as an enum of this name where that depends on the status.
pub fn lower(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    failures: &[FoundFailure<'_>],
    name: Option<TypeName>,
) -> Failures {
    let variant = |it: &FoundFailure<'_>| AnswerVariant {
        name: TypeName::of(&statuses::words(&it.code)),
        code: it.code.clone(),
        description: it.description.to_owned(),
        response: lower_body(cx, schemas, &it.body),
    };
    Failures { name, same_as: None, variants: failures.iter().map(variant).collect() }
}

fn lower_body(cx: &Context<'_>, schemas: &Schemas<'_>, body: &Body<'_>) -> Response {
    match body {
        Body::Empty => Response::Empty,
        Body::Text => Response::Text,
        Body::Json(None) => Response::Json(TypeRef::Any),
        Body::Json(Some((written, pointer))) => {
            Response::Json(element(cx, schemas, *written, pointer))
        }
    }
}

/// Of operations that fail alike, the first has the enum for all. What the document says of a status stays
/// where it says the same everywhere.
pub fn share(groups: &mut [Group]) {
    let mut shared: Vec<Failures> = Vec::new();
    for failures in enums(groups) {
        match shared.iter_mut().find(|it| it.are_like(failures)) {
            Some(first) => {
                failures.same_as = first.name.clone();
                for (said, variant) in first.variants.iter_mut().zip(&failures.variants) {
                    if said.description != variant.description {
                        said.description.clear();
                    }
                }
            }
            None => shared.push(failures.clone()),
        }
    }
    for (failures, agreed) in enums(groups).filter(|it| it.same_as.is_none()).zip(shared) {
        *failures = agreed;
    }
}

/// The failures that have an enum.
fn enums(groups: &mut [Group]) -> impl Iterator<Item = &mut Failures> {
    let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
    operations.filter(|it| it.failure().is_some()).map(|it| &mut it.failures)
}
