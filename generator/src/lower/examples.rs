//! What a document gives for examples of responses → what tests read into the types of these.

use std::collections::BTreeSet;

use super::context::{Context, child};
use super::exceptions::exceptions;
use super::groups::Found;
use super::responses::{candidates, is_json};
use crate::model::{Example, Group, Response, Type};
use crate::names::{self, Name, TypeName};

/// The documented responses of success, if they have a type; what will not come back is not known yet.
pub fn lower_examples(
    cx: &Context<'_>,
    found: &Found<'_>,
    request: &TypeName,
    response: &Response,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for (status, it, pointer) in candidates(found) {
        let Some(response) = response.of(&status).filter(|it| has_type(it)) else { continue };
        let Some((documented, pointer)) = cx.response(it, &pointer) else { continue };
        let content = child(&pointer, "content");
        for (media_type, body) in documented.content.iter().filter(|(it, _)| is_json(it)) {
            let place = child(&content, media_type);
            for (name, value) in cx.examples(&body.example, &body.examples, &place) {
                let name = format!("{}.{status}.{}", file_stem(request), plain(name));
                let text = format!("{value:#}\n");
                let response = response.clone();
                examples.push(Example { name, response, text, exceptions: Vec::new() });
            }
        }
    }
    examples
}

fn has_type(response: &Response) -> bool {
    matches!(response, Response::Json(_) | Response::Page(_))
}

/// The request's name, unless that is no name for a file everywhere.
fn file_stem(request: &TypeName) -> String {
    let name = request.as_str();
    if names::is_device(name) { format!("{name}_") } else { name.to_owned() }
}

/// No name of an example is longer.
const LONGEST: usize = 80;

/// A name as a part of a file's name.
fn plain(name: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    name.chars().map(kept).take(LONGEST).collect()
}

/// Tells examples of one name apart and finds what will not come back, now that all types are known.
pub fn finish(types: &[Type], groups: &mut [Group]) {
    let mut used = BTreeSet::new();
    for operation in groups.iter_mut().flat_map(|group| &mut group.operations) {
        for example in operation.tested.iter_mut().flat_map(|tested| &mut tested.examples) {
            let name = example.name.clone();
            let mut number = 1;
            while !used.insert(example.name.to_lowercase()) {
                number += 1;
                example.name = format!("{name}-{number}");
            }
            example.exceptions = exceptions(types, &example.response, &example.text);
        }
    }
}
