//! Path Item Objects and Operation Objects.

use serde_json::{Map, Value};

use super::body::Part;
use super::parameter::is_body;
use super::{Fields, Reader};
use crate::load::operations::METHODS;

/// A parameter where it is listed, and the place where it is described.
#[derive(Clone)]
struct Listed<'a> {
    it: &'a Value,
    at: String,
}

impl<'a> Reader<'a> {
    pub(super) fn path_item(&mut self, item: &'a Value, at: &str) -> Value {
        let Some(fields) = item.as_object() else { return item.clone() };
        let (bodies, shared) = self.split(fields.get("parameters"), at);
        let mut translated = Map::new();
        for (key, value) in fields {
            let place = format!("{at}/{key}");
            let value = match key.as_str() {
                "parameters" => self.parameters(value, &shared, at),
                method if METHODS.contains(&method) => self.operation(value, &bodies, &place),
                _ => value.clone(),
            };
            translated.insert(key.clone(), value);
        }
        Value::Object(translated)
    }

    /// An operation; `bodies` are the parameters of its path that are a body.
    fn operation(&mut self, operation: &'a Value, bodies: &[Listed<'a>], at: &str) -> Value {
        let Some(fields) = operation.as_object() else { return operation.clone() };
        let (own, others) = self.split(fields.get("parameters"), at);
        let mut translated = Map::new();
        for (key, value) in fields {
            let value = match key.as_str() {
                "consumes" | "produces" | "schemes" => continue,
                "parameters" => self.parameters(value, &others, at),
                "responses" => self.responses(value, operation, at),
                _ => value.clone(),
            };
            translated.insert(key.clone(), value);
        }
        let parts = self.parts(own, bodies);
        if let Some(body) = self.request_body(&parts, operation, at) {
            translated.insert("requestBody".to_owned(), body);
        }
        Value::Object(translated)
    }

    /// The parameters that are a body, and the others.
    fn split(&self, parameters: Option<&'a Value>, at: &str) -> (Vec<Listed<'a>>, Vec<Listed<'a>>) {
        let list = parameters.and_then(Value::as_array).into_iter().flatten().enumerate();
        let listed = list.map(|(index, it)| Listed { it, at: format!("{at}/parameters/{index}") });
        listed.partition(|listed| is_body(self.resolved(listed.it)))
    }

    /// The list without bodies.
    fn parameters(&mut self, list: &Value, others: &[Listed<'a>], at: &str) -> Value {
        if !list.is_array() {
            return list.clone();
        }
        let others = others.iter().enumerate();
        let translated = others.map(|(index, listed)| {
            self.parameter(listed.it, &format!("{at}/parameters/{index}"), &listed.at)
        });
        Value::Array(translated.collect())
    }

    /// The operation's own parts of a body, and those of its path that it does not replace.
    fn parts(&self, own: Vec<Listed<'a>>, shared: &[Listed<'a>]) -> Vec<Part<'a>> {
        let name = |part: &Part<'_>| part.fields.get("name").cloned();
        let mut parts: Vec<Part<'a>> = own.into_iter().filter_map(|it| self.part(it)).collect();
        for part in shared.iter().cloned().filter_map(|it| self.part(it)) {
            if !parts.iter().any(|known| name(known) == name(&part)) {
                parts.push(part);
            }
        }
        parts
    }

    fn part(&self, listed: Listed<'a>) -> Option<Part<'a>> {
        let root: &'a Value = self.root;
        let it = crate::normalize::resolve::resolve(root, listed.it)?;
        let fields: &'a Fields = it.as_object()?;
        Some(Part { fields, at: listed.at })
    }
}
