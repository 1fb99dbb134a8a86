//! The Schema Object and what only it holds.

use super::document::EXTERNAL_DOCUMENTATION;
use super::{Object, Rule, Shape, optional, required};

/// The fields that most schemas have come first: a walk looks them up in this order.
pub(in crate::normalize) static SCHEMA: Object = Object::new(
    "Schema Object",
    &[
        optional(
            "type",
            Shape::Word(&["string", "object", "array", "integer", "number", "boolean"]),
        ),
        optional("description", Shape::Text),
        optional("nullable", Shape::Boolean),
        optional("format", Shape::Text),
        optional("properties", Shape::Map(&Shape::Referable(&SCHEMA))),
        optional("items", Shape::Referable(&SCHEMA)),
        optional("required", Shape::List(&Shape::Text)),
        optional("enum", Shape::List(&Shape::Anything)),
        optional("example", Shape::Anything),
        optional("default", Shape::Anything),
        optional("title", Shape::Text),
        optional("pattern", Shape::Text),
        optional("minLength", Shape::Count),
        optional("maxLength", Shape::Count),
        optional("additionalProperties", Shape::BooleanOr(&SCHEMA)),
        optional("allOf", Shape::List(&Shape::Referable(&SCHEMA))),
        optional("oneOf", Shape::List(&Shape::Referable(&SCHEMA))),
        optional("anyOf", Shape::List(&Shape::Referable(&SCHEMA))),
        optional("not", Shape::Referable(&SCHEMA)),
        optional("minimum", Shape::Number),
        optional("maximum", Shape::Number),
        optional("exclusiveMinimum", Shape::Boolean),
        optional("exclusiveMaximum", Shape::Boolean),
        optional("multipleOf", Shape::Number),
        optional("minItems", Shape::Count),
        optional("maxItems", Shape::Count),
        optional("uniqueItems", Shape::Boolean),
        optional("minProperties", Shape::Count),
        optional("maxProperties", Shape::Count),
        optional("readOnly", Shape::Boolean),
        optional("writeOnly", Shape::Boolean),
        optional("deprecated", Shape::Boolean),
        optional("discriminator", Shape::Object(&DISCRIMINATOR)),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCUMENTATION)),
        optional("xml", Shape::Anything),
    ],
)
.in_section("schemas")
.with_rule(Rule::Schema);

static DISCRIMINATOR: Object = Object::new(
    "Discriminator Object",
    &[required("propertyName", Shape::Text), optional("mapping", Shape::Map(&Shape::SchemaName))],
);
