//! The body of a request: nothing, a form, JSON, or bytes as they are.

use http::header::HeaderValue;
use serde_json::{Map, Value};
use url::form_urlencoded::Serializer;

use super::content::Content;
use super::encode::Encode;
use super::multipart::{self, FilePart};
use super::pairs::Pair;

const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
const BYTES: HeaderValue = HeaderValue::from_static("application/octet-stream");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What a request carries: of what is set, bytes as they are, else JSON, else a form.
#[derive(Clone, Default)]
pub(super) struct Body {
    pub(super) form: Option<Vec<Pair>>,
    /// Whether the form is one that files can stand in.
    pub(super) multipart: bool,
    pub(super) files: Vec<(&'static str, FilePart)>,
    /// The media types of parts, by the names of their fields.
    pub(super) types: Vec<(&'static str, &'static str)>,
    pub(super) json: Option<Value>,
    pub(super) raw: Option<Content>,
}

impl Body {
    /// The fields of the form, which the body has from now on.
    pub(super) fn form(&mut self) -> &mut Vec<Pair> {
        self.form.get_or_insert_with(Vec::new)
    }

    /// Sets one property of a JSON object.
    pub(super) fn set_property(&mut self, name: &'static str, value: &dyn Encode) {
        let mut object = match self.json.as_mut().map(Value::take) {
            Some(Value::Object(object)) => object,
            _ => Map::new(),
        };
        if value.is_absent() {
            object.remove(name);
        } else {
            object.insert(name.to_owned(), value.encode());
        }
        self.json = Some(Value::Object(object));
    }

    /// The body, and its media type if there is one.
    pub(super) fn render(&self) -> (Content, Option<HeaderValue>) {
        if let Some(raw) = &self.raw {
            return (raw.clone(), Some(BYTES));
        }
        if let Some(json) = &self.json {
            return (json.to_string().into(), Some(JSON));
        }
        match &self.form {
            Some(fields) if self.multipart => {
                let (body, boundary) = multipart::render(fields, &self.files, &self.types);
                let media_type = format!("multipart/form-data; boundary={boundary}");
                (body, HeaderValue::from_str(&media_type).ok())
            }
            Some(fields) => (urlencoded(fields).into(), Some(FORM)),
            None => (Content::default(), None),
        }
    }
}

fn urlencoded(fields: &[Pair]) -> String {
    let mut text = Serializer::new(String::new());
    for (name, value) in fields {
        text.append_pair(name, value);
    }
    text.finish()
}
