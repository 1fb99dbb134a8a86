//! Media types: what a body is written in, and what it holds.

use serde_json::{Value, json};

use super::draft::{Draft, Fields};
use super::schema::DEPTH;

const MEDIA_TYPES: &[&str] = &[
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/vnd.api+json",
    "application/json; charset=utf-8",
    "application/octet-stream",
    "application/xml",
    "application/x-ndjson",
    "application/json-seq",
    "text/event-stream",
    "text/plain",
    "image/*",
    "*/*",
];

impl Draft<'_> {
    /// At most so many media types, one at least.
    pub fn content(&mut self, most: usize) -> Value {
        let count = 1 + self.choices.below(most);
        let media: Fields = (0..count)
            .map(|_| (self.choices.one(MEDIA_TYPES).to_owned(), self.media_type()))
            .collect();
        media.into()
    }

    fn media_type(&mut self) -> Value {
        let mut fields = Fields::new();
        if self.choices.rarely(8) {
            return fields.into();
        }
        let schema = match self.choices.below(3) {
            0 => self.object(DEPTH - 1).into(),
            _ => self.schema(DEPTH),
        };
        self.encode(&mut fields, &schema);
        fields.insert("schema".to_owned(), schema);
        self.maybe(&mut fields, "example", |it| it.value(2));
        self.maybe(&mut fields, "examples", |it| {
            it.named(2, |it| json!({"summary": it.prose(), "value": it.value(2)})).into()
        });
        fields.into()
    }

    /// Says how each property of a form is written.
    fn encode(&mut self, fields: &mut Fields, schema: &Value) {
        let Some(properties) = schema["properties"].as_object().filter(|it| !it.is_empty()) else {
            return;
        };
        if !self.choices.rarely(3) {
            return;
        }
        let encoding: Fields =
            properties.keys().map(|name| (name.clone(), self.encoding())).collect();
        fields.insert("encoding".to_owned(), encoding.into());
    }

    fn encoding(&mut self) -> Value {
        let mut fields = Fields::new();
        self.maybe(&mut fields, "contentType", |it| {
            it.choices.one(&["application/json", "text/plain", "image/png, image/jpeg"]).into()
        });
        self.maybe(&mut fields, "style", |it| {
            it.choices.one(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]).into()
        });
        self.maybe(&mut fields, "explode", |it| it.choices.rarely(2).into());
        fields.into()
    }
}
