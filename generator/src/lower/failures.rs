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
}

/// What a response of failure has for a body.
#[derive(Debug)]
enum Body<'a> {
    Empty,
    Text,
    /// JSON of a schema, with its place.
    Json(Option<Written<'a>>, String),
}

impl<'a> FoundFailure<'a> {
    /// The schema of the body, with its place.
    fn schema(&self) -> Option<(Written<'a>, &str)> {
        match &self.body {
            Body::Json(Some(schema), pointer) => Some((*schema, pointer)),
            _ => None,
        }
    }

    /// The body in the document's words, if there are any.
    fn says(&self) -> Option<String> {
        match &self.body {
            Body::Empty | Body::Json(None, _) => None,
            Body::Text => Some("text".to_owned()),
            Body::Json(Some(Written::Elsewhere(reference)), _) => Some((*reference).to_owned()),
            Body::Json(Some(Written::Here(schema)), _) => serde_json::to_string(schema).ok(),
        }
    }
}

/// The failures of an operation, in the order of their statuses.
pub fn find<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<FoundFailure<'a>> {
    let parent = child(&found.pointer, "responses");
    let others = responses::others(found).into_iter();
    let failures = others.filter_map(|(code, it)| {
        let (response, pointer) = cx.response(it, &child(&parent, &code))?;
        let body = body(cx, response, &child(&pointer, "content"));
        Some(FoundFailure { code, description: &response.description, body })
    });
    failures.collect()
}

/// The first body of JSON, else that there is another.
fn body<'a>(cx: &Context<'a>, response: &'a openapiv3::Response, content: &str) -> Body<'a> {
    let mut body = Body::Empty;
    for (media_type, media) in &response.content {
        let pointer = child(&child(content, media_type), "schema");
        let schema = media.schema.as_ref().map(Written::from);
        match (is_json(media_type), &body) {
            (true, Body::Json(..)) => {}
            (true, _) => body = Body::Json(schema, pointer),
            (false, _) => {
                if schema.is_some() {
                    let what = format!("the body of a failure of `{media_type}`");
                    cx.note(&pointer, what, "its text, on request");
                }
                if matches!(body, Body::Empty) {
                    body = Body::Text;
                }
            }
        }
    }
    body
}

/// Whether a failure's status says which of several bodies it has.
pub fn differ(failures: &[FoundFailure<'_>]) -> bool {
    let mut bodies = failures.iter().filter_map(FoundFailure::says);
    let first = bodies.next();
    bodies.any(|it| Some(it) != first)
}

/// The schemas of the bodies, each with its place and the words that could name it: those of the status
/// before `problem`, but for the first that stands here. Equals have the words of the first of them.
pub fn schemas<'f, 'a>(
    failures: &'f [FoundFailure<'a>],
) -> Vec<(Written<'a>, &'f str, Vec<String>)> {
    let mut named: Vec<(Option<String>, Vec<String>)> = Vec::new();
    let mut words = |failure: &FoundFailure<'_>, written: Written<'_>| {
        let says = failure.says();
        if let Some((_, words)) = named.iter().find(|(known, _)| *known == says) {
            return words.clone();
        }
        let status = (!named.is_empty()).then(|| statuses::words(&failure.code));
        let words: Vec<_> = status.into_iter().flatten().chain(["problem".to_owned()]).collect();
        if matches!(written, Written::Here(_)) {
            named.push((says, words.clone()));
        }
        words
    };
    let schemas = failures.iter().filter_map(|it| it.schema().map(|schema| (it, schema)));
    schemas.map(|(it, (written, pointer))| (written, pointer, words(it, written))).collect()
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
        response: match &it.body {
            Body::Empty => Response::Empty,
            Body::Text => Response::Text,
            Body::Json(None, _) => Response::Json(TypeRef::Any),
            Body::Json(Some(schema), pointer) => {
                Response::Json(element(cx, names.schemas, *schema, pointer))
            }
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
