//! Values from JSON, as tolerant as can be without inventing anything.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde_json::{Number, Value};

use super::decode_number::EXACT;
use super::decoder::{Decoder, kind};

/// A type that can be read from a JSON value.
///
/// A value that breaks its schema still arrives where its meaning is plain: a number sent as text,
/// text sent as a number. Each such case is noted as a [`Deviation`](super::Deviation). Where nothing
/// can be made of a value, the decoder is told so and gives out nothing of the whole body: see
/// [`Decoder::read`].
pub trait Decode {
    /// What stands for a value before it is read; it never leaves a decoder that was told of an error.
    fn placeholder() -> Self
    where
        Self: Sized;

    /// Becomes `value`, which stands at the decoder's current path.
    fn decode(&mut self, value: Value, at: &mut Decoder);

    /// Becomes what a property is that the body lacks: an error, unless the type has a value for it,
    /// as `Option` has.
    fn absent(&mut self, at: &mut Decoder) {
        at.error("a value", "nothing");
    }
}

impl Decode for Value {
    fn placeholder() -> Self {
        Self::Null
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        at.trial.note_unnamed(&value);
        *self = value;
    }
}

/// Any value is accepted and ignored.
impl Decode for () {
    fn placeholder() -> Self {}

    fn decode(&mut self, _: Value, _: &mut Decoder) {}

    fn absent(&mut self, _: &mut Decoder) {}
}

/// `null` and an absent property are `None`.
impl<T: Decode> Decode for Option<T> {
    fn placeholder() -> Self {
        None
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        if !value.is_null() {
            self.insert(T::placeholder()).decode(value, at);
        }
    }

    fn absent(&mut self, _: &mut Decoder) {}
}

/// A type that requires itself has no finite value, so making its placeholder panics.
impl<T: Decode> Decode for Box<T> {
    fn placeholder() -> Self {
        let _nested = Nested::enter();
        Self::new(T::placeholder())
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        (**self).decode(value, at);
    }

    fn absent(&mut self, at: &mut Decoder) {
        (**self).absent(at);
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn placeholder() -> Self {
        Self::new()
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        let Value::Array(values) = value else {
            return at.error("an array", kind(&value));
        };
        for value in values {
            at.enter_index(self.len());
            let mut item = T::placeholder();
            item.decode(value, at);
            self.push(item);
            at.leave();
        }
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn placeholder() -> Self {
        Self::new()
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        let Value::Object(object) = value else {
            return at.error("an object", kind(&value));
        };
        let unnamed = at.trial.noted.unnamed + object.len();
        for (key, value) in object {
            at.enter_key(&key);
            self.entry(key).or_insert_with(T::placeholder).decode(value, at);
            at.leave();
        }
        at.trial.noted.unnamed = at.trial.noted.unnamed.max(unnamed);
    }
}

/// Anything but `null` arrives, if need be as its JSON text.
impl Decode for String {
    fn placeholder() -> Self {
        Self::new()
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        match value {
            Value::String(text) => *self = text,
            Value::Null => at.error("a string", "null"),
            Value::Number(number) if is_rounded(&number) => {
                at.error("a string", "a number too long to be read without a loss");
            }
            other => {
                at.deviation("a string", kind(&other));
                *self = other.to_string();
            }
        }
    }
}

/// Whether digits of a number may have been lost: whole numbers are exact up to 2⁵³ as an `f64`.
fn is_rounded(number: &Number) -> bool {
    number.is_f64() && number.as_f64().is_some_and(|it| it.abs() > EXACT)
}

/// `"true"` and `"false"` are accepted too.
impl Decode for bool {
    fn placeholder() -> Self {
        false
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        match &value {
            Value::Bool(truth) => *self = *truth,
            Value::String(text) if text == "true" || text == "false" => {
                *self = text == "true";
                at.deviation("a boolean", "a string");
            }
            other => at.error("a boolean", kind(other)),
        }
    }
}

/// How many required boxes may stand in one another: more than any type needs that has a value.
const NESTED: usize = 100;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// Lives while the placeholder in a box is made.
struct Nested;

impl Nested {
    fn enter() -> Self {
        assert!(DEPTH.get() < NESTED, "a type requires itself and has no value");
        DEPTH.set(DEPTH.get() + 1);
        Self
    }
}

impl Drop for Nested {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}
