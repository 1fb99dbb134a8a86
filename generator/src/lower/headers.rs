//! Headers of responses → those of which clients know the type.

use std::cmp::Reverse;

use openapiv3::{Header as Documented, ParameterSchemaOrContent, ReferenceOr};

use super::context::{Context, child};
use super::groups::Found;
use super::operations::Drafted;
use super::responses;
use super::schemas::Schemas;
use super::site::Written;
use super::types::element;
use crate::diagnostics::quote;
use crate::model::{Header, Type, TypeBody, TypeRef};
use crate::names::{self, Claim, ConstName};

/// A header of a response, before any type has a name.
#[derive(Debug)]
pub struct FoundHeader<'a> {
    pub wire: &'a str,
    pointer: String,
    description: &'a str,
    /// The schema and its pointer; without one, the value is text.
    pub schema: Option<(Written<'a>, String)>,
}

/// The headers of an operation's responses; one that is written as a media type is noted.
pub fn find<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<FoundHeader<'a>> {
    let parent = child(&found.pointer, "responses");
    let mut headers = Vec::new();
    for (code, it) in responses::all(found) {
        let Some((response, pointer)) = cx.response(it, &child(&parent, &code)) else { continue };
        let pointer = child(&pointer, "headers");
        let own = response.headers.iter().filter(|(name, _)| !is_ignored(name));
        headers.extend(own.filter_map(|(name, it)| header(cx, name, it, &child(&pointer, name))));
    }
    headers
}

fn header<'a>(
    cx: &Context<'a>,
    wire: &'a str,
    it: &'a ReferenceOr<Documented>,
    pointer: &str,
) -> Option<FoundHeader<'a>> {
    let (documented, pointer) = cx.header(it, pointer)?;
    if !is_token(wire) {
        let what = format!("the response header {}, which is no name of a header", quote(wire));
        cx.note(&pointer, what, "nothing");
        return None;
    }
    let description = documented.description.as_deref().unwrap_or_default();
    match &documented.format {
        ParameterSchemaOrContent::Schema(schema) => {
            let schema = Some((schema.into(), child(&pointer, "schema")));
            Some(FoundHeader { wire, pointer, description, schema })
        }
        ParameterSchemaOrContent::Content(content) if content.is_empty() => {
            Some(FoundHeader { wire, pointer, description, schema: None })
        }
        ParameterSchemaOrContent::Content(_) => {
            note(cx, wire, &pointer);
            None
        }
    }
}

/// Headers that only a browser reads (Fetch, section 3.3.3 "HTTP responses"), and the one that OpenAPI
/// says elsewhere ("Response Object", `headers`).
fn is_ignored(header: &str) -> bool {
    let header = header.to_ascii_lowercase();
    header.starts_with("access-control-") || header == "content-type"
}

/// Whether a text can be the name of a field (RFC 9110, section 5.6.2): no response has another.
fn is_token(name: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(is_allowed)
}

fn note(cx: &Context<'_>, wire: &str, pointer: &str) {
    cx.note(pointer, format!("the response header `{wire}`"), "its text, on request");
}

/// A header whose type is known, and how many responses have it.
struct Known<'d, 'a> {
    count: usize,
    operation: &'d [String],
    found: &'d FoundHeader<'a>,
    is_list: bool,
    r#type: TypeRef,
}

impl Known<'_, '_> {
    fn is_like(&self, wire: &str, r#type: &TypeRef) -> bool {
        self.found.wire.eq_ignore_ascii_case(wire) && self.r#type == *r#type
    }
}

/// The headers of a document, each once; of those with one name the most frequent is called like it.
pub fn lower<'d, 'a: 'd>(
    cx: &Context<'a>,
    schemas: &Schemas<'a>,
    types: &[Type],
    operations: impl Iterator<Item = &'d Drafted<'a>>,
) -> Vec<Header> {
    let headers = operations.flat_map(|it| it.headers.iter().map(move |found| (it, found)));
    let mut all: Vec<Known<'d, 'a>> = Vec::new();
    for (drafted, found) in headers {
        let r#type = type_of(cx, schemas, found);
        if let Some(known) = all.iter_mut().find(|it| it.is_like(found.wire, &r#type)) {
            known.count += 1;
        } else if let Some(is_list) = is_list(types, &r#type) {
            let operation = &drafted.found.words;
            all.push(Known { count: 1, operation, found, is_list, r#type });
        } else {
            note(cx, found.wire, &found.pointer);
        }
    }
    all.sort_by_key(|known| Reverse(known.count));
    let mut headers = named(cx, all);
    headers.sort_by(|a, b| a.name.cmp(&b.name));
    headers
}

fn named(cx: &Context<'_>, all: Vec<Known<'_, '_>>) -> Vec<Header> {
    let claim = |(rank, known): (usize, &Known<'_, '_>)| {
        let words = words(known.found.wire);
        let rungs = vec![words.clone(), [known.operation, &words].concat()];
        Claim::ladder(known.found.pointer.clone(), rungs, rank)
    };
    let claims: Vec<Claim> = all.iter().enumerate().map(claim).collect();
    let settled: Vec<ConstName> = names::settle(&claims, &[]);
    let header =
        |(Known { found, is_list, r#type, .. }, name): (Known<'_, '_>, ConstName)| Header {
            name,
            wire: found.wire.to_owned(),
            pointer: cx.origin(&found.pointer),
            description: found.description.to_owned(),
            is_list,
            r#type,
        };
    all.into_iter().zip(settled).map(header).collect()
}

/// `X-RateLimit-Limit` is written as it is read, the header of RFC 9110, section 8.8.3, is not.
fn words(wire: &str) -> Vec<String> {
    if wire.eq_ignore_ascii_case("etag") { vec!["etag".to_owned()] } else { names::words(wire) }
}

/// The type of a value; what may be anything is text.
fn type_of(cx: &Context<'_>, schemas: &Schemas<'_>, found: &FoundHeader<'_>) -> TypeRef {
    let schema = found.schema.as_ref();
    match schema.map(|(written, pointer)| element(cx, schemas, *written, pointer).not_null()) {
        None | Some(TypeRef::Any) => TypeRef::String,
        Some(r#type) => r#type,
    }
}

/// Whether values of a type are lists; nothing for those that have no form in a header.
fn is_list(types: &[Type], r#type: &TypeRef) -> Option<bool> {
    match r#type {
        TypeRef::String
        | TypeRef::Bool
        | TypeRef::I32
        | TypeRef::I64
        | TypeRef::F64
        | TypeRef::Date
        | TypeRef::DateTime
        | TypeRef::Uri
        | TypeRef::Id(_) => Some(false),
        TypeRef::Boxed(inner) => is_list(types, inner),
        TypeRef::List(item) => (is_list(types, item) == Some(false)).then_some(true),
        TypeRef::Named(id) => match &types[id.0].body {
            TypeBody::Enum(_) | TypeBody::Integers(_) => Some(false),
            TypeBody::Alias(target) => is_list(types, target),
            TypeBody::Object { .. } | TypeBody::Union { .. } | TypeBody::Foreign(_) => None,
        },
        TypeRef::Any | TypeRef::Tuple(_) | TypeRef::Map(_) | TypeRef::Nullable(_) => None,
    }
}
