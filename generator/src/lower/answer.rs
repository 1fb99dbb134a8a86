//! What a document says of an operation's success → what a fake of its server answers.

use openapiv3::MediaType;
use serde_json::{Value, json};

use super::context::{Context, child};
use super::operations::Drafted;
use super::responses::{Success, candidates, essence};
use super::samples;
use crate::model::{Framing, Next, Paging};

/// The status of success where the document has none.
const OK: u16 = 200;

/// What a fake has to know of an operation beside what its document says of the answer.
#[derive(Debug)]
pub struct Known<'k> {
    pub path: &'k str,
    pub server: Option<&'k str>,
    pub paging: Option<&'k Paging>,
}

/// The operation in the fake's catalogue, as JSON: how it is recognised, and the response that stands
/// for success, with the first of its examples. Of a list that is the first one with items: a fake of
/// an empty server shows little.
pub fn lower_answer(cx: &Context<'_>, drafted: &Drafted<'_>, known: &Known<'_>) -> String {
    let Drafted { found, success, .. } = drafted;
    let method = found.method.as_str();
    let id = found.operation.operation_id.clone();
    let mut entry = json!({
        "id": id.unwrap_or_else(|| format!("{method} {}", known.path)),
        "method": method,
        "path": known.path,
        "status": OK,
    });
    if let Some(server) = known.server {
        entry["server"] = server.into();
    }
    if let Some(paging) = known.paging {
        entry["paging"] = match &paging.next {
            Next::Url(property) => json!({"next": property, "token": null}),
            Next::Token { property, parameter } => json!({"next": property, "token": parameter}),
            Next::Offset(parameter) => json!({"items": paging.items, "offset": parameter}),
            Next::Number { parameter, first } => {
                json!({"items": paging.items, "number": parameter, "first": first})
            }
            // One page has no link to another.
            Next::Link | Next::Last { .. } => Value::Null,
        };
    }
    if let Some((code, body)) = documented(cx, drafted) {
        entry["status"] = status(&code).into();
        if let Some(media_type) = success.media_type() {
            entry["media_type"] = media_type.into();
            let (kind, body) = content(cx, success, example(cx, drafted, body));
            entry[kind] = body;
            if let Some(Next::Last { more, .. }) = known.paging.map(|paging| &paging.next)
                && entry[kind].is_object()
            {
                entry[kind][more] = false.into();
            }
        }
    }
    format!("{entry:#}")
}

/// The example that is answered.
fn example(
    cx: &Context<'_>,
    drafted: &Drafted<'_>,
    body: Option<(&MediaType, String)>,
) -> Option<Value> {
    let (body, place) = body?;
    let items = drafted.page.as_ref().and_then(|page| Some(page.items.as_ref()?.wire));
    let examples = cx.examples(&body.example, &body.examples, &place);
    let has_items = |value: &&Value| {
        let inside = |name| value.get(name).and_then(Value::as_array);
        items.is_none_or(|name| inside(name).is_some_and(|it| !it.is_empty()))
    };
    let mut values = examples.iter().map(|(_, value)| *value);
    let chosen = values.clone().find(has_items).or(values.next());
    chosen.filter(|it| cx.affords(samples::size(it))).cloned()
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

/// The body, and whether it is `json` or `text`.
fn content(
    cx: &Context<'_>,
    success: &Success<'_>,
    example: Option<Value>,
) -> (&'static str, Value) {
    match (success, example) {
        (Success::Json { .. }, Some(example)) => ("json", example),
        (Success::Json { schema: Some(written), pointer, .. }, None) => {
            ("json", samples::answer(cx, *written, pointer))
        }
        (Success::Json { schema: None, .. }, None) => ("json", json!({})),
        (Success::Stream { framing, schema, .. }, example) => {
            let of_schema = || Some(samples::answer(cx, schema.as_ref()?.0, &schema.as_ref()?.1));
            let value = example.or_else(of_schema).unwrap_or_else(|| json!({}));
            ("text", framed(*framing, &value).into())
        }
        (_, Some(text @ Value::String(_))) => ("text", text),
        (_, Some(other)) => ("text", other.to_string().into()),
        (_, None) => ("text", "text".into()),
    }
}

/// A stream of one value, or an example that is a stream itself.
fn framed(framing: Framing, value: &Value) -> String {
    match (framing, value) {
        (_, Value::String(text)) if text.ends_with('\n') => text.clone(),
        (Framing::Events, Value::String(text)) => format!("data: {text}\n\n"),
        (Framing::Events, value) => format!("data: {value}\n\n"),
        (Framing::Lines, value) => format!("{value}\n"),
        (Framing::Sequence, value) => format!("\u{1e}{value}\n"),
    }
}
