//! Response Objects.

use serde_json::{Map, Value, json};

use super::schema::reference;
use super::{Fields, Reader, each, parameter};
use crate::diagnostics::escape_token;

impl Reader<'_> {
    pub(super) fn shared_responses(&mut self, responses: &Value) -> Value {
        let media_types = self.media_types(&Value::Null, "produces");
        each(responses, |name, it| {
            let at = format!("/components/responses/{}", escape_token(name));
            self.response(it, &media_types, &at, &format!("/responses/{}", escape_token(name)))
        })
    }

    /// The responses of an operation at `at`.
    pub(super) fn responses(&mut self, responses: &Value, operation: &Value, at: &str) -> Value {
        let media_types = self.media_types(operation, "produces");
        each(responses, |code, it| {
            let place = format!("{at}/responses/{}", escape_token(code));
            self.response(it, &media_types, &place, &place)
        })
    }

    fn response(&mut self, it: &Value, media_types: &[String], new: &str, old: &str) -> Value {
        let Some(fields) = it.as_object() else { return it.clone() };
        if let Some(Value::String(text)) = fields.get("$ref") {
            return json!({ "$ref": reference(text) });
        }
        let mut response = fields.clone();
        let examples = response.shift_remove("examples");
        if let Some(headers) = fields.get("headers") {
            response.insert("headers".to_owned(), parameter::headers(headers));
        }
        if let Some(schema) = response.shift_remove("schema") {
            let content = content(&schema, media_types, examples.as_ref());
            for media_type in content.keys() {
                let place = format!("{new}/content/{}", escape_token(media_type));
                self.origins.moved(place, old);
            }
            response.insert("content".to_owned(), Value::Object(content));
        }
        Value::Object(response)
    }
}

/// The schema once for each media type, with the example of it.
fn content(schema: &Value, media_types: &[String], examples: Option<&Value>) -> Fields {
    let mut content = Map::new();
    for media_type in or_json(media_types) {
        let mut body = Map::from_iter([("schema".to_owned(), schema.clone())]);
        if let Some(example) = examples.and_then(|examples| examples.get(&media_type)) {
            body.insert("example".to_owned(), example.clone());
        }
        content.insert(media_type, Value::Object(body));
    }
    content
}

/// The media types, or JSON where the document names none.
pub(super) fn or_json(media_types: &[String]) -> Vec<String> {
    if media_types.is_empty() { vec!["application/json".to_owned()] } else { media_types.to_vec() }
}
