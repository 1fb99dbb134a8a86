//! Values from JSON, as tolerant as can be without inventing anything.

use std::collections::BTreeMap;

use serde_json::Value;

use super::decoder::{DecodeError, Decoder, kind};

/// A type that can be read from a JSON value.
///
/// A value that breaks its schema still arrives where its meaning is plain: a number sent as text,
/// text sent as a number. Each such case is noted as a [`Deviation`](super::Deviation).
pub trait Decode: Sized {
    /// Reads `value`, which stands at the decoder's current path.
    ///
    /// # Errors
    /// When nothing can be made of the value.
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError>;

    /// What a property that the body lacks becomes.
    ///
    /// # Errors
    /// Always, unless the type has a value for it, as `Option` has.
    fn absent(at: &mut Decoder) -> Result<Self, DecodeError> {
        Err(at.error("a value", "nothing"))
    }
}

impl Decode for Value {
    fn decode(value: Value, _: &mut Decoder) -> Result<Self, DecodeError> {
        Ok(value)
    }
}

/// Any value is accepted and ignored.
impl Decode for () {
    fn decode(_: Value, _: &mut Decoder) -> Result<Self, DecodeError> {
        Ok(())
    }

    fn absent(_: &mut Decoder) -> Result<Self, DecodeError> {
        Ok(())
    }
}

/// `null` and an absent property are `None`.
impl<T: Decode> Decode for Option<T> {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        if value.is_null() {
            return Ok(None);
        }
        T::decode(value, at).map(Some)
    }

    fn absent(_: &mut Decoder) -> Result<Self, DecodeError> {
        Ok(None)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        T::decode(value, at).map(Self::new)
    }

    fn absent(at: &mut Decoder) -> Result<Self, DecodeError> {
        T::absent(at).map(Self::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        let Value::Array(values) = value else {
            return Err(at.error("an array", kind(&value)));
        };
        let mut items = Self::with_capacity(values.len());
        for (index, value) in values.into_iter().enumerate() {
            at.enter_index(index);
            items.push(T::decode(value, at)?);
            at.leave();
        }
        Ok(items)
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        let Value::Object(object) = value else {
            return Err(at.error("an object", kind(&value)));
        };
        let mut map = Self::new();
        for (key, value) in object {
            at.enter_key(&key);
            let value = T::decode(value, at)?;
            at.leave();
            map.insert(key, value);
        }
        Ok(map)
    }
}

/// Anything but `null` arrives, if need be as its JSON text.
impl Decode for String {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        match value {
            Value::String(text) => Ok(text),
            Value::Null => Err(at.error("a string", "null")),
            other => {
                at.deviation("a string", kind(&other));
                Ok(other.to_string())
            }
        }
    }
}

/// `"true"` and `"false"` are accepted too.
impl Decode for bool {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        let truth = match &value {
            Value::Bool(truth) => return Ok(*truth),
            Value::String(text) if text == "true" => true,
            Value::String(text) if text == "false" => false,
            other => return Err(at.error("a boolean", kind(other))),
        };
        at.deviation("a boolean", "a string");
        Ok(truth)
    }
}
