//! Schemas of every kind, and in one another.

use serde_json::{Value, json};

use super::draft::{Draft, Fields};
use super::texts;

/// How deep a schema may go without a reference.
pub const DEPTH: usize = 3;

const FORMATS: &[&str] = &[
    "date-time",
    "date",
    "time",
    "uuid",
    "uri",
    "email",
    "byte",
    "binary",
    "decimal",
    "password",
    "date-time-rfc-2822",
    "int64",
    "phone number",
];

const PATTERNS: &[&str] =
    &["^[a-z]+$", "^AC[0-9a-fA-F]{32}$", ".*", "^(a|b)?c{2,}$", "(?=x)x", "[", "^\\p{L}{3}$"];

impl Draft<'_> {
    /// A schema or a reference to one.
    pub fn schema(&mut self, depth: usize) -> Value {
        self.referable("schemas", |it| it.own_schema(depth))
    }

    /// A schema that is no reference.
    pub fn own_schema(&mut self, depth: usize) -> Value {
        let mut fields = match self.choices.below(if depth == 0 { 6 } else { 12 }) {
            0 => self.string(),
            1 => self.numeric(),
            2 => typed("boolean"),
            3 => self.choice(),
            4 => self.constant(),
            5 => Fields::new(),
            6 | 7 => self.object(depth - 1),
            8 => self.array(depth - 1),
            9 => self.map(depth - 1),
            10 => self.all_of(depth - 1),
            _ => self.union(depth - 1),
        };
        self.annotate(&mut fields);
        fields.into()
    }

    fn string(&mut self) -> Fields {
        let mut fields = typed("string");
        self.maybe(&mut fields, "format", |it| it.choices.one(FORMATS).into());
        self.maybe(&mut fields, "pattern", |it| it.choices.one(PATTERNS).into());
        self.maybe(&mut fields, "minLength", Self::count);
        self.maybe(&mut fields, "maxLength", Self::count);
        fields
    }

    fn numeric(&mut self) -> Fields {
        let mut fields = typed(self.choices.one(&["integer", "number"]));
        self.maybe(&mut fields, "format", |it| {
            it.choices.one(&["int32", "int64", "float", "double", "decimal", "uint8"]).into()
        });
        self.maybe(&mut fields, "minimum", Self::number);
        self.maybe(&mut fields, "maximum", Self::number);
        self.maybe(&mut fields, "multipleOf", |it| it.choices.one(&[1, 3, 10_000]).into());
        let limit = if self.is_3_1 { Self::number } else { |_: &mut Self| true.into() };
        self.maybe(&mut fields, "exclusiveMinimum", limit);
        fields
    }

    /// An enum of texts, or of anything.
    fn choice(&mut self) -> Fields {
        let is_text = !self.choices.rarely(3);
        let mut fields = if is_text { typed("string") } else { Fields::new() };
        let mut values: Vec<Value> = Vec::new();
        for _ in 0..=self.choices.below(6) {
            let value = if is_text { self.text() } else { self.value(1) };
            if !values.contains(&value) {
                values.push(value);
            }
        }
        fields.insert("enum".to_owned(), values.into());
        fields
    }

    /// One value, as 3.1 writes it and as 3.0 has to.
    fn constant(&mut self) -> Fields {
        let value = self.value(1);
        match self.is_3_1 {
            true => Fields::from_iter([("const".to_owned(), value)]),
            false => Fields::from_iter([("enum".to_owned(), json!([value]))]),
        }
    }

    /// Properties, some of them required, and perhaps others.
    pub fn object(&mut self, depth: usize) -> Fields {
        let mut fields = typed("object");
        let properties = self.named(5, |it| it.schema(depth));
        let required: Vec<&String> = properties.keys().filter(|_| self.choices.rarely(2)).collect();
        if !required.is_empty() {
            fields.insert("required".to_owned(), json!(required));
        }
        fields.insert("properties".to_owned(), properties.into());
        if self.choices.rarely(4) {
            let others = self.others(depth);
            fields.insert("additionalProperties".to_owned(), others);
        }
        fields
    }

    fn others(&mut self, depth: usize) -> Value {
        match self.choices.below(3) {
            0 => true.into(),
            1 => false.into(),
            _ => self.schema(depth),
        }
    }

    fn array(&mut self, depth: usize) -> Fields {
        if self.is_3_1 && self.choices.rarely(3) {
            return self.tuple(depth);
        }
        let mut fields = typed("array");
        fields.insert("items".to_owned(), self.schema(depth));
        self.maybe(&mut fields, "minItems", Self::count);
        self.maybe(&mut fields, "maxItems", Self::count);
        self.maybe(&mut fields, "uniqueItems", |_| true.into());
        fields
    }

    /// An array whose values have schemas of their own, with or without an end.
    fn tuple(&mut self, depth: usize) -> Fields {
        let mut fields = typed("array");
        let positions: Vec<Value> =
            (0..=self.choices.below(14)).map(|_| self.schema(depth)).collect();
        fields.insert("minItems".to_owned(), positions.len().into());
        self.maybe(&mut fields, "items", |it| it.others(0));
        fields.insert("prefixItems".to_owned(), positions.into());
        fields
    }

    fn map(&mut self, depth: usize) -> Fields {
        let mut fields = typed("object");
        fields.insert("additionalProperties".to_owned(), self.schema(depth));
        self.maybe(&mut fields, "minProperties", Self::count);
        fields
    }

    fn all_of(&mut self, depth: usize) -> Fields {
        let members: Vec<Value> = (0..=self.choices.below(3)).map(|_| self.schema(depth)).collect();
        let mut fields = if self.choices.rarely(3) { self.object(depth) } else { Fields::new() };
        fields.insert("allOf".to_owned(), members.into());
        fields
    }

    fn union(&mut self, depth: usize) -> Fields {
        let members: Vec<Value> = (0..=self.choices.below(4)).map(|_| self.schema(depth)).collect();
        let key = self.choices.one(&["oneOf", "anyOf"]);
        let mut fields = Fields::from_iter([(key.to_owned(), members.into())]);
        self.maybe(
            &mut fields,
            "discriminator",
            |it| json!({"propertyName": texts::name(&mut it.choices)}),
        );
        fields
    }

    /// What may stand in a schema of any kind.
    fn annotate(&mut self, fields: &mut Fields) {
        if self.choices.rarely(2) {
            return;
        }
        self.maybe(fields, "title", Self::text);
        self.maybe(fields, "description", Self::prose);
        self.maybe(fields, "example", |it| it.value(2));
        self.maybe(fields, "default", |it| it.value(1));
        self.maybe(fields, "deprecated", |_| true.into());
        self.maybe(fields, "readOnly", |_| true.into());
        self.maybe(fields, "not", |it| it.schema(0));
        self.allow_null(fields);
    }

    fn allow_null(&mut self, fields: &mut Fields) {
        if !self.choices.rarely(4) {
            return;
        }
        match (self.is_3_1, fields.get("type").cloned()) {
            (false, _) => drop(fields.insert("nullable".to_owned(), true.into())),
            (true, Some(name)) => drop(fields.insert("type".to_owned(), json!([name, "null"]))),
            (true, None) => {}
        }
    }
}

fn typed(name: &str) -> Fields {
    Fields::from_iter([("type".to_owned(), name.into())])
}
