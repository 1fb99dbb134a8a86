//! Components, under the names that references have for them.

use serde_json::{Value, json};

use super::draft::{Draft, Fields};
use super::schema::DEPTH;
use super::{parameter, security};

impl Draft<'_> {
    /// All components. None is a reference itself, so that no reference leads in a circle.
    pub fn components(&mut self) -> Value {
        let mut components = json!({"securitySchemes": security::schemes()});
        for (kind, names) in self.components.clone() {
            let values: Fields =
                names.into_iter().map(|name| (name.clone(), self.component(kind, &name))).collect();
            components[kind] = values.into();
        }
        components
    }

    fn component(&mut self, kind: &str, name: &str) -> Value {
        match kind {
            "parameters" => parameter::component(self, name),
            "requestBodies" => self.request_body(),
            "responses" => self.response(),
            "headers" => self.header(),
            _ => self.own_schema(DEPTH),
        }
    }
}
