//! Parameters in every place and style.

use serde_json::{Value, json};

use super::draft::{Draft, Fields};
use super::schema::DEPTH;
use super::texts;

/// The styles that each place allows (OpenAPI 3.0.3, "Style Values").
fn styles(place: &str) -> &'static [&'static str] {
    match place {
        "path" => &["simple", "label", "matrix"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        _ => &["form"],
    }
}

impl Draft<'_> {
    /// At most five parameters that are not in the path, no two of a name and a place.
    pub fn parameters(&mut self) -> Vec<Value> {
        let mut parameters: Vec<Value> = Vec::new();
        for _ in 0..self.choices.below(6) {
            let parameter = self.referable("parameters", Self::parameter);
            if !parameters.iter().any(|it| is_same(it, &parameter)) {
                parameters.push(parameter);
            }
        }
        parameters
    }

    /// A parameter that is not in the path.
    pub fn parameter(&mut self) -> Value {
        let place = self.choices.one(&["query", "query", "header", "cookie"]);
        let name = match place {
            "query" => texts::name(&mut self.choices),
            _ => texts::token(&mut self.choices),
        };
        let mut fields = self.parameter_named(&name, place);
        self.maybe(&mut fields, "required", |it| it.choices.rarely(2).into());
        fields.into()
    }

    /// A parameter of this name in the path.
    pub fn path_parameter(&mut self, name: &str) -> Value {
        let mut fields = self.parameter_named(name, "path");
        fields.insert("required".to_owned(), true.into());
        fields.into()
    }

    fn parameter_named(&mut self, name: &str, place: &'static str) -> Fields {
        let mut fields = self.described();
        fields.insert("name".to_owned(), name.into());
        fields.insert("in".to_owned(), place.into());
        if fields.contains_key("schema") && self.choices.rarely(3) {
            let style = self.choices.one(styles(place));
            fields.insert("style".to_owned(), style.into());
            self.maybe(&mut fields, "explode", |it| it.choices.rarely(2).into());
            self.maybe(&mut fields, "allowReserved", |it| it.choices.rarely(2).into());
        }
        fields
    }

    /// What describes the value of a parameter or of a header.
    pub fn described(&mut self) -> Fields {
        let (key, value) = match self.choices.rarely(6) {
            true => ("content", self.content(1)),
            false => ("schema", self.schema(DEPTH - 1)),
        };
        let mut fields = Fields::from_iter([(key.to_owned(), value)]);
        self.maybe(&mut fields, "description", Self::prose);
        self.maybe(&mut fields, "deprecated", |_| true.into());
        self.maybe(&mut fields, "example", |it| it.value(1));
        fields
    }
}

fn is_same(one: &Value, other: &Value) -> bool {
    ["name", "in", "$ref"].iter().all(|key| one[*key] == other[*key])
}

/// A component that a path item and an operation may both refer to.
pub fn component(draft: &mut Draft<'_>, name: &str) -> Value {
    // A name that no parameter outside of the components has.
    json!({"name": format!("shared-{name}"), "in": "query", "schema": draft.schema(1)})
}
