//! A documented response and the type of it → where it will not come back as it is, and why.
//!
//! The words are those of the runtime, which reads the response in the end: a test holds both together.

use serde_json::{Map, Value};

use crate::model::{Field, Response, Type, TypeBody, TypeRef, UnionVariant};

/// What is different when the response has been read and written again, by place.
pub fn exceptions(types: &[Type], response: &Response, text: &str) -> Vec<String> {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Vec::new() };
    let mut reading = Reading { types, path: String::new(), found: Vec::new(), failed: None };
    match response {
        Response::Json(r#type) => reading.value(r#type, &value),
        Response::Page(item) => reading.page(item, &value),
        _ => {}
    }
    match reading.failed {
        Some(failure) => vec![format!("not read: {failure}")],
        None => reading.found,
    }
}

/// A body on the way through its type.
struct Reading<'m> {
    types: &'m [Type],
    path: String,
    found: Vec<String>,
    /// Why nothing can be made of the body.
    failed: Option<String>,
}

impl Reading<'_> {
    fn value(&mut self, r#type: &TypeRef, value: &Value) {
        match r#type {
            TypeRef::Any => {}
            TypeRef::Boxed(inner) => self.value(inner, value),
            TypeRef::Nullable(_) if value.is_null() => {}
            TypeRef::Nullable(inner) => self.value(inner, value),
            TypeRef::Bool => self.bool(value),
            TypeRef::F64 => self.number(value),
            TypeRef::I32 | TypeRef::I64 => self.integer(r#type, value),
            TypeRef::List(item) => self.list(item, value),
            TypeRef::Tuple(positions) => self.tuple(positions, value),
            TypeRef::Map(item) => match value {
                Value::Object(object) => self.entries(item, object),
                other => self.fail("an object", kind(other)),
            },
            TypeRef::Named(id) => match &self.types[id.0].body {
                TypeBody::Alias(target) => self.value(target, value),
                // What it reads, only its maker knows.
                TypeBody::Foreign(_) => {}
                TypeBody::Enum(_) => self.text("one of the documented values", value),
                TypeBody::Integers(_) => self.integer(&TypeRef::I64, value),
                TypeBody::Union { variants, discriminator } => {
                    self.union(variants, discriminator.as_deref(), value);
                }
                TypeBody::Object { fields, rest, sent } => {
                    self.object(fields, rest.as_ref(), *sent, value);
                }
            },
            TypeRef::String | TypeRef::Date | TypeRef::DateTime | TypeRef::Uri | TypeRef::Id(_) => {
                self.text("a string", value);
            }
        }
    }

    /// What fits no variant is kept as it is; else the variant counts that changes least.
    fn union(&mut self, variants: &[UnionVariant], discriminator: Option<&str>, value: &Value) {
        let text = discriminator.and_then(|name| value.get(name)).and_then(Value::as_str);
        let is_named =
            |it: &&UnionVariant| text.is_some_and(|text| it.tags.iter().any(|tag| tag == text));
        let named: Vec<&UnionVariant> = variants.iter().filter(is_named).collect();
        let untagged = variants.iter().filter(|it| text.is_none() || it.tags.is_empty());
        let candidates = if named.is_empty() { untagged.collect() } else { named };
        let readings = candidates.into_iter().map(|variant| {
            let path = self.path.clone();
            let mut reading = Reading { types: self.types, path, found: Vec::new(), failed: None };
            reading.value(&variant.r#type, value);
            reading
        });
        let read = readings.filter(|it| it.failed.is_none()).min_by_key(|it| it.found.len());
        match read {
            Some(reading) => self.found.extend(reading.found),
            None => self.deviate("one of the documented types", "another value"),
        }
    }

    fn bool(&mut self, value: &Value) {
        match value {
            Value::Bool(_) => {}
            Value::String(text) if text == "true" || text == "false" => {
                self.deviate("a boolean", "a string");
            }
            other => self.fail("a boolean", kind(other)),
        }
    }

    fn number(&mut self, value: &Value) {
        match value {
            Value::Number(_) => {}
            Value::String(text) if parsed(text).is_some() => self.deviate("a number", "a string"),
            other => self.fail("a number", kind(other)),
        }
    }

    /// A whole number with a point comes back as the same number.
    fn integer(&mut self, r#type: &TypeRef, value: &Value) {
        let number = match value {
            Value::Number(number) => Some(number.clone()),
            Value::String(text) => parsed(text),
            _ => None,
        };
        let whole = number.as_ref().map(|number| match number.as_f64() {
            Some(float) if number.is_f64() => (float.fract() == 0.0).then_some(float as i64),
            _ => number.as_i64(),
        });
        let fits = |whole: i64| *r#type != TypeRef::I32 || i32::try_from(whole).is_ok();
        match whole {
            None => self.fail("an integer", kind(value)),
            Some(None) if number.is_some_and(|it| it.is_f64()) => {
                self.fail("an integer", "a number with a fraction");
            }
            Some(Some(whole)) if fits(whole) => {
                if value.is_string() {
                    self.deviate("an integer", "a string");
                }
            }
            Some(_) if *r#type == TypeRef::I32 => {
                self.fail("an integer of 32 bits", "a number outside its range");
            }
            Some(_) => self.fail("an integer of 64 bits", "a number outside its range"),
        }
    }

    /// Anything but null is kept as text.
    fn text(&mut self, expected: &str, value: &Value) {
        match value {
            Value::String(_) => {}
            Value::Null => self.fail(expected, "null"),
            _ if expected != "a string" => self.deviate(expected, "another value"),
            other => self.deviate(expected, kind(other)),
        }
    }

    fn list(&mut self, item: &TypeRef, value: &Value) {
        let Value::Array(values) = value else { return self.fail("an array", kind(value)) };
        for (index, value) in values.iter().enumerate() {
            self.inside(&format!("[{index}]"), |it| it.value(item, value));
        }
    }

    /// What there is beyond the positions is left out.
    fn tuple(&mut self, positions: &[TypeRef], value: &Value) {
        let Value::Array(values) = value else { return self.fail("an array", kind(value)) };
        if values.len() != positions.len() {
            self.deviate("an array of the documented length", "another length");
        }
        for (index, r#type) in positions.iter().enumerate() {
            self.inside(&format!("[{index}]"), |it| match values.get(index) {
                Some(value) => it.value(r#type, value),
                None if matches!(r#type, TypeRef::Nullable(_)) => {}
                None => it.fail("a value", "nothing"),
            });
        }
    }

    fn entries(&mut self, item: &TypeRef, object: &Map<String, Value>) {
        for (name, value) in object {
            self.property(name, |it| it.value(item, value));
        }
    }

    /// All but the only array of a page is kept as it is.
    fn page(&mut self, item: &TypeRef, value: &Value) {
        let Value::Object(envelope) = value else { return self.fail("an object", kind(value)) };
        let mut arrays = envelope.iter().filter(|(_, value)| value.is_array());
        if let (Some((name, items)), None) = (arrays.next(), arrays.next()) {
            self.property(name, |it| it.list(item, items));
        }
    }

    fn object(&mut self, fields: &[Field], rest: Option<&TypeRef>, sent: bool, value: &Value) {
        let Value::Object(object) = value else { return self.fail("an object", kind(value)) };
        for field in fields {
            let value = object.get(&field.wire);
            self.property(&field.wire, |it| it.field(field, sent, value));
        }
        let is_named = |name: &str| fields.iter().any(|field| field.wire == name);
        let others = object.iter().filter(|(name, _)| !is_named(name));
        for (name, value) in others {
            self.property(name, |it| match rest {
                Some(values) => it.value(values, value),
                None => it.note("not in the schema"),
            });
        }
    }

    fn field(&mut self, field: &Field, sent: bool, value: Option<&Value>) {
        let has_null = field.nullable && (field.present || !sent);
        match value {
            None if field.required => self.fail("a value", "nothing"),
            None if field.present => self.deviate("a value or null", "nothing"),
            None if has_null => self.note("nothing, and null again"),
            None => {}
            Some(Value::Null) if field.required => self.value(&field.r#type, &Value::Null),
            Some(Value::Null) if !field.nullable => self.deviate("a value", "null"),
            Some(Value::Null) if !has_null => self.note("null, and nothing again"),
            Some(Value::Null) => {}
            Some(value) => self.value(&field.r#type, value),
        }
    }

    fn property(&mut self, name: &str, read: impl FnOnce(&mut Self)) {
        let step = if self.path.is_empty() { name.to_owned() } else { format!(".{name}") };
        self.inside(&step, read);
    }

    fn inside(&mut self, step: &str, read: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push_str(step);
        read(self);
        self.path.truncate(length);
    }

    fn deviate(&mut self, expected: &str, found: &str) {
        self.note(&format!("expected {expected}, found {found}"));
    }

    fn note(&mut self, what: &str) {
        self.found.push(format!("{}: {what}", self.path));
    }

    /// Only the first failure counts.
    fn fail(&mut self, expected: &str, found: &str) {
        if self.failed.is_none() {
            self.failed = Some(format!("{}: expected {expected}, found {found}", self.path));
        }
    }
}

/// A text that is a JSON number as it stands.
fn parsed(text: &str) -> Option<serde_json::Number> {
    serde_json::from_str(text.trim()).ok()
}

/// The kind of a JSON value, with its article.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
