//! The parameters of an operation that are its body, as a Request Body Object.

use serde_json::{Map, Value, json};

use super::parameter::schema_of;
use super::response::or_json;
use super::{Fields, Reader};
use crate::diagnostics::{Code, Problem, escape_token};

const MULTIPART: &str = "multipart/form-data";
const URLENCODED: &str = "application/x-www-form-urlencoded";

/// A parameter that is a body or a field of one, and the place where it is described.
pub(super) struct Part<'a> {
    pub(super) fields: &'a Fields,
    pub(super) at: String,
}

impl Part<'_> {
    fn is_field(&self) -> bool {
        self.fields.get("in").is_some_and(|place| place == "formData")
    }

    fn is(&self, r#type: &str) -> bool {
        self.fields.get("type").is_some_and(|name| name == r#type)
    }
}

impl Reader<'_> {
    /// The body that these parameters make, if there are any. `at` is the operation's place.
    pub(super) fn request_body(
        &mut self,
        parts: &[Part<'_>],
        operation: &Value,
        at: &str,
    ) -> Option<Value> {
        let consumes = self.media_types(operation, "consumes");
        let fields: Vec<&Part<'_>> = parts.iter().filter(|part| part.is_field()).collect();
        match parts.iter().find(|part| !part.is_field()) {
            Some(body) if !fields.is_empty() => {
                self.problems.push(mixed(at));
                Some(self.whole(body, &consumes, at))
            }
            Some(body) => Some(self.whole(body, &consumes, at)),
            None if fields.is_empty() => None,
            None => Some(self.form(&fields, &consumes, at)),
        }
    }

    /// `in: body`.
    fn whole(&mut self, body: &Part<'_>, consumes: &[String], at: &str) -> Value {
        let at = format!("{at}/requestBody");
        let mut content = Map::new();
        for media_type in or_json(consumes) {
            self.origins.moved(format!("{at}/content/{}", escape_token(&media_type)), &body.at);
            let schema = body.fields.get("schema").cloned().unwrap_or_else(|| json!({}));
            content.insert(media_type, json!({ "schema": schema }));
        }
        self.origins.moved(&at, &body.at);
        let mut request = body.fields.clone();
        request.retain(|key, _| !matches!(key.as_str(), "in" | "name" | "schema"));
        request.insert("content".to_owned(), Value::Object(content));
        Value::Object(request)
    }

    /// `in: formData`: a property for each.
    fn form(&mut self, parts: &[&Part<'_>], consumes: &[String], at: &str) -> Value {
        let media_type = form_media_type(parts, consumes);
        let body = format!("{at}/requestBody/content/{}", escape_token(media_type));
        let mut properties = Map::new();
        let mut encoding = Map::new();
        let mut required = Vec::new();
        for part in parts {
            let Some(Value::String(name)) = part.fields.get("name") else { continue };
            self.origins
                .moved(format!("{body}/schema/properties/{}", escape_token(name)), &part.at);
            properties.insert(name.clone(), property(part));
            if part.is("array") {
                let repeats = part.fields.get("collectionFormat").is_some_and(|it| it == "multi");
                encoding.insert(name.clone(), json!({ "style": "form", "explode": repeats }));
            }
            if part.fields.get("required") == Some(&Value::Bool(true)) {
                required.push(name.clone());
            }
        }
        let is_required = !required.is_empty();
        let schema = json!({ "type": "object", "properties": properties, "required": required });
        let body = json!({ "schema": schema, "encoding": encoding });
        json!({ "content": { media_type: body }, "required": is_required })
    }
}

/// A file can only be a part of a multipart body.
fn form_media_type(parts: &[&Part<'_>], consumes: &[String]) -> &'static str {
    let names = |wanted: &str| consumes.iter().any(|own| own == wanted);
    let has_file = parts.iter().any(|part| part.is("file"));
    if has_file || (names(MULTIPART) && !names(URLENCODED)) { MULTIPART } else { URLENCODED }
}

fn property(part: &Part<'_>) -> Value {
    let mut schema = schema_of(part.fields);
    let description = part.fields.get("description").cloned();
    if let (Some(schema), Some(description)) = (schema.as_object_mut(), description) {
        schema.insert("description".to_owned(), description);
    }
    schema
}

fn mixed(at: &str) -> Problem {
    Problem::new(
        Code::ParameterShape,
        at,
        "the operation has a parameter that is the body and others that are fields of a form",
    )
    .with_help("a request has one body: use `in: body` or `in: formData`")
}
