//! What a document says of an operation's success → what a fake of its server answers.

use openapiv3::MediaType;
use serde_json::Value;

use super::context::{Context, child};
use super::operations::Drafted;
use super::responses::{Success, candidates, essence};
use super::samples;
use crate::model::Answer;

/// The status of success where the document has none.
const OK: u16 = 200;

/// The response that stands for success, with the first of its examples. Of a list that is the first
/// one with items: a fake of an empty server shows little.
pub fn lower_answer(cx: &Context<'_>, drafted: &Drafted<'_>) -> Answer {
    let success = &drafted.success;
    let Some((code, body)) = documented(cx, drafted) else {
        return Answer { status: OK, media_type: None, body: String::new() };
    };
    let items = drafted.page.as_ref().map(|page| page.items.wire);
    let example = body.as_ref().and_then(|(body, place)| {
        let examples = cx.examples(&body.example, &body.examples, place);
        let has_items = |value: &&Value| {
            let inside = |name| value.get(name).and_then(Value::as_array);
            items.is_none_or(|name| inside(name).is_some_and(|it| !it.is_empty()))
        };
        let mut values = examples.iter().map(|(_, value)| *value);
        values.clone().find(has_items).or(values.next()).cloned()
    });
    Answer {
        status: status(&code),
        media_type: success.media_type().map(str::to_owned),
        body: text(cx, success, example),
    }
}

/// The candidate that `success` was read from: its status, and its body with the body's place.
fn documented<'a>(
    cx: &Context<'a>,
    drafted: &Drafted<'a>,
) -> Option<(String, Option<(&'a MediaType, String)>)> {
    let wanted = drafted.success.media_type();
    let mut first = None;
    for (code, it, pointer) in candidates(&drafted.found) {
        let Some((response, pointer)) = cx.response(it, &pointer) else { continue };
        let content = child(&pointer, "content");
        let is_meant = |name: &str| name == "*/*" || Some(&*essence(name)) == wanted;
        let body = response.content.iter().find(|(name, _)| is_meant(name));
        if wanted.is_none() || body.is_some() {
            return Some((code, body.map(|(name, body)| (body, child(&content, name)))));
        }
        first = first.or(Some((code, None)));
    }
    first
}

/// The status of a code, which may be a range (`2XX`) or `default`.
fn status(code: &str) -> u16 {
    code.replace(['X', 'x'], "0").parse().unwrap_or(OK)
}

fn text(cx: &Context<'_>, success: &Success<'_>, example: Option<Value>) -> String {
    match (success, example) {
        (Success::Empty | Success::Location, _) => String::new(),
        (Success::Text(_) | Success::Bytes(_), Some(Value::String(text))) => text,
        (Success::Text(_) | Success::Bytes(_), other) => {
            other.map_or_else(|| "text".to_owned(), |value| value.to_string())
        }
        (Success::Json { .. }, Some(example)) => format!("{example:#}"),
        (Success::Json { schema: Some(written), pointer, .. }, None) => {
            format!("{:#}", samples::answer(cx, *written, pointer))
        }
        (Success::Json { schema: None, .. }, None) => "{}".to_owned(),
    }
}
