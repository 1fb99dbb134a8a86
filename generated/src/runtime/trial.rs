//! Which of several types a JSON value is of: by its discriminator, else by trial.

use serde_json::Value;

use super::decoder::Decoder;
use super::union::{Tags, Union};

const EXPECTED: &str = "one of the documented types";

/// How many unions are tried inside one another. What lies deeper is taken unseen in a trial, and seen
/// when the choice has been made: else each level would multiply the work by its variants.
const LEVELS: usize = 2;

/// How many values all trials of one body may read: what nobody sends in earnest ends soon.
const VALUES: usize = 4_000_000;

/// What the trials of one body have in common, and what the one under way has found.
#[derive(Clone, Debug)]
pub(super) struct Trial {
    /// How many unions are being tried around here.
    level: usize,
    /// How many values may still be read in trials.
    left: usize,
    pub(super) noted: Noted,
    /// Whether a value was taken unseen.
    is_blind: bool,
}

/// What has been noted of a body at some time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Noted {
    /// How many deviations there are.
    pub(super) deviations: usize,
    /// How many values have been read that no document names.
    pub(super) unnamed: usize,
    /// How many values are in what fits no variant.
    pub(super) unfit: usize,
}

impl Default for Trial {
    fn default() -> Self {
        Self { level: 0, left: VALUES, noted: Noted::default(), is_blind: false }
    }
}

impl Trial {
    /// Notes that a value is read as it is; nobody asks outside of trials.
    pub(super) fn note_unnamed(&mut self, value: &Value) {
        if self.level > 0 {
            self.noted.unnamed += size(value).max(1);
        }
    }
}

/// How well a variant fits, better first: what it changes and what deviates, what it has no name for,
/// and its number.
type Fit = (usize, usize, usize);

/// Becomes the variant that the value is, or keeps the value as it is and notes that.
pub(super) fn decode(union: &mut dyn Union, value: Value, at: &mut Decoder) {
    if at.has_failed() {
        return;
    }
    let is_read = match candidates(union, &value) {
        Candidates::Named(only) => try_one(union, only, &value, at).is_some(),
        Candidates::Several(_) if at.trial.level >= LEVELS => {
            at.trial.is_blind = true;
            return union.keep(value);
        }
        Candidates::Several(several) => try_all(union, &several, &value, at),
    };
    if !is_read {
        at.trial.noted.unfit += size(&value).max(1);
        union.keep(value);
        at.deviation(EXPECTED, "another value");
    }
}

/// The variants that a value may be.
enum Candidates {
    /// The one for the text of its discriminator.
    Named(usize),
    Several(Vec<usize>),
}

/// Those for the text of the value's discriminator, else those without one; all where it has none.
fn candidates(union: &dyn Union, value: &Value) -> Candidates {
    let of = |wanted: &dyn Fn(Tags) -> bool| -> Vec<usize> {
        let numbered = union.tags().iter().enumerate();
        numbered.filter(|(_, tags)| wanted(tags)).map(|(number, _)| number).collect()
    };
    let Some(text) = value.get(union.discriminator()).and_then(Value::as_str) else {
        return Candidates::Several(of(&|_| true));
    };
    match of(&|tags| tags.contains(&text)).as_slice() {
        [] => Candidates::Several(of(&|tags| tags.is_empty())),
        [only] => Candidates::Named(*only),
        several => Candidates::Several(several.to_vec()),
    }
}

/// Reads the value as a variant, and says what was noted. After an error nothing has been.
fn try_one(
    union: &mut dyn Union,
    variant: usize,
    value: &Value,
    at: &mut Decoder,
) -> Option<Noted> {
    let before = at.noted();
    union.choose(variant).decode(value.clone(), at);
    if at.has_failed() {
        at.forget(before);
        return None;
    }
    let after = at.noted();
    Some(Noted {
        deviations: after.deviations - before.deviations,
        unnamed: after.unnamed - before.unnamed,
        unfit: after.unfit - before.unfit,
    })
}

/// Reads the value as each of the variants until one fits exactly, and in the end as the one that
/// fits best; false if none keeps anything of it.
fn try_all(union: &mut dyn Union, variants: &[usize], value: &Value, at: &mut Decoder) -> bool {
    let (size, before) = (size(value).max(1), at.noted());
    let mut best: Option<Fit> = None;
    for variant in variants {
        let Some(left) = at.trial.left.checked_sub(size) else { break };
        at.trial.left = left;
        let (tried, is_blind) = within(at, |at| try_one(union, *variant, value, at));
        let Some(Noted { deviations, unnamed, unfit }) = tried else { continue };
        let lost = unfit + lost(value, Some(&union.variant().2.encode()));
        if (lost, deviations, unnamed, is_blind) == (0, 0, 0, false) {
            return true;
        }
        at.forget(before);
        if lost < size {
            best = best.into_iter().chain([(lost + deviations, unnamed, *variant)]).min();
        }
    }
    best.is_some_and(|(_, _, variant)| try_one(union, variant, value, at).is_some())
}

/// Does something in a trial, and says whether a value was taken unseen.
fn within<T>(at: &mut Decoder, what: impl FnOnce(&mut Decoder) -> T) -> (T, bool) {
    let was_blind = std::mem::take(&mut at.trial.is_blind);
    at.trial.level += 1;
    let done = what(at);
    at.trial.level -= 1;
    (done, std::mem::replace(&mut at.trial.is_blind, was_blind))
}

/// How many values there are in one: itself, or those in it that are neither lists nor objects.
fn size(value: &Value) -> usize {
    match value {
        Value::Null => 0,
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(object) => object.values().map(size).sum(),
        _ => 1,
    }
}

/// How many of the values in one are not in the other. A number is the same as its text, and null the
/// same as nothing.
fn lost(was: &Value, is: Option<&Value>) -> usize {
    match (was, is) {
        (Value::Object(was), Some(Value::Object(is))) => {
            was.iter().map(|(key, value)| lost(value, is.get(key))).sum()
        }
        (Value::Array(was), Some(Value::Array(is))) => {
            was.iter().enumerate().map(|(index, value)| lost(value, is.get(index))).sum()
        }
        (Value::Object(_) | Value::Array(_) | Value::Null, _) => size(was),
        (_, Some(is)) => usize::from(!is_same(was, is)),
        (_, None) => 1,
    }
}

fn is_same(was: &Value, is: &Value) -> bool {
    let number = |value: &Value| match value {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_f64(),
    };
    let is_number = was.is_number() || is.is_number();
    was == is || is_number && number(was).is_some_and(|it| number(is) == Some(it))
}
