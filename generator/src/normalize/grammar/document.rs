//! The outermost objects: OpenAPI, Info, Server, Components, Tag.

use super::operation::{CALLBACK, EXAMPLE, LINK, PATH_ITEM, PATHS, REQUEST_BODY, RESPONSE};
use super::parameter::{HEADER, PARAMETER};
use super::schema::SCHEMA;
use super::security::SECURITY_SCHEME;
use super::{Object, Shape, optional, required};

pub(in crate::normalize) static OPENAPI: Object = Object::new(
    "OpenAPI Object",
    &[
        required("openapi", Shape::Text),
        required("info", Shape::Object(&INFO)),
        optional("servers", Shape::List(&Shape::Object(&SERVER))),
        required("paths", Shape::Object(&PATHS)),
        optional("components", Shape::Object(&COMPONENTS)),
        optional("security", SECURITY),
        optional("tags", Shape::List(&Shape::Object(&TAG))),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCUMENTATION)),
    ],
);

/// Security Requirement Objects: the name of a scheme with its scopes.
pub(super) const SECURITY: Shape = Shape::List(&Shape::Map(&Shape::List(&Shape::Text)));

pub(in crate::normalize) static INFO: Object = Object::new(
    "Info Object",
    &[
        required("title", Shape::Text),
        optional("description", Shape::Text),
        optional("termsOfService", Shape::Text),
        optional("contact", Shape::Object(&CONTACT)),
        optional("license", Shape::Object(&LICENSE)),
        required("version", Shape::Text),
    ],
);

static CONTACT: Object = Object::new(
    "Contact Object",
    &[optional("name", Shape::Text), optional("url", Shape::Text), optional("email", Shape::Text)],
);

static LICENSE: Object =
    Object::new("License Object", &[required("name", Shape::Text), optional("url", Shape::Text)]);

pub(super) static SERVER: Object = Object::new(
    "Server Object",
    &[
        required("url", Shape::Text),
        optional("description", Shape::Text),
        optional("variables", Shape::Map(&Shape::Object(&SERVER_VARIABLE))),
    ],
);

static SERVER_VARIABLE: Object = Object::new(
    "Server Variable Object",
    &[
        optional("enum", Shape::List(&Shape::Text)),
        required("default", Shape::Text),
        optional("description", Shape::Text),
    ],
);

static COMPONENTS: Object = Object::new(
    "Components Object",
    &[
        optional("schemas", Shape::Map(&Shape::Referable(&SCHEMA))),
        optional("responses", Shape::Map(&Shape::Referable(&RESPONSE))),
        optional("parameters", Shape::Map(&Shape::Referable(&PARAMETER))),
        optional("examples", Shape::Map(&Shape::Referable(&EXAMPLE))),
        optional("requestBodies", Shape::Map(&Shape::Referable(&REQUEST_BODY))),
        optional("headers", Shape::Map(&Shape::Referable(&HEADER))),
        optional("securitySchemes", Shape::Map(&Shape::Referable(&SECURITY_SCHEME))),
        optional("links", Shape::Map(&Shape::Referable(&LINK))),
        optional("callbacks", Shape::Map(&Shape::Referable(&CALLBACK))),
        // Of OpenAPI 3.1, and harmless elsewhere.
        optional("pathItems", Shape::Map(&Shape::Referable(&PATH_ITEM))),
    ],
);

static TAG: Object = Object::new(
    "Tag Object",
    &[
        required("name", Shape::Text),
        optional("description", Shape::Text),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCUMENTATION)),
    ],
);

pub(super) static EXTERNAL_DOCUMENTATION: Object = Object::new(
    "External Documentation Object",
    &[optional("description", Shape::Text), required("url", Shape::Text)],
);
