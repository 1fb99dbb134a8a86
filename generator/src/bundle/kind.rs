//! What may stand where in a document of any version, as far as references can stand there.

/// A kind of object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Document,
    Components,
    PathItem,
    Operation,
    Callback,
    Parameter,
    RequestBody,
    Response,
    Header,
    MediaType,
    Encoding,
    Example,
    Link,
    SecurityScheme,
    Schema,
    Discriminator,
    /// The mapping of a discriminator, whose texts are references.
    Mapping,
}

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    One(Kind),
    /// An object whose values are of the kind.
    Map(Kind),
    /// A list of the kind.
    List(Kind),
    /// Something that has no references.
    Other,
}

impl Place {
    /// What stands one step further inside.
    pub fn at(self, key: &str) -> Self {
        match self {
            Self::One(kind) => kind.at(key),
            Self::Map(kind) | Self::List(kind) => Self::One(kind),
            Self::Other => Self::Other,
        }
    }
}

impl Kind {
    fn at(self, key: &str) -> Place {
        use Kind::*;
        use Place::{List, Map, One};
        match (self, key) {
            (Document, "paths" | "webhooks") | (Components, "pathItems") => Map(PathItem),
            (Document, "components") => One(Components),
            (Document, "definitions") | (Components, "schemas") => Map(Schema),
            (Document | Components, "parameters") => Map(Parameter),
            (PathItem | Operation, "parameters") => List(Parameter),
            (Document | Components | Operation, "responses") => Map(Response),
            (Components, "requestBodies") => Map(RequestBody),
            (Operation, "requestBody") => One(RequestBody),
            (Components | Response | Encoding, "headers") => Map(Header),
            (Components | Parameter | Header | MediaType, "examples") => Map(Example),
            (Components | Response, "links") => Map(Link),
            (Components, "securitySchemes") => Map(SecurityScheme),
            (Components | Operation, "callbacks") => Map(Callback),
            (Callback, _) => One(PathItem),
            (PathItem, method) if METHODS.contains(&method) => One(Operation),
            (Parameter | Header | RequestBody | Response, "content") => Map(MediaType),
            (Parameter | Header | Response | MediaType, "schema") => One(Schema),
            (MediaType, "encoding") => Map(Encoding),
            (Schema, "discriminator") => One(Discriminator),
            (Discriminator, "mapping") => One(Mapping),
            (Schema, key) if SCHEMAS.contains(&key) => One(Schema),
            (Schema, key) if LISTS.contains(&key) => List(Schema),
            (Schema, key) if MAPS.contains(&key) => Map(Schema),
            _ => Place::Other,
        }
    }

    /// Where a document keeps what is of this kind and has a name, as a JSON pointer; nothing for what
    /// has no name.
    pub fn section(self, is_swagger: bool) -> Option<&'static str> {
        Some(match (self, is_swagger) {
            (Self::Schema, false) => "/components/schemas",
            (Self::Schema, true) => "/definitions",
            (Self::Parameter, false) => "/components/parameters",
            (Self::Parameter, true) => "/parameters",
            (Self::Response, false) => "/components/responses",
            (Self::Response, true) => "/responses",
            (Self::RequestBody, false) => "/components/requestBodies",
            (Self::Header, false) => "/components/headers",
            (Self::Example, false) => "/components/examples",
            (Self::Link, false) => "/components/links",
            (Self::SecurityScheme, false) => "/components/securitySchemes",
            _ => return None,
        })
    }
}

const METHODS: &[&str] =
    &["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// The keywords of a schema that have one schema, a list of them, or an object of them.
const SCHEMAS: &[&str] = &[
    "additionalProperties",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];
const LISTS: &[&str] = &["allOf", "anyOf", "oneOf", "prefixItems"];
const MAPS: &[&str] =
    &["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"];
