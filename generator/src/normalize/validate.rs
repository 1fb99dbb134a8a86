//! A document in, every breach of the grammar and every reference out, found in one walk.

use serde_json::{Map, Value};

use super::grammar::{OPENAPI, Object, Others, PATH_ITEM, Rule, SCHEMA, Shape};
use super::pointer::Pointer;
use super::reference::Reference;
use super::rewrite::enums;
use super::{faults, rules};
use crate::diagnostics::Problem;
use crate::load::operations::METHODS;

/// The keys and values of one object.
type Fields = Map<String, Value>;

/// What a walk through a document finds.
#[derive(Default)]
pub(super) struct Findings<'a> {
    pub(super) problems: Vec<Problem>,
    /// All references that stand where one is allowed, in the order of the document.
    pub(super) references: Vec<Reference<'a>>,
    /// Optional fields that are `null`, as the pointer of the object and the key.
    pub(super) empty_fields: Vec<(String, &'a str)>,
    /// The schemas that have an `allOf`, as the pointer of each.
    pub(super) all_of: Vec<String>,
    /// The schemas whose enum says more of their type than they do, as the pointer of each.
    pub(super) enums: Vec<String>,
}

/// Walks through a whole document.
pub(super) fn validate(root: &Value) -> Findings<'_> {
    let mut findings = Findings::default();
    findings.visit(root, Shape::Object(&OPENAPI), &Pointer::ROOT);
    findings
}

impl<'a> Findings<'a> {
    /// Compares one value with what may stand at its place.
    fn visit(&mut self, value: &'a Value, shape: Shape, at: &Pointer<'_>) {
        match (shape, value) {
            (Shape::Anything, _)
            | (Shape::Text, Value::String(_))
            | (Shape::Boolean | Shape::BooleanOr(_), Value::Bool(_))
            | (Shape::Number, Value::Number(_)) => {}
            (Shape::Count, value) if value.is_u64() => {}
            (Shape::Word(words), Value::String(word)) => self.visit_word(word, words, at),
            (Shape::SchemaName, Value::String(target)) => {
                self.references.push(Reference::to_schema(target, at))
            }
            (Shape::Object(object), Value::Object(fields)) => self.visit_object(fields, object, at),
            (Shape::Referable(object) | Shape::BooleanOr(object), Value::Object(fields)) => {
                self.visit_referable(fields, object, at);
            }
            (Shape::List(item), Value::Array(items)) => {
                for (index, value) in items.iter().enumerate() {
                    self.visit(value, *item, &at.index(index));
                }
            }
            (Shape::Map(item), Value::Object(entries)) => {
                for (key, value) in entries {
                    self.visit(value, *item, &at.key(key));
                }
            }
            _ => self.problems.push(faults::wrong_kind(shape, value, at)),
        }
    }

    fn visit_word(&mut self, word: &str, words: &[&str], at: &Pointer<'_>) {
        if !words.contains(&word) {
            self.problems.push(faults::unknown_value(word, words, at));
        }
    }

    /// An object with `$ref` is a reference, whatever else it holds.
    fn visit_referable(&mut self, fields: &'a Fields, object: &'static Object, at: &Pointer<'_>) {
        match fields.get("$ref") {
            None => self.visit_object(fields, object, at),
            Some(Value::String(target)) => {
                self.references.push(Reference::new(target, object, fields.len() > 1, at));
                self.visit_siblings(fields, object, at);
            }
            Some(other) => {
                self.problems.push(faults::wrong_kind(Shape::Text, other, &at.key("$ref")))
            }
        }
    }

    /// Keys beside `$ref` are kept in a schema and ignored elsewhere, which is worth a word where
    /// calls get lost.
    fn visit_siblings(&mut self, fields: &'a Fields, object: &'static Object, at: &Pointer<'_>) {
        if object.is(&SCHEMA) {
            self.visit_fields(fields, object, at);
        } else if object.is(&PATH_ITEM) && METHODS.iter().any(|method| fields.contains_key(*method))
        {
            self.problems.push(faults::ignored_siblings(at));
        }
    }

    fn visit_object(&mut self, fields: &'a Fields, object: &'static Object, at: &Pointer<'_>) {
        let missing = object.fields.iter().filter(|field| field.required);
        for field in missing.filter(|field| !fields.contains_key(field.name)) {
            let problem = faults::missing_field(field.name, object.name, at);
            self.problems.push(problem);
        }
        self.visit_fields(fields, object, at);
        self.apply(object.rule, fields, at);
    }

    fn visit_fields(&mut self, fields: &'a Fields, object: &'static Object, at: &Pointer<'_>) {
        if object.is(&SCHEMA) {
            self.all_of.extend(fields.contains_key("allOf").then(|| at.to_string()));
            self.enums.extend(enums::says_more(fields).then(|| at.to_string()));
        }
        let is_own = |key: &str| !key.starts_with("x-") && key != "$ref";
        for (key, value) in fields.iter().filter(|(key, _)| is_own(key)) {
            match object.shape_of(key) {
                Some(_) if value.is_null() && object.may_lack(key) => self.visit_empty(key, at),
                Some(shape) => self.visit(value, shape, &at.key(key)),
                None => self.visit_other(key, object.others, &at.key(key)),
            }
        }
    }

    /// A key without a value, as YAML makes it easy to leave behind, says nothing.
    fn visit_empty(&mut self, key: &'a str, at: &Pointer<'_>) {
        self.problems.push(faults::empty_field(&at.key(key)));
        self.empty_fields.push((at.to_string(), key));
    }

    /// A key that is neither a field nor an extension.
    fn visit_other(&mut self, key: &str, others: Others, at: &Pointer<'_>) {
        match others {
            Others::Ignored => {}
            Others::Methods => self.problems.push(faults::unknown_method(key, at)),
            Others::Keys { misfit, .. } => self.problems.push(faults::misfit(misfit, key, at)),
        }
    }

    fn apply(&mut self, rule: Rule, fields: &Fields, at: &Pointer<'_>) {
        let problems = &mut self.problems;
        match rule {
            Rule::None => {}
            Rule::Schema => rules::schema::check(fields, at, problems),
            Rule::Parameter => rules::parameter::check(fields, at, problems),
            Rule::Header => rules::parameter::check_content(fields, at, problems),
            Rule::Link => rules::link::check(fields, at, problems),
            Rule::SecurityScheme => rules::security::check(fields, at, problems),
        }
    }
}
