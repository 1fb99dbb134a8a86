//! How much a change weighs for the server's side of the wire, and for users of the crate.

use super::change::Class;
use super::node::{Aspect, Fact, Flow, Kind, Node};

/// The weight on both sides; nothing where a side does not notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    pub wire: Option<Class>,
    pub rust: Option<Class>,
}

use Class::{Additive, Breaking, Documentation};

/// What is new. Structs and enums are `non_exhaustive`: more of their parts break nobody.
pub fn weigh_added(node: &Node) -> Weight {
    let is_asked = node.needed && node.flow.sent;
    let in_new = node.fact(Aspect::Presence).is_some_and(|fact| fact.rust == "always there");
    match node.kind {
        Kind::Field if is_asked && !in_new => Weight { wire: Some(Breaking), rust: Some(Additive) },
        Kind::Parameter | Kind::Field if is_asked => both(Breaking),
        Kind::Group | Kind::Type | Kind::Id => in_rust(Additive),
        _ => both(Additive),
    }
}

/// What is gone. A value that the server only gave is not missed on the wire.
pub fn weigh_removed(node: &Node) -> Weight {
    match node.kind {
        Kind::Group | Kind::Type | Kind::Id => in_rust(Breaking),
        Kind::Failure if !has_name(node) => both(Additive),
        Kind::Variant | Kind::Failure if !node.flow.sent => {
            Weight { wire: Some(Additive), rust: Some(Breaking) }
        }
        _ => both(Breaking),
    }
}

/// Whether it can be named in Rust.
fn has_name(node: &Node) -> bool {
    node.fact(Aspect::Name).is_some_and(|name| !name.rust.is_empty())
}

/// What is said otherwise.
pub fn weigh(old: &Node, new: &Node, was: &Fact, is: &Fact) -> Weight {
    let wire = || weigh_wire(old.flow.or(new.flow), was, is);
    let rust = || weigh_rust(old, new, was);
    Weight { wire: (was.wire != is.wire).then(wire), rust: (was.rust != is.rust).then(rust) }
}

fn weigh_wire(flow: Flow, was: &Fact, is: &Fact) -> Class {
    match was.aspect {
        Aspect::Prose | Aspect::Deprecated => Documentation,
        Aspect::Presence => presence(flow, &was.wire, &is.wire),
        Aspect::Returns | Aspect::Type if was.wire == "nothing" => Additive,
        Aspect::Type => match (widens(&was.wire, &is.wire), widens(&is.wire, &was.wire)) {
            (true, _) if !flow.received => Additive,
            (_, true) if !flow.sent => Additive,
            _ => Breaking,
        },
        Aspect::Conditions if is.wire.is_empty() => Additive,
        _ => Breaking,
    }
}

/// More may be missing or null: a server that takes it takes what it took. One that gives it gives
/// less; and the other way round.
fn presence(flow: Flow, was: &str, is: &str) -> Class {
    let freedom = |text: &str| (text.starts_with("optional"), text.ends_with("null"));
    let ((was_optional, was_null), (is_optional, is_null)) = (freedom(was), freedom(is));
    let loosened = is_optional >= was_optional && is_null >= was_null;
    let tightened = is_optional <= was_optional && is_null <= was_null;
    match flow {
        Flow { received: false, .. } if loosened => Additive,
        Flow { sent: false, .. } if tightened => Additive,
        _ => Breaking,
    }
}

fn weigh_rust(old: &Node, new: &Node, was: &Fact) -> Class {
    match was.aspect {
        Aspect::Prose | Aspect::Conditions => Documentation,
        // `#[deprecated]` stands on methods; of a field it is only said.
        Aspect::Deprecated if old.kind == Kind::Field || old.needed => Documentation,
        Aspect::Deprecated => Additive,
        // The name of an argument is nothing that a caller writes.
        Aspect::Name if old.kind == Kind::Parameter && old.needed && new.needed => Documentation,
        Aspect::Name | Aspect::Paging | Aspect::Rest | Aspect::Making if was.rust.is_empty() => {
            Additive
        }
        _ => Breaking,
    }
}

/// Whether every value of one type is one of the other.
fn widens(from: &str, to: &str) -> bool {
    let is_text = |text: &str| {
        !["bool", "i32", "i64", "f64", "Value"].contains(&text) && !text.contains(['<', ','])
    };
    match (from, to) {
        (_, "Value") | ("i32", "i64" | "f64") | ("i64", "f64") => true,
        (from, "String") => is_text(from),
        _ => false,
    }
}

/// What a caller must do about it; empty where nothing.
pub fn advise(old: &Node, new: &Node, was: &Fact, is: &Fact) -> String {
    if was.rust == is.rust || weigh_rust(old, new, was) != Breaking {
        return String::new();
    }
    match was.aspect {
        Aspect::Name if is.rust.is_empty() => "read the body with `body_as`".to_owned(),
        Aspect::Name => format!("write `{}`", new.item),
        Aspect::Presence if old.kind == Kind::Parameter && new.needed => {
            "give it as an argument; the setter is gone".to_owned()
        }
        Aspect::Presence if old.kind == Kind::Parameter => {
            format!("set it with `{}`; it is no argument any longer", new.item)
        }
        Aspect::Presence if is.rust == "always there" => "take it without an `Option`".to_owned(),
        Aspect::Presence => "expect that it is missing".to_owned(),
        Aspect::Group => format!("find the method at `{}`", new.item),
        Aspect::Order => format!("give the arguments in this order: {}", is.rust),
        Aspect::Auth => format!("give the client {}", is.rust),
        Aspect::Returns => format!("code that names the type writes `{}`", is.rust),
        Aspect::Making if is.rust.is_empty() => "users cannot make a value any longer".to_owned(),
        Aspect::Making => format!("make a value with `{}`", is.rust),
        Aspect::Paging if is.rust.is_empty() => "the list is no stream any longer".to_owned(),
        _ => format!("work with `{}`", is.rust),
    }
}

fn both(class: Class) -> Weight {
    Weight { wire: Some(class), rust: Some(class) }
}

fn in_rust(class: Class) -> Weight {
    Weight { wire: None, rust: Some(class) }
}

impl Flow {
    /// The ways of both.
    fn or(self, other: Self) -> Self {
        Self { sent: self.sent || other.sent, received: self.received || other.received }
    }
}
