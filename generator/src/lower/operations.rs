//! An operation as found → an operation as it will be generated.

use super::answer::{Known, lower_answer};
use super::arguments::{lower_inputs, lower_samples};
use super::context::{Context, child};
use super::examples::lower_examples;
use super::failures::{self, FoundFailure};
use super::groups::Found;
use super::headers::{self, FoundHeader};
use super::noun::Noun;
use super::outcomes::{self, Outcome};
use super::paging::{self, Page};
use super::paths::{rename, with_text_before};
use super::requests::{self, Input, Inputs};
use super::responses::{self, Success};
use super::schemas::{Place, Schemas};
use super::security;
use super::shape::{Shape, shape};
use super::site::{Site, Written};
use super::unions::one_or_many;
use crate::model::{
    Argument, Auth, Condition, Location, Operation, Path, Response, Tested, TypeRef,
};
use crate::names::{self, TypeName, ValueName};

/// What an operation takes and brings, before any type has a name.
#[derive(Debug)]
pub struct Drafted<'a> {
    pub found: Found<'a>,
    pub inputs: Inputs<'a>,
    /// What success brings where its status says no more; of several responses the first.
    pub success: Success<'a>,
    /// What it brings where the status may say more.
    pub outcomes: Vec<Outcome<'a>>,
    pub page: Option<Page<'a>>,
    pub failures: Vec<FoundFailure<'a>>,
    pub headers: Vec<FoundHeader<'a>>,
}

impl Drafted<'_> {
    /// Whether it has the first of the bodies that its operation may send.
    pub fn is_first(&self) -> bool {
        self.inputs.manner.is_empty()
    }
}

/// Reads an operation's inputs and outputs, once for each of its bodies; nothing if it cannot be
/// expressed.
pub fn draft<'a>(cx: &Context<'a>, found: &Found<'a>) -> Vec<Drafted<'a>> {
    let inputs = requests::inputs(cx, found).into_iter();
    inputs.map(|inputs| draft_one(cx, found.in_manner(&inputs.manner), inputs)).collect()
}

fn draft_one<'a>(cx: &Context<'a>, found: Found<'a>, inputs: Inputs<'a>) -> Drafted<'a> {
    let outcomes = outcomes::find(cx, &found);
    let success = outcomes::first(cx, &found, &outcomes);
    let page = paging::page(cx, &found, &inputs, &success);
    let outcomes =
        outcomes::told_apart(cx, &found, page.as_ref().is_some_and(|it| it.is_all), outcomes);
    let failures = failures::find(cx, &found);
    let headers = headers::find(cx, &found);
    Drafted { found, inputs, success, outcomes, page, failures, headers }
}

/// Visits the schemas that stand in the operation itself.
pub fn visit_schemas<'a>(cx: &Context<'a>, schemas: &mut Schemas<'a>, drafted: &Drafted<'a>) {
    let found = &drafted.found;
    let request = format!("{} {}", found.method.as_str(), found.path);
    let place = |own: Vec<String>, noun: Noun| Place { parent: found.words.clone(), own, noun };
    // What else an operation has is visited with the first of its bodies.
    let is_own = |it: &&Input<'_>| drafted.is_first() || it.location.is_in_body();
    for input in drafted.inputs.inputs.iter().filter(is_own) {
        let Some((written, pointer)) = &input.schema else { continue };
        let place = match input.location {
            Location::Body => place(vec!["request".to_owned()], Noun::Request(request.clone())),
            _ => place(names::words(&input.wire), Noun::Parameter(input.wire.clone())),
        };
        let whole = Site::follow(cx, *written, pointer);
        let is_whole = input.location == Location::Body || input.style.is_json();
        let many = whole.filter(|_| !is_whole);
        match many.and_then(|site| one_or_many(cx, &site)) {
            Some(list) => {
                schemas.visit(cx, Written::Here(list.schema), &list.pointer, &place);
            }
            None => schemas.visit(cx, *written, pointer, &place),
        }
    }
    if !drafted.is_first() {
        return;
    }
    for (written, pointer, words) in failures::schemas(&drafted.failures) {
        let place = place(words, Noun::Failure(request.clone()));
        schemas.visit(cx, written, pointer, &place);
    }
    for header in &drafted.headers {
        let Some((written, pointer)) = &header.schema else { continue };
        let place = place(names::words(header.wire), Noun::Header(header.wire.to_owned()));
        schemas.visit(cx, *written, pointer, &place);
    }
    for (written, pointer, words) in outcomes::schemas(&drafted.outcomes) {
        let place = place(words, Noun::Response(request.clone()));
        schemas.visit(cx, written, pointer, &place);
    }
    if drafted.outcomes.is_empty() {
        visit_success(cx, schemas, drafted, request);
    }
}

/// Visits the schema of what stands for success by itself.
fn visit_success<'a>(
    cx: &Context<'a>,
    schemas: &mut Schemas<'a>,
    drafted: &Drafted<'a>,
    request: String,
) {
    let place = |own, noun| Place { parent: drafted.found.words.clone(), own, noun };
    let items = drafted.page.as_ref().filter(|page| page.is_plain).map(|page| &page.items);
    match (&drafted.success, items) {
        (Success::Stream { schema: Some((written, pointer)), .. }, _) => {
            let place = place(vec!["item".to_owned()], Noun::Response(request));
            schemas.visit(cx, *written, pointer, &place);
        }
        (Success::Json { schema: Some(_), .. }, Some(Some(items))) => {
            let place = place(names::words(items.wire), Noun::Property(items.wire.to_owned()));
            schemas.visit(cx, items.written, &items.pointer, &place);
        }
        (Success::Json { schema: Some(written), pointer, .. }, _) => {
            let place = place(vec!["response".to_owned()], Noun::Response(request));
            schemas.visit(cx, *written, pointer, &place);
        }
        _ => {}
    }
}

/// What the operations of a document share while they are lowered.
#[derive(Debug)]
pub struct Names<'n> {
    pub schemas: &'n Schemas<'n>,
    /// The parameters of the group, by the names that its first path gives them.
    pub group: Vec<&'n str>,
    /// How most operations authenticate.
    pub usual_auth: &'n Auth,
}

/// What an operation's own types are called.
#[derive(Debug)]
pub struct OperationNames {
    pub request: TypeName,
    /// The enum of what success brings, if that depends on its status.
    pub answer: Option<TypeName>,
    /// The enum of what failures say, if that depends on their status.
    pub failure: Option<TypeName>,
}

/// Fills the operation in.
pub fn lower_operation(
    cx: &Context<'_>,
    names: &Names<'_>,
    drafted: &Drafted<'_>,
    name: ValueName,
    OperationNames { request, answer, failure }: OperationNames,
) -> Operation {
    let Drafted { found, inputs, page, failures, .. } = drafted;
    let before = |name: &str| inputs.before(cx, name);
    let path = rename(&with_text_before(found.path, before), &names.group);
    let size = |name: &str, otherwise: u32| {
        let input = inputs.inputs.iter().find(|input| input.wire == name)?;
        Some(maximum(cx, input).unwrap_or(otherwise))
    };
    let paging = page.as_ref().map(|page| page.lower(cx, names.schemas, size, limit(cx, inputs)));
    let plain = page.as_ref().and_then(|page| page.response(cx, names.schemas));
    let response = plain.unwrap_or_else(|| outcomes::lower(cx, names.schemas, drafted, answer));
    let methods = methods(paging.is_some(), &response);
    let (arguments, setters) = lower_inputs(cx, names, drafted, &path, methods);
    let tested = cx.tested.then(|| Tested {
        samples: lower_samples(cx, names, drafted, &path),
        examples: match drafted.is_first() {
            true => lower_examples(cx, found, &request, &response),
            false => Vec::new(),
        },
    });
    let auth = security::operation_auth(cx, found);
    let server = server(cx, found);
    let known = Known { path: &path, server: server.as_deref(), paging: paging.as_ref() };
    let faked = lower_answer(cx, drafted, &known);
    Operation {
        pointer: cx.origin(&found.pointer),
        id: found.operation.operation_id.clone(),
        name,
        request,
        method: found.method,
        path: Path(path),
        description: description(found.operation),
        deprecated: found.operation.deprecated,
        conditions: conditions(cx, found, &setters),
        arguments,
        setters,
        body: inputs.body.clone(),
        once_more: !drafted.is_first(),
        paging,
        redirects: responses::takes_redirects(found),
        accept: outcomes::accept(drafted, &response),
        response,
        failures: failures::lower(cx, names.schemas, failures, failure),
        auth: (auth != *names.usual_auth).then_some(auth),
        server,
        answer: faked,
        tested,
    }
}

/// What a request has beside its setters.
fn methods(pages: bool, response: &Response) -> &'static [&'static str] {
    match response {
        _ if pages => &["limit", "send", "stream"],
        _ if response.is_in_parts() => &["send", "stream"],
        _ => &["send"],
    }
}

/// The number of a caller's that is called like the method that ends a stream.
fn limit<'a>(cx: &Context<'a>, inputs: &Inputs<'a>) -> Option<String> {
    let mut queries = inputs.inputs.iter().filter(|it| it.location == Location::Query);
    let limit = queries.find(|it| names::words(&it.wire) == ["limit"])?;
    let shape = shape(cx, &limit.site(cx)?);
    let is_number = matches!(shape, Shape::Integer { .. } | Shape::Number);
    (!limit.required && is_number).then(|| limit.wire.clone())
}

/// The groups of setters of which one must be set. A group with a name that is none is noted.
fn conditions(cx: &Context<'_>, found: &Found<'_>, setters: &[Argument]) -> Vec<Vec<Condition>> {
    let condition = |name: &String| {
        let setter =
            setters.iter().find(|it| names::words(&it.parameter.wire) == names::words(name));
        let Some(setter) = setter else {
            cx.note(
                &found.pointer,
                format!("a condition on `{name}`, which cannot be set"),
                "nothing",
            );
            return None;
        };
        Some(Condition { name: setter.name.clone(), wire: setter.parameter.wire.clone() })
    };
    let groups = cx.profile.conditions(&found.operation.extensions);
    groups.iter().filter_map(|group| group.iter().map(condition).collect()).collect()
}

/// The schema's `maximum`, if it has one that fits.
fn maximum<'a>(cx: &Context<'a>, input: &Input<'a>) -> Option<u32> {
    match &input.site(cx)?.schema.schema_kind {
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
    let own = server_url(cx, own, &child(&found.pointer, "servers"));
    (own != document_server(cx)).then_some(own)
}

/// The URL of the document's first server; empty if there is none.
pub fn document_server(cx: &Context<'_>) -> String {
    let server = cx.api.servers.first();
    server.map(|server| server_url(cx, server, "/servers/0")).unwrap_or_default()
}

/// The URL of a server, with the defaults of its variables.
fn server_url(cx: &Context<'_>, server: &openapiv3::Server, pointer: &str) -> String {
    let mut url = server.url.clone();
    for (name, variable) in server.variables.iter().flatten() {
        url = url.replace(&format!("{{{name}}}"), &variable.default);
        let what = format!("the server variable `{name}`");
        cx.note(pointer, what, format!("its default, `{}`", variable.default));
    }
    let is_absolute = ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme));
    if !is_absolute || url.contains('{') {
        let what = format!("the server `{url}`, which is no absolute URL");
        cx.note(pointer, what, "nothing: the client's user sets `base_url`");
        return String::new();
    }
    url
}

/// Types that a request sends, so that users can make them.
pub fn sent_types(operation: &Operation) -> impl Iterator<Item = &TypeRef> {
    let arguments = operation.arguments.iter().chain(&operation.setters);
    arguments.map(|argument| &argument.parameter.r#type)
}
