//! The operations of a document, and the groups that they are found in.

use super::failures::failures;
use super::{View, auth, deprecated, empty};
use crate::diff::node::{Aspect, Fact, Flow, Kind, Node};
use crate::model::{Argument, Body, Group, Location, Operation, Response, Shape, TypeRef};
use crate::names::Name;
use crate::render::signature::{argument_text, returned_text, type_text};

/// Values that requests have go one way.
const SENT: Flow = Flow { sent: true, received: false };

/// A node for each group.
pub fn groups(view: &View<'_>) -> Vec<Node> {
    view.document.groups.iter().map(|it| group_node(view, it)).collect()
}

fn group_node(view: &View<'_>, group: &Group) -> Node {
    let entry = view.item(view.document.name.as_str());
    let item = format!("{entry}::{}", group.method);
    let argument = |it: &Argument| argument_text(view.document, it);
    let arguments: Vec<String> = group.parameters.iter().map(argument).collect();
    let pointer = group.operations.first().map(|it| parent(&it.pointer)).unwrap_or_default();
    let setter = |it: &Argument| {
        let item = format!("{}::{}", view.item(group.name.as_str()), it.name);
        parameter_node(view, it, &group.path, &item, false, &it.parameter.wire)
    };
    Node {
        subject: format!("`{}`", group.path),
        facts: vec![
            Fact::new(Aspect::Name, "", group.method.as_str()),
            Fact::new(Aspect::Type, "", format!("({})", arguments.join(", "))),
            Fact::new(Aspect::Returns, "", group.name.as_str()),
            Fact::both(Aspect::Prose, &group.description),
        ],
        children: group.setters.iter().map(setter).collect(),
        item,
        ..empty(Kind::Group, &blank(&group.path), view.spot(&pointer))
    }
}

/// A node for each operation.
pub fn methods(view: &View<'_>) -> Vec<Node> {
    let groups = view.document.groups.iter();
    groups
        .flat_map(|group| group.operations.iter().map(move |it| method(view, group, it)))
        .collect()
}

fn method(view: &View<'_>, group: &Group, it: &Operation) -> Node {
    let call = format!("{} {}", it.method.as_str(), it.path.0);
    let item = format!("{}::{}", view.item(group.name.as_str()), it.name);
    let body = it.body.as_ref().filter(|_| it.once_more);
    let manner = body.map(|body| format!(" as {}", body.media_type)).unwrap_or_default();
    let key = format!("{} {}{manner}", it.method.as_str(), blank(&it.path.0));
    let document = view.document;
    let order: Vec<&str> = it.arguments.iter().map(|it| it.parameter.wire.as_str()).collect();
    let mut children = parameters(view, it, &call, &item);
    children.extend(failures(view, it, &call, &item));
    let own_auth = it.auth.as_ref().map(auth).unwrap_or_default();
    Node {
        alias: it.id.clone().filter(|_| !it.once_more).unwrap_or_default(),
        subject: format!("`{call}`"),
        facts: vec![
            Fact::new(Aspect::Name, "", it.name.as_str()),
            Fact::new(Aspect::Group, "", group.name.as_str()),
            Fact::new(Aspect::Path, &key, ""),
            Fact::new(Aspect::Returns, answer(view, it), returned_text(document, it)),
            Fact::new(Aspect::Paging, "", paging(view, it)),
            Fact::new(Aspect::Content, it.body.as_ref().map(content).unwrap_or_default(), ""),
            Fact::both(Aspect::Auth, own_auth),
            Fact::new(Aspect::Server, it.server.clone().unwrap_or_default(), ""),
            Fact::both(Aspect::Conditions, conditions(it)),
            Fact::new(Aspect::Order, "", order.join(", ")),
            deprecated(it.deprecated),
            Fact::both(Aspect::Prose, &it.description),
        ],
        children,
        item,
        ..empty(Kind::Method, &key, view.spot(&it.pointer))
    }
}

fn parameters(view: &View<'_>, it: &Operation, call: &str, item: &str) -> Vec<Node> {
    let request = view.item(it.request.as_str());
    let in_path = it.arguments.iter().filter(|it| it.parameter.location == Location::Path);
    let in_path: Vec<&str> = in_path.map(|it| it.parameter.wire.as_str()).collect();
    let key = |it: &Argument| {
        let position = in_path.iter().position(|wire| *wire == it.parameter.wire);
        match (it.parameter.location, position) {
            (Location::Path, Some(position)) => format!("path {position}"),
            (location, _) => format!("{} {}", word(location), it.parameter.wire),
        }
    };
    let arguments = it
        .arguments
        .iter()
        .map(|it| parameter_node(view, it, call, &format!("{item}({})", it.name), true, &key(it)));
    let setters = it.setters.iter().map(|it| {
        parameter_node(view, it, call, &format!("{request}::{}", it.name), false, &key(it))
    });
    arguments.chain(setters).collect()
}

fn parameter_node(
    view: &View<'_>,
    it: &Argument,
    call: &str,
    item: &str,
    needed: bool,
    key: &str,
) -> Node {
    let wire = wire_type(view, it);
    let location = word(it.parameter.location);
    let in_path = it.parameter.location == Location::Path;
    let name = if in_path { "" } else { &it.parameter.wire };
    Node {
        shape: format!("{location} {wire}"),
        subject: format!("`{call}` › {location} `{}`", it.parameter.wire),
        item: item.to_owned(),
        flow: SENT,
        needed,
        facts: vec![
            Fact::new(Aspect::Name, name, it.name.as_str()),
            Fact::new(Aspect::Type, wire, argument_text(view.document, it)),
            Fact::new(
                Aspect::Presence,
                if needed { "required" } else { "optional" },
                if needed { "an argument" } else { "a setter" },
            ),
            deprecated(it.deprecated),
            Fact::both(Aspect::Prose, &it.description),
        ],
        ..empty(Kind::Parameter, key, view.spot(&it.pointer))
    }
}

fn wire_type(view: &View<'_>, it: &Argument) -> String {
    let text = type_text(view.document, &it.parameter.r#type);
    let text =
        if it.parameter.reserved { format!("{text} with reserved characters") } else { text };
    match it.parameter.shape {
        Shape::One => text,
        Shape::Repeated => format!("{text}, any number"),
        Shape::Joined(',') => format!("{text}, any number, with commas"),
        Shape::Joined(delimiter) => format!("{text}, any number, with `{delimiter}`"),
        Shape::Prefixed => "names and values".to_owned(),
        Shape::Indexed => format!("{text}, any number, with their indices"),
        Shape::Json => format!("{text}, as JSON"),
        Shape::Spread => format!("{text}, its properties apart"),
        Shape::Deep => format!("{text}, its keys in brackets"),
        Shape::Named => format!("{text}, any number, each behind the name"),
        Shape::Paired(',') => format!("{text}, names and values with commas"),
        Shape::Paired(delimiter) => format!("{text}, names and values with `{delimiter}`"),
        Shape::Assigned(',') => format!("{text}, `name=value` with commas"),
        Shape::Assigned(delimiter) => format!("{text}, `name=value` with `{delimiter}`"),
    }
}

fn answer(view: &View<'_>, it: &Operation) -> String {
    let answer = brings(view, &it.response);
    let accept = it.accept.as_ref().map(|it| format!(" as {it}")).unwrap_or_default();
    let redirects = if it.redirects { ", or a redirection" } else { "" };
    format!("{answer}{accept}{redirects}")
}

/// What a response brings, in words.
pub fn brings(view: &View<'_>, it: &Response) -> String {
    let of = |r#type: &TypeRef| type_text(view.document, r#type);
    match it {
        Response::Empty => "nothing".to_owned(),
        Response::Json(r#type) => of(r#type),
        Response::Page(item) => format!("a page of {}", of(item)),
        Response::Text => "text".to_owned(),
        Response::Bytes => "bytes".to_owned(),
        Response::Location => "a location".to_owned(),
        Response::Stream(framing, item) => format!("a stream of {} as {framing:?}", of(item)),
        Response::Several(answer) => {
            let each = answer.variants.iter();
            let each = each.map(|it| format!("{} with {}", it.code, brings(view, &it.response)));
            each.collect::<Vec<_>>().join(", ")
        }
    }
}

fn paging(view: &View<'_>, it: &Operation) -> String {
    let stream =
        |it: &crate::model::Paging| format!("Items<{}>", type_text(view.document, &it.item));
    it.paging.as_ref().map(stream).unwrap_or_default()
}

fn content(body: &Body) -> String {
    body.media_type.clone()
}

fn conditions(it: &Operation) -> String {
    let group = |group: &Vec<crate::model::Condition>| {
        group.iter().map(|it| it.wire.as_str()).collect::<Vec<_>>().join(" or ")
    };
    it.conditions.iter().map(group).collect::<Vec<_>>().join("; ")
}

fn word(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
        Location::Form => "form",
        Location::File => "file",
        Location::Body | Location::Raw => "body",
    }
}

/// A path without the names of its parameters, which mean nothing to the server.
fn blank(path: &str) -> String {
    let mut blank = String::with_capacity(path.len());
    let mut inside = false;
    for c in path.chars() {
        inside = (inside || c == '{') && c != '}';
        if !inside || c == '{' {
            blank.push(c);
        }
    }
    blank
}

/// The pointer of what an operation is part of.
fn parent(pointer: &str) -> String {
    pointer.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned()
}
