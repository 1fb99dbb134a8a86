//! The objects that describe a value on the wire: Parameter, Header, Media Type, Encoding.

use super::operation::EXAMPLE;
use super::schema::SCHEMA;
use super::{Object, Rule, Shape, optional, required};

pub(in crate::normalize) static PARAMETER: Object = Object::new(
    "Parameter Object",
    &[
        required("name", Shape::Text),
        required("in", Shape::Word(&["query", "header", "path", "cookie"])),
        optional("description", Shape::Text),
        optional("required", Shape::Boolean),
        optional("deprecated", Shape::Boolean),
        optional("allowEmptyValue", Shape::Boolean),
        optional("style", Shape::Text),
        optional("explode", Shape::Boolean),
        optional("allowReserved", Shape::Boolean),
        optional("schema", Shape::Referable(&SCHEMA)),
        optional("example", Shape::Anything),
        optional("examples", Shape::Map(&Shape::Referable(&EXAMPLE))),
        optional("content", Shape::Map(&Shape::Object(&MEDIA_TYPE))),
    ],
)
.in_section("parameters")
.with_rule(Rule::Parameter);

pub(in crate::normalize) static HEADER: Object = Object::new(
    "Header Object",
    &[
        optional("description", Shape::Text),
        optional("required", Shape::Boolean),
        optional("deprecated", Shape::Boolean),
        optional("allowEmptyValue", Shape::Boolean),
        optional("style", Shape::Word(&["simple"])),
        optional("explode", Shape::Boolean),
        optional("allowReserved", Shape::Boolean),
        optional("schema", Shape::Referable(&SCHEMA)),
        optional("example", Shape::Anything),
        optional("examples", Shape::Map(&Shape::Referable(&EXAMPLE))),
        optional("content", Shape::Map(&Shape::Object(&MEDIA_TYPE))),
    ],
)
.in_section("headers")
.with_rule(Rule::Header);

pub(super) static MEDIA_TYPE: Object = Object::new(
    "Media Type Object",
    &[
        optional("schema", Shape::Referable(&SCHEMA)),
        optional("example", Shape::Anything),
        optional("examples", Shape::Map(&Shape::Referable(&EXAMPLE))),
        optional("encoding", Shape::Map(&Shape::Object(&ENCODING))),
    ],
);

static ENCODING: Object = Object::new(
    "Encoding Object",
    &[
        optional("contentType", Shape::Text),
        optional("headers", Shape::Map(&Shape::Referable(&HEADER))),
        optional("style", Shape::Word(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])),
        optional("explode", Shape::Boolean),
        optional("allowReserved", Shape::Boolean),
    ],
);
