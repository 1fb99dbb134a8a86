//! Responses of failure → what their bodies can be read as.

use super::context::{Context, child};
use super::groups::Found;
use super::operations::Names;
use super::responses::{self, is_json};
use super::site::Written;
use super::statuses;
use super::types::element;
use crate::model::{AnswerVariant, Failures, Group, Response, TypeRef};
use crate::names::{Name, TypeName};

/// A response of failure.
#[derive(Debug)]
pub struct FoundFailure<'a> {
    /// The status as the document writes it: `404`, `4XX`, `default`.
    code: String,
    description: &'a str,
    body: Body<'a>,
    /// The place of the body's schema.
    pointer: String,
}

/// What a response of failure has for a body.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Body<'a> {
    Empty,
    Text,
    /// JSON of any kind.
    Any,
    /// JSON of a schema.
    Json(Written<'a>),
}

/// The failures of an operation, in the order of their statuses.
pub fn find<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<FoundFailure<'a>> {
    let parent = child(&found.pointer, "responses");
    let others = responses::others(found).into_iter();
    let failures = others.filter_map(|(code, it)| {
        let (response, pointer) = cx.response(it, &child(&parent, &code))?;
        let (body, pointer) = body(cx, response, &child(&pointer, "content"));
        Some(FoundFailure { code, description: &response.description, body, pointer })
    });
    failures.collect()
}

/// The first body of JSON with the place of its schema, else that there is another.
fn body<'a>(
    cx: &Context<'a>,
    response: &'a openapiv3::Response,
    content: &str,
) -> (Body<'a>, String) {
    let mut found = (Body::Empty, String::new());
    for (media_type, media) in &response.content {
        let pointer = child(&child(content, media_type), "schema");
        let schema = media.schema.as_ref().map(Written::from);
        match (is_json(media_type), found.0) {
            (true, Body::Empty | Body::Text) => {
                found = (schema.map_or(Body::Any, Body::Json), pointer);
            }
            (true, _) => {}
            (false, body) => {
                if schema.is_some() {
                    let what = format!("the body of a failure of `{media_type}`");
                    cx.note(&pointer, what, "its text, on request");
                }
                if body == Body::Empty {
                    found.0 = Body::Text;
                }
            }
        }
    }
    found
}

/// Whether a failure's status says which of several bodies it has.
pub fn differ(failures: &[FoundFailure<'_>]) -> bool {
    let mut bodies =
        failures.iter().map(|it| it.body).filter(|it| matches!(it, Body::Text | Body::Json(_)));
    let first = bodies.next();
    bodies.any(|it| Some(it) != first)
}

/// The schemas of the bodies, each with its place and the words that could name it: those of the status
/// before `problem`, but for the first that stands here. Equals have the words of the first of them.
pub fn schemas<'f, 'a>(
    failures: &'f [FoundFailure<'a>],
) -> Vec<(Written<'a>, &'f str, Vec<String>)> {
    let mut schemas: Vec<(Written<'a>, &str, Vec<String>)> = Vec::new();
    for FoundFailure { code, body, pointer, .. } in failures {
        let Body::Json(written) = *body else { continue };
        let known = schemas.iter().find(|(known, ..)| *known == written);
        let words = known.map(|(.., words)| words.clone()).unwrap_or_else(|| {
            let is_first = !schemas.iter().any(|(known, ..)| matches!(known, Written::Here(_)));
            let status = (!is_first).then(|| statuses::words(code));
            status.into_iter().flatten().chain(["problem".to_owned()]).collect()
        });
        schemas.push((written, pointer, words));
    }
    schemas
}

/// What failures say; as an enum of this name where that depends on the status.
pub fn lower(
    cx: &Context<'_>,
    names: &Names<'_>,
    failures: &[FoundFailure<'_>],
    name: Option<TypeName>,
) -> Failures {
    let variant = |it: &FoundFailure<'_>| AnswerVariant {
        name: TypeName::of(&statuses::words(&it.code)),
        code: it.code.clone(),
        description: it.description.to_owned(),
        response: match it.body {
            Body::Empty => Response::Empty,
            Body::Text => Response::Text,
            Body::Any => Response::Json(TypeRef::Any),
            Body::Json(schema) => Response::Json(element(cx, names.schemas, schema, &it.pointer)),
        },
    };
    Failures { name, same_as: None, variants: failures.iter().map(variant).collect() }
}

/// Of operations whose failures are the same, the first has the enum.
pub fn share(groups: &mut [Group]) {
    let mut firsts: Vec<Failures> = Vec::new();
    let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
    for failures in operations.map(|it| &mut it.failures).filter(|it| it.name.is_some()) {
        match firsts.iter().find(|it| it.variants == failures.variants) {
            Some(first) => failures.same_as = first.name.clone(),
            None => firsts.push(failures.clone()),
        }
    }
}
