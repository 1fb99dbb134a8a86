//! Values as the text of a parameter or of a form field.

use std::borrow::Cow;

use serde_json::Value;

use super::encode::Encode;

/// A type that can be sent in a path, a query, a header or a form.
///
/// A boolean is `true` or `false`; an `f64` the shortest decimal number that reads as the same, never
/// with an exponent; an object its JSON text.
pub trait Param: Encode {
    /// The value as text, before any escaping: a JSON string is its bare text, anything else is JSON.
    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(bare(self.encode()))
    }

    /// Why the value cannot be sent, if it cannot.
    fn fault(&self) -> Option<&'static str> {
        None
    }
}

impl<T: Param + ?Sized> Param for &T {
    fn text(&self) -> Cow<'_, str> {
        (**self).text()
    }

    fn fault(&self) -> Option<&'static str> {
        (**self).fault()
    }
}

impl Param for str {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Param for String {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Param for bool {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(if *self { "true" } else { "false" })
    }
}

macro_rules! number_param {
    ($($number:ty),*) => {
        $(impl Param for $number {
            fn text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        })*
    };
}

number_param!(i32, i64, u64, f64);

impl Param for Value {}

fn bare(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// Several values in one text, with commas between them (OpenAPI, `explode: false`).
pub fn joined<P: Param>(values: impl IntoIterator<Item = P>) -> impl Param {
    delimited(',', values)
}

/// Several values in one text, with this between them (OpenAPI, `spaceDelimited`, `pipeDelimited`).
pub fn delimited<P: Param>(delimiter: char, values: impl IntoIterator<Item = P>) -> impl Param {
    let mut joined = Joined { text: String::new(), fault: None };
    for (index, value) in values.into_iter().enumerate() {
        if index > 0 {
            joined.text.push(delimiter);
        }
        joined.text.push_str(&value.text());
        joined.fault = joined.fault.or(value.fault());
    }
    joined
}

/// It cannot be sent if one of the values cannot.
struct Joined {
    text: String,
    fault: Option<&'static str>,
}

impl Encode for Joined {
    fn encode(&self) -> Value {
        self.text.encode()
    }
}

impl Param for Joined {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.text)
    }

    fn fault(&self) -> Option<&'static str> {
        self.fault
    }
}

/// Values that are given as any kind of text.
pub fn texts(values: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
    many(values)
}

/// Values that are given as whatever becomes a `T`.
pub fn many<T>(values: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    values.into_iter().map(Into::into).collect()
}
