//! Two outlines → the changes between them.

use super::change::{Action, Change, Class, Effect};
use super::node::{Aspect, Fact, Kind, Node};
use super::pairs::pairs;
use super::weigh::{Weight, advise, weigh, weigh_added, weigh_removed};

/// What changed between two outlines of the same part, and inside it.
pub fn compare(old: &Node, new: &Node) -> Vec<Change> {
    let mut changes: Vec<Change> = old
        .facts
        .iter()
        .zip(&new.facts)
        .filter_map(|(was, is)| changed(old, new, was, is))
        .collect();
    if is_remade(old, new) {
        return changes;
    }
    let pairs = pairs(&old.children, &new.children);
    changes.extend(pairs.removed.iter().map(|it| removed(&old.children[*it])));
    changes.extend(pairs.added.iter().map(|it| added(&new.children[*it])));
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
    let weight = weigh(old, new, was, is);
    let advice = advise(old, new, was, is);
    let effect = |class: Option<Class>, subject: &str, old: &str, new: &str, advice: String| {
        class.map(|class| Effect {
            class,
            subject: subject.to_owned(),
            old: old.to_owned(),
            new: new.to_owned(),
            advice,
        })
    };
    let wire = effect(weight.wire, &old.subject, &was.wire, &is.wire, String::new());
    let rust = effect(weight.rust, &old.item, &was.rust, &is.rust, advice);
    let action = if is.aspect == Aspect::Name { Action::Renamed } else { Action::Changed };
    change(new, action, was.aspect.as_str(), wire, rust, Some(old), Some(new))
}

fn added(node: &Node) -> Change {
    let Weight { wire, rust } = weigh_added(node);
    whole(node, Action::Added, wire, rust)
}

fn removed(node: &Node) -> Change {
    let Weight { wire, rust } = weigh_removed(node);
    whole(node, Action::Removed, wire, rust)
}

/// A part that only one side has.
fn whole(node: &Node, action: Action, wire: Option<Class>, rust: Option<Class>) -> Change {
    let is_new = action == Action::Added;
    let effect = |class: Option<Class>, subject: &str, text: String, advice: &str| {
        let (old, new) = if is_new { (String::new(), text) } else { (text, String::new()) };
        class.map(|class| Effect {
            class,
            subject: subject.to_owned(),
            old,
            new,
            advice: advice.to_owned(),
        })
    };
    let fact = |pick: fn(&Fact) -> &String| {
        let wanted = [Aspect::Presence, Aspect::Type, Aspect::Body];
        let told = node.kind != Kind::Group;
        let facts =
            wanted.iter().filter(|_| told).filter_map(|aspect| node.fact(*aspect)).map(pick);
        facts.filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    let advice = match (is_new, rust) {
        (true, Some(Class::Breaking)) => "give a value for it",
        (false, Some(Class::Breaking)) => "do without it",
        _ => "",
    };
    let wire = effect(wire, &node.subject, fact(|it| &it.wire), "");
    let rust = effect(rust, &node.item, fact(|it| &it.rust), advice);
    let (old, new) = if is_new { (None, Some(node)) } else { (Some(node), None) };
    // One side at least has an effect: every kind of part is weighed in Rust.
    let class = wire.iter().chain(&rust).map(|it| it.class).max().unwrap_or(Class::Documentation);
    Change {
        class,
        document: node.spot.document.clone(),
        kind: node.kind,
        action,
        aspect: "existence",
        wire,
        rust,
        old: old.map(|it| it.spot.clone()),
        new: new.map(|it| it.spot.clone()),
    }
}

fn change(
    node: &Node,
    action: Action,
    aspect: &'static str,
    wire: Option<Effect>,
    rust: Option<Effect>,
    old: Option<&Node>,
    new: Option<&Node>,
) -> Option<Change> {
    let class = wire.iter().chain(&rust).map(|it| it.class).max()?;
    Some(Change {
        class,
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
