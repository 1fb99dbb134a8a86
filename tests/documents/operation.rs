//! Operations: what is asked, what is sent, what comes back.

use serde_json::{Value, json};

use super::draft::{Draft, Fields};
use super::texts;

const STATUSES: &[&str] = &[
    "200", "201", "202", "204", "2XX", "301", "302", "304", "400", "404", "4XX", "5XX", "default",
];

impl Draft<'_> {
    /// An operation with an `operationId` that is not taken, or with none.
    pub fn operation(&mut self, taken: &mut Vec<String>) -> Value {
        let mut fields = Fields::from_iter([("responses".to_owned(), self.responses())]);
        if !self.choices.rarely(4) {
            let id = texts::own_name(&mut self.choices, taken);
            fields.insert("operationId".to_owned(), id.into());
        }
        if self.choices.rarely(2) {
            let body = self.referable("requestBodies", Self::request_body);
            fields.insert("requestBody".to_owned(), body);
        }
        fields.insert("parameters".to_owned(), self.parameters().into());
        self.maybe(&mut fields, "summary", Self::prose);
        self.maybe(&mut fields, "description", Self::prose);
        self.maybe(&mut fields, "deprecated", |_| true.into());
        self.maybe(&mut fields, "tags", |it| it.choices.some(2, texts::name).into());
        self.maybe(&mut fields, "security", Self::requirements);
        self.maybe(&mut fields, "servers", Self::servers);
        fields.into()
    }

    pub fn request_body(&mut self) -> Value {
        let mut fields = Fields::from_iter([("content".to_owned(), self.content(2))]);
        self.maybe(&mut fields, "description", Self::prose);
        self.maybe(&mut fields, "required", |it| it.choices.rarely(2).into());
        fields.into()
    }

    /// Responses by their statuses, one at least.
    fn responses(&mut self) -> Value {
        let count = 1 + self.choices.below(3);
        let responses: Fields = (0..count)
            .map(|_| {
                let status = self.choices.one(STATUSES).to_owned();
                (status, self.referable("responses", Self::response))
            })
            .collect();
        responses.into()
    }

    pub fn response(&mut self) -> Value {
        let mut fields = Fields::from_iter([("description".to_owned(), self.prose())]);
        if !self.choices.rarely(4) {
            fields.insert("content".to_owned(), self.content(2));
        }
        self.maybe(&mut fields, "headers", |it| {
            let name = texts::token(&mut it.choices);
            json!({name: it.referable("headers", Self::header)})
        });
        fields.into()
    }

    pub fn header(&mut self) -> Value {
        self.described().into()
    }
}
