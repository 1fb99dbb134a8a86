//! A change in a sentence.

use crate::diff::{Action, Change, Class, Diff, Effect, Kind};

/// The longest text that is quoted, in characters.
const QUOTED: usize = 80;

/// What happened, as a user of the crate calls it if they notice, else as the server does.
pub fn headline(change: &Change) -> String {
    match &change.rust {
        Some(effect) => {
            let subject = format!("{} `{}`", kind(change.kind), effect.subject);
            happened(change, &subject, effect)
        }
        None => change.wire.iter().map(|it| happened(change, &it.subject, it)).collect(),
    }
}

/// What happened on the wire.
pub fn on_the_wire(change: &Change) -> Option<String> {
    let effect = change.wire.as_ref()?;
    Some(format!("{} ({})", happened(change, &effect.subject, effect), effect.class))
}

/// What a user of the crate must do, or that there is nothing to do.
pub fn in_rust(change: &Change) -> String {
    match &change.rust {
        None => "the Rust API is as it was".to_owned(),
        Some(Effect { class, advice, .. }) if advice.is_empty() => match class {
            Class::Documentation => "only documentation".to_owned(),
            _ => "callers change nothing".to_owned(),
        },
        Some(effect) => effect.advice.clone(),
    }
}

fn happened(change: &Change, subject: &str, effect: &Effect) -> String {
    let (old, new) = (quoted(&effect.old), quoted(&effect.new));
    match (change.action, change.aspect) {
        (Action::Added, _) if effect.new.is_empty() => format!("{subject} is new"),
        (Action::Added, _) => format!("{subject} is new: {}", excerpt(&effect.new)),
        (Action::Removed, _) => format!("{subject} is gone"),
        (Action::Renamed, _) if effect.old.is_empty() => {
            format!("{subject} has the name {new} now")
        }
        (Action::Renamed, _) if effect.new.is_empty() => {
            format!("{subject} has no name any longer")
        }
        (Action::Renamed, _) => format!("{subject} is now called {new}"),
        (Action::Changed, "prose") => format!("{subject} is described otherwise"),
        (Action::Changed, "presence" | "deprecated") => {
            format!("{subject} was {}, is {}", effect.old, effect.new)
        }
        (Action::Changed, "type" | "body") => format!("{subject} was {old}, is {new}"),
        (Action::Changed, "returns") => format!("{subject} returned {old}, returns {new}"),
        (Action::Changed, aspect) => format!("{subject}: {aspect} was {old}, is {new}"),
    }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "nothing".to_owned() } else { format!("`{}`", excerpt(text)) }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Crate => "crate",
        Kind::Module => "module",
        Kind::Group => "group",
        Kind::Method => "method",
        Kind::Parameter => "parameter",
        Kind::Type => "type",
        Kind::Field => "field",
        Kind::Variant => "variant",
        Kind::Id => "id",
        Kind::Header => "header",
        Kind::Failure => "failure",
    }
}

/// The first line of a text, if it is not too long. Backticks would end the quotation.
fn excerpt(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().replace('`', "'");
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// `3 breaking, 1 additive`, in the order of their weight; what there is none of is left out.
pub fn counts(diff: &Diff) -> String {
    let classes = [Class::Breaking, Class::Additive, Class::Documentation];
    let counts = classes.map(|class| (diff.count(class), class));
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, class)| format!("{count} {class}")).collect();
    if counts.is_empty() { "no change".to_owned() } else { counts.join(", ") }
}
