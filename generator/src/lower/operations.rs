//! An operation as found → an operation as it will be generated.

use super::context::Context;
use super::groups::Found;
use super::paging;
use super::paths::rename;
use super::requests::{self, Input, Inputs};
use super::responses::{self, Success};
use super::schemas::{Place, Schemas};
use super::security;
use super::site::Site;
use super::types::type_ref;
use crate::model::{
    Argument, Auth, Location, Operation, Parameter, Path, Response, Shape, Type, TypeRef,
};
use crate::names::{self, Claim, TypeName, ValueName};

/// Names that the methods of a request have for themselves.
const REQUEST_METHODS: &[&str] =
    &["add", "clone", "div", "limit", "mul", "rem", "send", "stream", "sub"];

/// What an operation takes and brings, before any type has a name.
#[derive(Debug)]
pub struct Drafted<'a> {
    pub found: Found<'a>,
    pub inputs: Inputs<'a>,
    pub success: Success<'a>,
}

/// Reads an operation's inputs and outputs; nothing if it cannot be expressed.
pub fn draft<'a>(cx: &Context<'a>, found: Found<'a>) -> Option<Drafted<'a>> {
    let inputs = requests::inputs(cx, &found)?;
    let success = responses::success(cx, &found);
    Some(Drafted { found, inputs, success })
}

/// Visits the schemas that stand in the operation itself.
pub fn visit_schemas<'a>(cx: &Context<'a>, schemas: &mut Schemas<'a>, drafted: &Drafted<'a>) {
    for input in &drafted.inputs.inputs {
        let Some((written, pointer)) = &input.schema else { continue };
        let own = match input.location {
            Location::Body => vec!["request".to_owned()],
            _ => names::words(&input.wire),
        };
        schemas.visit(cx, *written, pointer, &Place { parent: drafted.found.words.clone(), own });
    }
    if let Success::Json(Some(written), pointer) = &drafted.success {
        let own = vec!["response".to_owned()];
        schemas.visit(cx, *written, pointer, &Place { parent: drafted.found.words.clone(), own });
    }
}

/// What the operations of a document share while they are lowered.
#[derive(Debug)]
pub struct Names<'n> {
    pub schemas: &'n Schemas<'n>,
    pub types: &'n [Type],
    /// The parameters of the group, by the names that its first path gives them.
    pub group: Vec<&'n str>,
    /// How most operations authenticate.
    pub usual_auth: Auth,
}

/// Fills the operation in.
pub fn lower_operation(
    cx: &Context<'_>,
    names: &Names<'_>,
    drafted: &Drafted<'_>,
    name: ValueName,
    request: TypeName,
) -> Operation {
    let Drafted { found, inputs, success } = drafted;
    let path = rename(found.path, &names.group);
    let bound = &super::paths::parameters(found.path)[..names.group.len()];
    let (arguments, setters) = lower_inputs(cx, names, &inputs.inputs, bound);
    let response = lower_success(cx, names, success);
    let size = |shape: &crate::profile::PageShape| {
        let input = inputs.inputs.iter().find(|input| input.wire == shape.size)?;
        Some(maximum(cx, input).unwrap_or(shape.maximum))
    };
    let auth = security::operation_auth(cx, found);
    Operation {
        pointer: found.pointer.clone(),
        id: found.operation.operation_id.clone().unwrap_or_else(|| found.words.join(" ")),
        name,
        request,
        method: found.method,
        path: Path(path),
        description: description(found.operation),
        deprecated: found.operation.deprecated,
        arguments,
        setters,
        body: inputs.body.clone(),
        paging: paging::paging(cx.profile, names.types, &response, size),
        response,
        auth: (auth != names.usual_auth).then_some(auth),
        server: server(cx, found),
    }
}

/// What is in the way of the group's own parameters is left out; the required comes first.
fn lower_inputs(
    cx: &Context<'_>,
    names: &Names<'_>,
    inputs: &[Input<'_>],
    bound: &[&str],
) -> (Vec<Argument>, Vec<Argument>) {
    let is_bound = |input: &&Input<'_>| {
        input.location == Location::Path && bound.contains(&input.wire.as_str())
    };
    let inputs: Vec<&Input<'_>> = inputs.iter().filter(|input| !is_bound(input)).collect();
    let claims: Vec<Claim> = inputs.iter().map(|input| input_claim(input)).collect();
    let settled: Vec<ValueName> = names::settle(&claims, REQUEST_METHODS);
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for (input, name) in inputs.into_iter().zip(settled) {
        let argument = lower_input(cx, names, input, name);
        if input.required { arguments.push(argument) } else { setters.push(argument) }
    }
    arguments.sort_by_key(|argument| argument.parameter.location != Location::Path);
    (arguments, setters)
}

fn input_claim(input: &Input<'_>) -> Claim {
    let location = match input.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Form => "form",
        Location::Body => "body",
    };
    let words = names::words(&input.wire);
    let located = words.iter().cloned().chain([location.to_owned()]).collect();
    Claim::ladder(format!("{location} {}", input.wire), vec![words, located], 0)
}

fn lower_input(
    cx: &Context<'_>,
    names: &Names<'_>,
    input: &Input<'_>,
    name: ValueName,
) -> Argument {
    let r#type = match &input.schema {
        Some((written, pointer)) => type_ref(cx, names.schemas, *written, pointer),
        None => TypeRef::Any,
    };
    let (shape, r#type) = match (input.location, r#type) {
        (Location::Body, whole) => (Shape::One, whole),
        (_, TypeRef::List(item)) if input.joined => (Shape::Joined, *item),
        (_, TypeRef::List(item)) => (Shape::Repeated, *item),
        (_, single) => (Shape::One, single),
    };
    let parameter = Parameter { wire: input.wire.clone(), location: input.location, shape, r#type };
    Argument {
        name,
        parameter,
        description: input.description.clone(),
        deprecated: input.deprecated,
    }
}

fn lower_success(cx: &Context<'_>, names: &Names<'_>, success: &Success<'_>) -> Response {
    match success {
        Success::Empty => Response::Empty,
        Success::Text => Response::Text,
        Success::Bytes => Response::Bytes,
        Success::Json(None, _) => Response::Json(TypeRef::Any),
        Success::Json(Some(written), pointer) => {
            Response::Json(type_ref(cx, names.schemas, *written, pointer))
        }
    }
}

/// The schema's `maximum`, if it has one that fits.
fn maximum(cx: &Context<'_>, input: &Input<'_>) -> Option<u32> {
    let (written, pointer) = input.schema.as_ref()?;
    let site = Site::follow(cx, *written, pointer)?;
    match &site.schema.schema_kind {
        openapiv3::SchemaKind::Type(openapiv3::Type::Integer(integer)) => {
            u32::try_from(integer.maximum?).ok()
        }
        _ => None,
    }
}

/// `summary`, then `description`, unless one repeats the other.
fn description(operation: &openapiv3::Operation) -> String {
    let summary = operation.summary.as_deref().unwrap_or_default().trim();
    let description = operation.description.as_deref().unwrap_or_default().trim();
    match (summary, description) {
        ("", text) | (text, "") => text.to_owned(),
        (summary, description) if description.starts_with(summary) => description.to_owned(),
        (summary, description) => format!("{summary}\n\n{description}"),
    }
}

/// The server of the operation or of its path, where it is not the document's.
fn server(cx: &Context<'_>, found: &Found<'_>) -> Option<String> {
    let own = found.operation.servers.first().or(found.item.servers.first())?;
    let usual = cx.api.servers.first();
    (Some(&own.url) != usual.map(|server| &server.url)).then(|| own.url.clone())
}

/// Types that a request sends, so that users can make them.
pub fn sent_types(operation: &Operation) -> impl Iterator<Item = &TypeRef> {
    let arguments = operation.arguments.iter().chain(&operation.setters);
    arguments.map(|argument| &argument.parameter.r#type)
}
