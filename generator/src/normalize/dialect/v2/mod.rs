//! Swagger 2.0 in the words of OpenAPI 3.0.
//!
//! Source: the Swagger 2.0 specification; each file has the objects that it is named for.

mod body;
mod operation;
mod parameter;
mod response;
mod schema;
mod security;
mod server;

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::{Translation, schemas};
use crate::diagnostics::{Problem, escape_token};
use crate::normalize::dialect::Origins;

/// The keys and values of one object.
type Fields = Map<String, Value>;

/// Translates a document of Swagger 2.0.
pub(super) fn translate(root: &Value) -> Translation<'_> {
    let mut reader = Reader { root, origins: Origins::default(), problems: Vec::new() };
    let translated = Cow::Owned(reader.document());
    let Reader { origins, problems, .. } = reader;
    let mut translation =
        Translation { root: translated, origins, problems, ..Translation::of(root) };
    // First, for it brings schemas to places where others are looked for.
    schemas::translate(&mut translation);
    schema::translate(translation.root.to_mut());
    translation
}

/// A document on its way, with what every object of it may need.
struct Reader<'a> {
    root: &'a Value,
    origins: Origins,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Value {
        let mut document = Map::from_iter([("openapi".to_owned(), json!("3.0.3"))]);
        let mut components = Map::new();
        for (key, value) in self.root.as_object().into_iter().flatten() {
            match key.as_str() {
                "swagger" | "host" | "basePath" | "schemes" | "consumes" | "produces" => {}
                "paths" => _ = document.insert(key.clone(), self.paths(value)),
                "definitions" => self.component(&mut components, "schemas", key, value.clone()),
                "parameters" => {
                    let parameters = self.shared_parameters(value);
                    self.component(&mut components, "parameters", key, parameters);
                }
                "responses" => {
                    let responses = self.shared_responses(value);
                    self.component(&mut components, "responses", key, responses);
                }
                "securityDefinitions" => {
                    let schemes = security::schemes(value);
                    self.component(&mut components, "securitySchemes", key, schemes);
                }
                _ => _ = document.insert(key.clone(), value.clone()),
            }
        }
        document.insert("servers".to_owned(), server::servers(self.root));
        if !components.is_empty() {
            document.insert("components".to_owned(), Value::Object(components));
        }
        Value::Object(document)
    }

    fn component(&mut self, to: &mut Fields, section: &str, from: &str, value: Value) {
        self.origins.moved(format!("/components/{section}"), format!("/{from}"));
        to.insert(section.to_owned(), value);
    }

    fn paths(&mut self, paths: &'a Value) -> Value {
        each(paths, |path, item| {
            let at = format!("/paths/{}", escape_token(path));
            self.path_item(item, &at)
        })
    }

    /// The text of a list at an operation, or else of the same list at the document.
    fn media_types(&self, operation: &Value, key: &str) -> Vec<String> {
        let own = operation.get(key).or_else(|| self.root.get(key)).and_then(Value::as_array);
        let texts = own.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    }
}

/// An object with the same keys and translated values; anything else as it is.
fn each<'a>(object: &'a Value, mut translate: impl FnMut(&'a str, &'a Value) -> Value) -> Value {
    let Some(fields) = object.as_object() else { return object.clone() };
    fields
        .iter()
        .map(|(key, value)| {
            let kept = key.starts_with("x-");
            (key.clone(), if kept { value.clone() } else { translate(key, value) })
        })
        .collect()
}
