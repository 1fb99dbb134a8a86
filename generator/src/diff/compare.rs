//! Two outlines → the changes between them.

use super::change::{Action, Change, Class, Effect};
use super::node::{Aspect, Fact, Kind, Node};
use super::pairs::pairs;
use super::weigh::{Weight, advise, weigh, weigh_added, weigh_removed};

/// The aspect of a part that only one side has.
const EXISTENCE: &str = "existence";

/// What changed between two outlines of the same part, and inside it.
pub fn compare(old: &Node, new: &Node) -> Vec<Change> {
    let facts = old.facts.iter().zip(&new.facts);
    let mut changes: Vec<Change> =
        facts.filter_map(|(was, is)| changed(old, new, was, is)).collect();
    if is_remade(old, new) {
        return changes;
    }
    let pairs = pairs(&old.children, &new.children);
    changes.extend(pairs.removed.iter().filter_map(|it| removed(&old.children[*it])));
    changes.extend(pairs.added.iter().filter_map(|it| added(&new.children[*it])));
    for (one, other) in pairs.both {
        changes.extend(compare(&old.children[one], &new.children[other]));
    }
    changes
}

/// Whether a type is of another kind now: what it was made of says no more.
fn is_remade(old: &Node, new: &Node) -> bool {
    let body = |node: &Node| node.fact(Aspect::Body).map(|fact| fact.rust.clone());
    body(old) != body(new)
}

fn changed(old: &Node, new: &Node, was: &Fact, is: &Fact) -> Option<Change> {
    if was.aspect == Aspect::Order && !is_reordered(&was.rust, &is.rust) {
        return None;
    }
    let action = if is.aspect == Aspect::Name { Action::Renamed } else { Action::Changed };
    let weight = weigh(old, new, was, is);
    let wire = weight.wire.map(|class| effect(class, &old.subject, &was.wire, &is.wire));
    let rust = weight.rust.map(|class| Effect {
        advice: advise(old, new, was, is),
        ..effect(class, &old.item, &was.rust, &is.rust)
    });
    change((Some(old), Some(new)), action, was.aspect.as_str(), wire, rust)
}

fn added(node: &Node) -> Option<Change> {
    let Weight { wire, rust } = weigh_added(node);
    let wire = wire.map(|class| effect(class, &node.subject, "", &told(node, |it| &it.wire)));
    let rust = rust.map(|class| Effect {
        advice: on_breaking(class, "give a value for it"),
        ..effect(class, &node.item, "", &told(node, |it| &it.rust))
    });
    change((None, Some(node)), Action::Added, EXISTENCE, wire, rust)
}

fn removed(node: &Node) -> Option<Change> {
    let Weight { wire, rust } = weigh_removed(node);
    let wire = wire.map(|class| effect(class, &node.subject, &told(node, |it| &it.wire), ""));
    let rust = rust.map(|class| Effect {
        advice: on_breaking(class, "do without it"),
        ..effect(class, &node.item, &told(node, |it| &it.rust), "")
    });
    change((Some(node), None), Action::Removed, EXISTENCE, wire, rust)
}

/// What there is to say of a part that only one side has.
fn told(node: &Node, view: fn(&Fact) -> &String) -> String {
    if node.kind == Kind::Group {
        return String::new();
    }
    let wanted = [Aspect::Presence, Aspect::Type, Aspect::Body];
    let facts = wanted.iter().filter_map(|aspect| node.fact(*aspect)).map(view);
    facts.filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

fn on_breaking(class: Class, advice: &str) -> String {
    if class == Class::Breaking { advice.to_owned() } else { String::new() }
}

fn effect(class: Class, subject: &str, old: &str, new: &str) -> Effect {
    Effect {
        class,
        subject: subject.to_owned(),
        old: old.to_owned(),
        new: new.to_owned(),
        advice: String::new(),
    }
}

/// A change of what stands on one side or on both; nothing if nobody notices it.
fn change(
    (old, new): (Option<&Node>, Option<&Node>),
    action: Action,
    aspect: &'static str,
    wire: Option<Effect>,
    rust: Option<Effect>,
) -> Option<Change> {
    let node = new.or(old)?;
    Some(Change {
        class: wire.iter().chain(&rust).map(|it| it.class).max()?,
        document: node.spot.document.clone(),
        kind: node.kind,
        action,
        aspect,
        wire,
        rust,
        old: old.map(|it| it.spot.clone()),
        new: new.map(|it| it.spot.clone()),
    })
}

/// Whether what both lists have stands in another order; what only one has is told elsewhere.
fn is_reordered(old: &str, new: &str) -> bool {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split(", ").collect(), new.split(", ").collect());
    let kept = old.iter().filter(|it| new.contains(it));
    let stays = new.iter().filter(|it| old.contains(it));
    !kept.eq(stays)
}
