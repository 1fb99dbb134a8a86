//! One document → one module.

use super::Source;
use super::arguments;
use super::context::{Context, Findings, child};
use super::directions;
use super::examples;
use super::failures;
use super::groups::{self, FoundGroup, method_claim};
use super::headers;
use super::operations::{self, Drafted, Names, OperationNames};
use super::outcomes;
use super::paths::{Collection, parameters};
use super::schemas::Schemas;
use super::security;
use super::types::lower_types;
use crate::model::{Argument, Document, Group, Location, Parameter, Shape, TypeRef};
use crate::names::{
    self, Claim, ModuleName, Name, TypeName, ValueName, singular, with_last, words,
};

/// A resource whose operations have been read.
struct DraftedGroup<'a> {
    collection: Collection,
    operations: Vec<Drafted<'a>>,
}

/// The names of a document.
struct Settled {
    document: TypeName,
    types: Vec<TypeName>,
    operations: Vec<Vec<OperationNames>>,
    groups: Vec<GroupNames>,
}

/// What a group is called as a type, as a method and as a module.
struct GroupNames {
    name: TypeName,
    method: ValueName,
    module: ModuleName,
}

/// Decides what one document becomes.
pub fn lower_document(source: &Source<'_>, module: ModuleName) -> (Document, Findings) {
    let cx = Context::new(source);
    let found = groups::find(&cx);
    let auth = security::usual_auth(&cx, &found);
    let groups = draft(&cx, found);
    let mut schemas = Schemas::of_components(&cx);
    for drafted in groups.iter().flat_map(|group| &group.operations) {
        operations::visit_schemas(&cx, &mut schemas, drafted);
    }
    let settled = settle(&cx, &module, &schemas, &groups);
    let name = settled.document.clone();
    let mut types = lower_types(&cx, &schemas, &settled.types);
    let drafted = groups.iter().flat_map(|group| &group.operations);
    let headers = headers::lower(&cx, &schemas, &types, drafted);
    let shared = Names { schemas: &schemas, group: Vec::new(), usual_auth: &auth };
    let mut groups = lower_groups(&cx, shared, &groups, settled);
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    failures::share(&mut groups);
    directions::settle(&mut types, &groups);
    examples::finish(&types, &mut groups);
    let info = &source.openapi.info;
    let server = operations::document_server(&cx);
    let (findings, ledger) = cx.into_findings();
    let document = Document {
        module,
        name,
        source: source.label.clone(),
        title: info.title.clone(),
        version: info.version.clone(),
        description: info.description.clone().unwrap_or_default(),
        server,
        auth,
        groups,
        types,
        headers,
        ledger,
    };
    (document, findings)
}

fn draft<'a>(cx: &Context<'a>, found: Vec<FoundGroup<'a>>) -> Vec<DraftedGroup<'a>> {
    let drafted = found.into_iter().map(|group| DraftedGroup {
        collection: group.collection,
        operations: group
            .operations
            .into_iter()
            .flat_map(|found| operations::draft(cx, &found))
            .collect(),
    });
    drafted.filter(|group| !group.operations.is_empty()).collect()
}

/// Settles schemas, requests and groups together: users find them in one module.
fn settle(
    cx: &Context<'_>,
    module: &ModuleName,
    schemas: &Schemas<'_>,
    groups: &[DraftedGroup<'_>],
) -> Settled {
    let mut resources: Vec<Claim> = groups.iter().map(|it| resource_claim(cx, it)).collect();
    let chosen: Vec<_> = groups.iter().map(|it| cx.chosen_group(&it.collection)).collect();
    let taken = names::METHODS_OF_REFERENCES;
    let methods: Vec<ValueName> = cx.overruled.settle(&mut resources, &chosen, taken);
    let modules: Vec<ModuleName> = names::settle(&resources, &["headers"]);
    let words = words(module.as_str());
    let ids: Vec<String> = cx.known_ids();
    let taken: Vec<&str> =
        names::TYPES.iter().copied().chain(ids.iter().map(String::as_str)).collect();
    let mut claims = vec![Claim::ladder("", vec![words.clone(), with_last(&words, "api")], 0)];
    claims.extend(schemas.claims.iter().cloned());
    let drafted = groups.iter().flat_map(|group| &group.operations);
    claims.extend(drafted.clone().map(request_claim));
    let responses: Vec<_> = drafted.map(|it| response_claims(cx, schemas, it)).collect();
    claims.extend(responses.iter().flatten().flatten().cloned());
    claims.extend(groups.iter().zip(&methods).map(|(group, method)| group_claim(group, method)));
    let chosen = schemas.claims.iter().map(|claim| cx.chosen_type(&claim.key));
    let chosen: Vec<_> = [None].into_iter().chain(chosen).collect();
    let settled: Vec<TypeName> = cx.overruled.settle(&mut claims, &chosen, &taken);
    let mut names = settled.into_iter();
    let document = names.next().unwrap_or_else(|| TypeName::of(&words));
    let types = names.by_ref().take(schemas.claims.len()).collect();
    let requests: Vec<Vec<TypeName>> =
        groups.iter().map(|group| names.by_ref().take(group.operations.len()).collect()).collect();
    let mut responses = responses.into_iter();
    let (mut answer, mut failure) = (None, None);
    let mut own = |(drafted, request): (&Drafted<'_>, TypeName)| {
        let claims = responses.next().unwrap_or_default();
        // The same operation with another body follows the first, and has the same responses.
        if drafted.is_first() {
            [answer, failure] = claims.map(|claim| claim.and_then(|_| names.next()));
        }
        OperationNames { request, answer: answer.clone(), failure: failure.clone() }
    };
    let operations = groups.iter().zip(requests);
    let operations = operations
        .map(|(group, requests)| group.operations.iter().zip(requests).map(&mut own).collect())
        .collect();
    let groups = names
        .zip(methods.into_iter().zip(modules))
        .map(|(name, (method, module))| GroupNames { name, method, module })
        .collect();
    Settled { document, types, operations, groups }
}

fn request_claim(drafted: &Drafted<'_>) -> Claim {
    let words = &drafted.found.words;
    Claim::ladder(&drafted.found.pointer, vec![words.clone(), with_last(words, "request")], 1)
}

/// The claims of the enums of an operation's answers and failures, where it has them.
fn response_claims(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    drafted: &Drafted<'_>,
) -> [Option<Claim>; 2] {
    if !drafted.is_first() {
        return [None, None];
    }
    [
        outcomes::differ(cx, schemas, &drafted.outcomes).then(|| answer_claim(drafted)),
        failures::differ(cx, schemas, &drafted.failures).then(|| failure_claim(drafted)),
    ]
}

fn answer_claim(drafted: &Drafted<'_>) -> Claim {
    let words = &drafted.found.words;
    let rungs = vec![with_last(words, "answer"), with_last(words, "outcome")];
    Claim::ladder(child(&drafted.found.pointer, "responses"), rungs, 1)
}

fn failure_claim(drafted: &Drafted<'_>) -> Claim {
    let words = &drafted.found.words;
    let rungs = vec![with_last(words, "failure"), with_last(words, "fault")];
    Claim::ladder(child(&drafted.found.pointer, "failures"), rungs, 1)
}

/// Of two resources with one name, the shallower keeps it.
fn resource_claim(cx: &Context<'_>, group: &DraftedGroup<'_>) -> Claim {
    let collection = &group.collection;
    let mut rungs = collection.rungs();
    if let Some(name) = groups::own_name(cx, group.operations.iter().map(|it| it.found.item)) {
        // The vendor's singular for what a path has in the plural is no better name.
        let same = singular(&name.join(" ")) == singular(&rungs[0].join(" "));
        if !same {
            rungs.insert(0, name);
        }
    }
    Claim::ladder(&collection.key, rungs, collection.depth())
}

/// A group's type is called like its method; a schema of that name comes first.
fn group_claim(group: &DraftedGroup<'_>, method: &ValueName) -> Claim {
    let words = words(method.bare());
    let resource = with_last(&words, "resource");
    Claim::ladder(&group.collection.key, vec![words, resource], 2)
}

fn lower_groups(
    cx: &Context<'_>,
    shared: Names<'_>,
    groups: &[DraftedGroup<'_>],
    settled: Settled,
) -> Vec<Group> {
    groups
        .iter()
        .zip(settled.groups.into_iter().zip(settled.operations))
        .map(|(group, (GroupNames { name, method, module }, own))| {
            let path = &group.collection.path;
            let names = Names { group: parameters(path), ..shared };
            let (setters, parameters): (Vec<_>, Vec<_>) = path_parameters(cx, &names, group)
                .into_iter()
                .partition(|it| cx.has_client_value(&it.parameter));
            Group {
                name,
                method,
                module,
                path: shown(path),
                description: description(group),
                operations: lower_operations(cx, &names, group, &setters, own),
                parameters,
                setters,
            }
        })
        .collect()
}

/// The path of the root is empty as a collection.
fn shown(path: &str) -> String {
    if path.is_empty() { "/".to_owned() } else { path.to_owned() }
}

fn lower_operations(
    cx: &Context<'_>,
    names: &Names<'_>,
    group: &DraftedGroup<'_>,
    setters: &[Argument],
    own: Vec<OperationNames>,
) -> Vec<crate::model::Operation> {
    let mut claims: Vec<Claim> = group
        .operations
        .iter()
        .map(|drafted| method_claim(&drafted.found, &group.collection))
        .collect();
    let taken: Vec<&str> = setters.iter().map(|setter| setter.name.bare()).collect();
    let taken = [names::METHODS_OF_REFERENCES, &taken].concat();
    let chosen = group.operations.iter();
    let chosen = chosen.map(|it| cx.chosen_method(&it.found).filter(|_| it.is_first()));
    let chosen: Vec<_> = chosen.collect();
    let methods: Vec<ValueName> = cx.overruled.settle(&mut claims, &chosen, &taken);
    let mut operations: Vec<_> = group
        .operations
        .iter()
        .zip(methods.into_iter().zip(own))
        .map(|(drafted, (method, own))| {
            operations::lower_operation(cx, names, drafted, method, own)
        })
        .collect();
    operations.sort_by(|a, b| a.name.cmp(&b.name));
    operations
}

/// The parameters that all paths of a group share. What the operations do not agree on is left
/// out: a type is text then, and a description nothing.
fn path_parameters(cx: &Context<'_>, names: &Names<'_>, group: &DraftedGroup<'_>) -> Vec<Argument> {
    let claim = |wire: &&str| Claim::of(wire, words(wire));
    let mut claims: Vec<Claim> = names.group.iter().map(claim).collect();
    let chosen = names.group.iter().map(|wire| cx.chosen_shared(&group.collection, wire));
    let chosen: Vec<_> = chosen.collect();
    let taken = names::METHODS_OF_REFERENCES;
    let settled: Vec<ValueName> = cx.overruled.settle(&mut claims, &chosen, taken);
    let parameter = |(position, (wire, name)): (usize, (&&str, ValueName))| {
        let drafted = group.operations.iter();
        let views = drafted.filter_map(|it| arguments::path_argument(cx, names, it, position));
        let (types, descriptions): (Vec<_>, Vec<_>) = views.unzip();
        let parameter = Parameter {
            wire: (*wire).to_owned(),
            location: Location::Path,
            shape: Shape::One,
            reserved: false,
            media_type: None,
            r#type: agreed(types).unwrap_or(TypeRef::String),
        };
        let description = agreed(descriptions).unwrap_or_default();
        let first = group.operations.first();
        let pointer = first.and_then(|it| arguments::path_pointer(cx, it, position));
        let pointer = pointer.unwrap_or_default();
        Argument { name, parameter, pointer, description, deprecated: false }
    };
    names.group.iter().zip(settled).enumerate().map(parameter).collect()
}

/// What all say, if they all say the same.
fn agreed<T: PartialEq>(views: Vec<T>) -> Option<T> {
    let mut views = views.into_iter();
    let first = views.next()?;
    views.all(|view| view == first).then_some(first)
}

/// What the document says of the group's paths: the first that says something.
fn description(group: &DraftedGroup<'_>) -> String {
    let items = group.operations.iter().map(|drafted| drafted.found.item);
    let mut texts = items.flat_map(|item| [&item.description, &item.summary]).flatten();
    texts.find(|text| !text.trim().is_empty()).cloned().unwrap_or_default()
}
