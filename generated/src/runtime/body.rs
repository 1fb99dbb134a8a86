//! The body of a request: nothing, a form or JSON.

use http::header::HeaderValue;
use serde_json::{Map, Value};
use url::form_urlencoded::Serializer;

use super::encode::Encode;
use super::pairs::Pair;

const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What a request carries; JSON if both are set.
#[derive(Clone, Default)]
pub(super) struct Body {
    pub(super) form: Option<Vec<Pair>>,
    pub(super) json: Option<Value>,
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

    /// The body as text, and its media type if there is one.
    pub(super) fn render(&self) -> (String, Option<HeaderValue>) {
        if let Some(json) = &self.json {
            return (json.to_string(), Some(JSON));
        }
        match &self.form {
            Some(fields) => (urlencoded(fields), Some(FORM)),
            None => (String::new(), None),
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
