//! The operations of a document: what is asked, what is sent, what comes back.

use serde::Serialize;

use super::{Answer, Failures, Response, Tested, TypeRef};
use crate::names::{TypeName, ValueName};

/// A method of HTTP (RFC 9110, section 9; RFC 5789 for PATCH).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Method {
    /// GET
    Get,
    /// PUT
    Put,
    /// POST
    Post,
    /// DELETE
    Delete,
    /// OPTIONS
    Options,
    /// HEAD
    Head,
    /// PATCH
    Patch,
    /// TRACE
    Trace,
}

impl Method {
    /// The method in a request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }
}

/// How an operation authenticates.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Auth {
    /// Not at all.
    None,
    /// HTTP basic (RFC 7617).
    Basic,
    /// A bearer token (RFC 6750).
    Bearer,
    /// A bearer token that client credentials bring from this URL (RFC 6749, section 4.4).
    ClientCredentials(String),
    /// A key of the client's.
    Key {
        /// The name of the security scheme.
        scheme: String,
        /// Where in the request it goes: a header, the query or a cookie.
        location: Location,
        /// The name that it goes under.
        wire: String,
    },
    /// All of these together.
    All(Vec<Self>),
    /// The first of these that the client has credentials for.
    First(Vec<Self>),
}

/// A path template, with the names that its group gives to shared parameters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Path(pub String);

/// A call of the API.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Operation {
    /// The operation's place in the document, as a JSON pointer.
    pub pointer: String,
    /// `operationId`, if it has one.
    pub id: Option<String>,
    /// The method of the group.
    pub name: ValueName,
    /// The request's type.
    pub request: TypeName,
    /// The method of HTTP.
    pub method: Method,
    /// The path template.
    pub path: Path,
    /// `summary` and `description`.
    pub description: String,
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// Path parameters beyond the group's own, and whatever else is required.
    pub arguments: Vec<Argument>,
    /// What may be set.
    pub setters: Vec<Argument>,
    /// Of each of these groups of setters at least one must be set.
    pub conditions: Vec<Vec<Condition>>,
    /// How a request body is written, if there is one.
    pub body: Option<Body>,
    /// Whether it is another operation of the model once more, with a body of another media type.
    pub once_more: bool,
    /// What success brings.
    pub response: Response,
    /// What its failures say.
    #[serde(skip_serializing_if = "Failures::is_empty")]
    pub failures: Failures,
    /// Whether a redirection is an answer.
    pub redirects: bool,
    /// The media type to ask for, where that is not plain JSON.
    pub accept: Option<String>,
    /// How to get from page to page, for a list.
    pub paging: Option<Paging>,
    /// How it authenticates, where that is not what the document does elsewhere.
    pub auth: Option<Auth>,
    /// Its server, where that is not the document's.
    pub server: Option<String>,
    /// What a fake of its server answers, as JSON.
    #[serde(skip)]
    pub answer: String,
    /// What tests of it need, where the crate has some.
    #[serde(skip)]
    pub tested: Option<Tested>,
}

impl Operation {
    /// Whether its request has a type of its own, because there is something to set.
    pub fn has_request(&self) -> bool {
        !self.setters.is_empty() || self.paging.is_some()
    }

    /// The enum of what success brings, if that depends on its status and the operation is the first that
    /// has it.
    pub fn answer(&self) -> Option<&Answer> {
        match &self.response {
            Response::Several(answer) if !self.once_more => Some(answer),
            _ => None,
        }
    }

    /// The enum of what its failures say, if that depends on their status and the operation is the first
    /// that has it.
    pub fn failure(&self) -> Option<&TypeName> {
        self.failures.name.as_ref().filter(|_| !self.once_more)
    }
}

/// A setter that one of a group must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// The name in Rust.
    pub name: ValueName,
    /// The name on the wire.
    pub wire: String,
}

/// A value that the caller gives.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Argument {
    /// The name in Rust.
    pub name: ValueName,
    /// What is sent.
    pub parameter: Parameter,
    /// Its place in the document, as a JSON pointer; a group's is that of its first operation.
    #[serde(skip)]
    pub pointer: String,
    /// The document's text.
    pub description: String,
    /// Whether the document advises against it.
    pub deprecated: bool,
}

/// A value as it is sent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parameter {
    /// The name on the wire.
    pub wire: String,
    /// Where in the request it goes.
    pub location: Location,
    /// How many values it has.
    pub shape: Shape,
    /// Whether values keep the characters that URLs reserve; only in a query.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reserved: bool,
    /// The media type of its part, where that is not the usual one; only in a multipart form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// The type of one value.
    pub r#type: TypeRef,
}

/// Where in a request a value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Location {
    /// In place of `{name}` in the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
    /// A field of a form.
    Form,
    /// A file of a multipart form.
    File,
    /// The whole body, as JSON.
    Body,
    /// The whole body, as it is.
    Raw,
}

impl Location {
    /// Whether that is in the body.
    pub fn is_in_body(self) -> bool {
        matches!(self, Self::Form | Self::File | Self::Body | Self::Raw)
    }
}

/// How many values a parameter has, and how they are written (OpenAPI, Parameter Object, `style`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Shape {
    /// One.
    One,
    /// One, as JSON (`content`).
    Json,
    /// Any number, each under the same name (`form`, exploded).
    Repeated,
    /// Any number, in one text, with this between them (`form`, `simple`, `spaceDelimited`,
    /// `pipeDelimited`).
    Joined(char),
    /// Any number, as `name[index]` for each (`deepObject`, whose lists OpenAPI leaves open).
    Indexed,
    /// An object, whose properties are parameters of their own (`form`, exploded).
    Spread,
    /// An object, as `name[key]` for each of its values (`deepObject`).
    Deep,
    /// Any number, each behind the name (`matrix`, exploded).
    Named,
    /// An object in one text, names and values in turn with this between them (`form`, `simple`,
    /// `spaceDelimited`, `pipeDelimited`).
    Paired(char),
    /// An object in one text, with this between its properties, each as `name=value` (`simple`, `label` and
    /// `matrix`, exploded).
    Assigned(char),
    /// Any number of names and values: the parameter's name begins each name, and dots stand between.
    Prefixed,
}

/// A request body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Body {
    /// The media type as the document writes it.
    pub media_type: String,
    /// How it is written.
    pub encoding: Encoding,
}

/// How a request body is written; what is best expressed comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Encoding {
    /// `application/json` and its `+json` kin.
    Json,
    /// `application/x-www-form-urlencoded` (WHATWG URL, section 5).
    Form,
    /// `multipart/form-data` (RFC 7578).
    Multipart,
    /// Any other media type, as bytes of the caller's.
    Raw,
}

/// How a list is read page after page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paging {
    /// The property that holds the items; empty if a page is a list of them.
    pub items: String,
    /// The type of one item.
    pub item: TypeRef,
    /// What says which page comes next.
    pub next: Next,
    /// The parameter that sets a page's size, and its maximum.
    pub size: Option<(String, u32)>,
    /// The query parameter that is called like the method that ends a stream, which sets it where one page is
    /// asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
}

/// What says which page of a list comes next. Properties are names with dots between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Next {
    /// A property with its URL.
    Url(String),
    /// A property with a token.
    Token {
        /// The property.
        property: String,
        /// The query parameter that takes the token.
        parameter: String,
    },
    /// The header `Link` (RFC 8288).
    Link,
    /// The last item of a page, unless the page says that it is the last.
    Last {
        /// The property of the page that is true if there are more.
        more: String,
        /// The property of an item that names it.
        id: String,
        /// The query parameter that takes that.
        parameter: String,
    },
    /// A query parameter with the number of items before a page, from 0 on.
    Offset(String),
    /// A query parameter with the number of a page.
    Number {
        /// The parameter.
        parameter: String,
        /// The number of the first page.
        first: u32,
    },
}
