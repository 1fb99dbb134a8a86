//! Values to JSON.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A type that can be written as a JSON value.
pub trait Encode {
    /// The value as JSON. A number that JSON cannot express, such as NaN, becomes `null`.
    fn encode(&self) -> Value;

    /// Whether a property with this value is left out of its object.
    fn is_absent(&self) -> bool {
        false
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn encode(&self) -> Value {
        (**self).encode()
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self) -> Value {
        (**self).encode()
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

/// `None` is `null`, or in an object no property at all.
impl<T: Encode> Encode for Option<T> {
    fn encode(&self) -> Value {
        match self {
            Some(value) => value.encode(),
            None => Value::Null,
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self) -> Value {
        Value::Array(self.iter().map(T::encode).collect())
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self) -> Value {
        let mut object = Map::new();
        for (key, value) in self {
            object.insert(key.clone(), value.encode());
        }
        Value::Object(object)
    }
}

impl Encode for Value {
    fn encode(&self) -> Value {
        self.clone()
    }
}

impl Encode for () {
    fn encode(&self) -> Value {
        Value::Null
    }
}

impl Encode for str {
    fn encode(&self) -> Value {
        Value::from(self)
    }
}

impl Encode for String {
    fn encode(&self) -> Value {
        Value::from(self.as_str())
    }
}

macro_rules! encode_scalar {
    ($($scalar:ty),*) => {
        $(impl Encode for $scalar {
            fn encode(&self) -> Value {
                Value::from(*self)
            }
        })*
    };
}

encode_scalar!(bool, i32, i64, u64, f64);
