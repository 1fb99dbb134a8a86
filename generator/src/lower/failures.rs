//! Responses of failure → the types that their bodies can be read as.

use super::context::{Context, child};
use super::groups::Found;
use super::operations::Names;
use super::responses::{self, is_json};
use super::site::Written;
use super::types::element;
use crate::model::{Failure, TypeRef};

/// A response of failure with a body that has a schema.
#[derive(Debug)]
pub struct FoundFailure<'a> {
    /// The status as the document writes it: `404`, `4XX`, `default`.
    code: String,
    pub schema: Written<'a>,
    pub pointer: String,
}

/// The failures of an operation whose bodies are JSON, in the order of their statuses.
pub fn find<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<FoundFailure<'a>> {
    let parent = child(&found.pointer, "responses");
    let mut failures = Vec::new();
    for (code, it) in responses::others(found) {
        let Some((response, pointer)) = cx.response(it, &child(&parent, &code)) else { continue };
        for (media_type, media) in &response.content {
            let pointer = child(&child(&child(&pointer, "content"), media_type), "schema");
            let Some(schema) = &media.schema else { continue };
            match is_json(media_type) {
                true if failures.iter().any(|it: &FoundFailure<'_>| it.code == code) => {}
                true => failures.push(FoundFailure {
                    code: code.clone(),
                    schema: schema.into(),
                    pointer,
                }),
                false => cx.note(
                    &pointer,
                    format!("the body of a failure of `{media_type}`"),
                    "its text, on request",
                ),
            }
        }
    }
    failures
}

/// What the bodies of failures can be read as; those that have a type of their own.
pub fn lower(cx: &Context<'_>, names: &Names<'_>, failures: &[FoundFailure<'_>]) -> Vec<Failure> {
    let mut lowered: Vec<Failure> = Vec::new();
    for it in failures {
        let TypeRef::Named(id) = element(cx, names.schemas, it.schema, &it.pointer) else {
            continue;
        };
        match lowered.iter_mut().find(|known| known.body == id) {
            Some(known) => known.codes.push(it.code.clone()),
            None => lowered.push(Failure { codes: vec![it.code.clone()], body: id }),
        }
    }
    lowered
}
