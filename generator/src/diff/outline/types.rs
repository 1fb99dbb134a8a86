//! The types of a document: their fields and their variants.

use super::flow::flows;
use super::{View, deprecated, empty};
use crate::diff::node::{Aspect, Fact, Flow, Kind, Node};
use crate::model::{EnumVariant, Field, Type, TypeBody, TypeRef, UnionVariant};
use crate::names::{Name, TypeName};
use crate::render::signature::type_text;

/// A node for each type, in their order.
pub fn types(view: &View<'_>) -> Vec<Node> {
    let types = view.document.types.iter().zip(flows(view.document)).zip(&view.names);
    types.map(|((it, flow), name)| type_node(view, it, name.as_str(), flow)).collect()
}

fn type_node(view: &View<'_>, it: &Type, name: &str, flow: Flow) -> Node {
    let path = view.item(name);
    let subject = format!("schema `{}`", it.pointer);
    let parent = Parent { view, path: &path, subject: &subject, flow };
    let children: Vec<Node> = match &it.body {
        TypeBody::Object { fields, .. } => {
            fields.iter().map(|it| field_node(&parent, it)).collect()
        }
        TypeBody::Enum(variants) | TypeBody::Integers(variants) => {
            variants.iter().map(|it| value_node(&parent, it)).collect()
        }
        TypeBody::Union { variants, .. } => {
            variants.iter().map(|it| union_node(&parent, it)).collect()
        }
        TypeBody::Alias(_) | TypeBody::Foreign(_) => Vec::new(),
    };
    let body = body(view, &it.body);
    Node {
        alias: name.to_owned(),
        shape: shape(&body, &children),
        flow,
        facts: vec![
            Fact::new(Aspect::Name, "", name),
            Fact::both(Aspect::Body, body),
            Fact::new(Aspect::Making, "", making(&it.body)),
            Fact::new(Aspect::Order, "", order(&it.body)),
            Fact::new(Aspect::Rest, "", rest(view, &it.body)),
            Fact::new(Aspect::Discriminator, discriminator(&it.body), ""),
            Fact::both(Aspect::Prose, &it.description),
        ],
        children,
        item: path.clone(),
        subject: subject.clone(),
        ..empty(Kind::Type, &it.pointer, view.spot(&it.pointer))
    }
}

/// The type that a field or a variant is part of.
struct Parent<'a> {
    view: &'a View<'a>,
    path: &'a str,
    subject: &'a str,
    flow: Flow,
}

fn field_node(parent: &Parent<'_>, field: &Field) -> Node {
    let text = type_text(parent.view.document, &field.r#type);
    let name = field.name.as_str();
    let needed = field.required || field.present;
    let presence = if needed { "required" } else { "optional" };
    let null = if field.nullable && field.r#type != TypeRef::Any { ", may be null" } else { "" };
    let option = if field.required { text.clone() } else { format!("Option<{text}>") };
    Node {
        shape: text.clone(),
        subject: format!("{} › property `{}`", parent.subject, field.wire),
        item: format!("{}.{name}", parent.path),
        flow: parent.flow,
        needed,
        facts: vec![
            Fact::new(Aspect::Name, &field.wire, name),
            Fact::both(Aspect::Type, &text),
            Fact::new(
                Aspect::Presence,
                format!("{presence}{null}"),
                presence_in_rust(field, &option, &text),
            ),
            deprecated(field.deprecated),
            Fact::both(Aspect::Prose, &field.description),
        ],
        ..empty(Kind::Field, &field.wire, parent.view.spot(&field.pointer))
    }
}

/// Whether there is an `Option` around the type, or no more than one value.
fn presence_in_rust(field: &Field, whole: &str, inner: &str) -> &'static str {
    match field.fixed {
        Some(_) => "there by itself",
        None if whole == inner => "always there",
        None => "in an `Option`",
    }
}

fn value_node(parent: &Parent<'_>, variant: &EnumVariant) -> Node {
    let subject = format!("{} › value `{}`", parent.subject, variant.wire);
    let wire = &variant.wire;
    variant_node(parent, wire, subject, &variant.name, [wire, ""], &variant.pointer)
}

/// A type of a union; its texts are the wire's name for it, if it has any.
fn union_node(parent: &Parent<'_>, variant: &UnionVariant) -> Node {
    let r#type = type_text(parent.view.document, &variant.r#type);
    let subject = format!("{} › type `{type}`", parent.subject, r#type = r#type);
    let tags = variant.tags.join(" or ");
    let key = if tags.is_empty() { &r#type } else { &tags };
    let node =
        variant_node(parent, key, subject, &variant.name, [&tags, &r#type], &variant.pointer);
    Node { alias: r#type, ..node }
}

fn variant_node(
    parent: &Parent<'_>,
    key: &str,
    subject: String,
    name: &TypeName,
    [wire, r#type]: [&str; 2],
    pointer: &str,
) -> Node {
    Node {
        shape: format!("variant {type}", r#type = r#type).trim_end().to_owned(),
        subject,
        item: format!("{}::{name}", parent.path),
        flow: parent.flow,
        facts: vec![Fact::new(Aspect::Name, wire, name.as_str()), Fact::both(Aspect::Type, r#type)],
        ..empty(Kind::Variant, key, parent.view.spot(pointer))
    }
}

fn body(view: &View<'_>, body: &TypeBody) -> String {
    match body {
        TypeBody::Object { .. } => "an object".to_owned(),
        TypeBody::Enum(_) => "an enum".to_owned(),
        TypeBody::Integers(_) => "an enum of integers".to_owned(),
        TypeBody::Union { .. } => "a union".to_owned(),
        TypeBody::Alias(target) => type_text(view.document, target),
        TypeBody::Foreign(path) => path.to_string(),
    }
}

fn discriminator(body: &TypeBody) -> &str {
    match body {
        TypeBody::Union { discriminator: Some(property), .. } => property,
        _ => "",
    }
}

/// The functions that make a value of the type.
fn making(body: &TypeBody) -> &'static str {
    let TypeBody::Object { fields, sent, .. } = body else { return "" };
    let has_required = fields.iter().any(|field| field.required);
    match (has_required && !is_made_without(fields, *sent), sent) {
        (false, _) => "Default",
        (true, true) => "new",
        (true, false) => "",
    }
}

/// Whether what must be there can be there by itself.
fn is_made_without(fields: &[Field], sent: bool) -> bool {
    sent && !fields.iter().any(Field::is_asked)
}

/// The arguments of `new`, in their order.
fn order(body: &TypeBody) -> String {
    let TypeBody::Object { fields, sent: true, .. } = body else { return String::new() };
    let wires = fields.iter().filter(|it| it.is_asked()).map(|it| it.wire.as_str());
    wires.collect::<Vec<_>>().join(", ")
}

fn rest(view: &View<'_>, body: &TypeBody) -> String {
    match body {
        TypeBody::Object { rest: Some(rest), .. } => type_text(view.document, rest),
        _ => String::new(),
    }
}

/// Two types of one shape can be told from each other by name alone.
fn shape(body: &str, children: &[Node]) -> String {
    let parts = children.iter().map(|it| format!("{} {}", it.key, it.shape));
    let mut parts: Vec<String> = parts.collect();
    parts.sort();
    if parts.is_empty() { String::new() } else { format!("{body}: {}", parts.join(", ")) }
}
