//! Numbers from JSON, also those that a server sends as text.

use serde_json::{Number, Value};

use super::decode::Decode;
use super::decoder::{Decoder, kind};

const INTEGER: &str = "an integer";
const NUMBER: &str = "a number";
const OUT_OF_RANGE: &str = "a number outside its range";

/// The largest magnitude up to which every whole `f64` is exact: 2⁵³.
pub(super) const EXACT: f64 = 9_007_199_254_740_992.0;

impl Decode for f64 {
    fn placeholder() -> Self {
        0.0
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        let number = match &value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => parse(text).and_then(|number| number.as_f64()),
            _ => None,
        };
        match number {
            Some(number) => *self = number,
            None => return at.error(NUMBER, kind(&value)),
        }
        if value.is_string() {
            at.deviation(NUMBER, "a string");
        }
    }
}

impl Decode for i64 {
    fn placeholder() -> Self {
        0
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        match integer(value, at).as_i64() {
            Some(number) => *self = number,
            None => at.error("an integer of 64 bits", OUT_OF_RANGE),
        }
    }
}

impl Decode for u64 {
    fn placeholder() -> Self {
        0
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        match integer(value, at).as_u64() {
            Some(number) => *self = number,
            None => at.error("an unsigned integer of 64 bits", OUT_OF_RANGE),
        }
    }
}

impl Decode for i32 {
    fn placeholder() -> Self {
        0
    }

    fn decode(&mut self, value: Value, at: &mut Decoder) {
        match integer(value, at).as_i64().map(Self::try_from) {
            Some(Ok(number)) => *self = number,
            _ => at.error("an integer of 32 bits", OUT_OF_RANGE),
        }
    }
}

/// The whole number that a value stands for: `12`, and with a deviation `12.0`, `"12"`, `"12.0"`.
/// After an error it is zero.
fn integer(value: Value, at: &mut Decoder) -> Number {
    let found = kind(&value);
    let number = match value {
        Value::Number(number) => Some(number),
        Value::String(text) => parse(&text),
        _ => None,
    };
    let Some(number) = number else {
        at.error(INTEGER, found);
        return Number::from(0);
    };
    if number.is_f64() || found == "a string" {
        at.deviation(INTEGER, found);
    }
    match number.as_f64() {
        Some(float) if number.is_f64() => whole(float, at),
        _ => number,
    }
}

/// The integer that a float is, if its fraction is zero and no digit was lost.
fn whole(float: f64, at: &mut Decoder) -> Number {
    if float.fract() != 0.0 {
        at.error(INTEGER, "a number with a fraction");
    } else if float.abs() > EXACT {
        at.error(INTEGER, OUT_OF_RANGE);
    }
    Number::from(float as i64)
}

/// A text that is a JSON number as it stands.
fn parse(text: &str) -> Option<Number> {
    serde_json::from_str(text.trim()).ok()
}
