//! Numbers from JSON, also those that a server sends as text.

use serde_json::{Number, Value};

use super::decode::Decode;
use super::decoder::{DecodeError, Decoder, kind};

const INTEGER: &str = "an integer";
const NUMBER: &str = "a number";
const OUT_OF_RANGE: &str = "a number outside its range";

/// The largest magnitude up to which every whole `f64` is exact: 2⁵³.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Decode for f64 {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        let number = match &value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => parse(text).and_then(|number| number.as_f64()),
            _ => None,
        };
        let Some(number) = number else {
            return Err(at.error(NUMBER, kind(&value)));
        };
        if value.is_string() {
            at.deviation(NUMBER, "a string");
        }
        Ok(number)
    }
}

impl Decode for i64 {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        let number = integer(value, at)?;
        number.as_i64().ok_or_else(|| at.error("an integer of 64 bits", OUT_OF_RANGE))
    }
}

impl Decode for u64 {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        let number = integer(value, at)?;
        number.as_u64().ok_or_else(|| at.error("an unsigned integer of 64 bits", OUT_OF_RANGE))
    }
}

impl Decode for i32 {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, DecodeError> {
        let number = integer(value, at)?;
        number
            .as_i64()
            .and_then(|number| Self::try_from(number).ok())
            .ok_or_else(|| at.error("an integer of 32 bits", OUT_OF_RANGE))
    }
}

/// The whole number that a value stands for: `12`, and with a deviation `12.0`, `"12"`, `"12.0"`.
fn integer(value: Value, at: &mut Decoder) -> Result<Number, DecodeError> {
    let found = kind(&value);
    let number = match value {
        Value::Number(number) => Some(number),
        Value::String(text) => parse(&text),
        _ => None,
    };
    let Some(number) = number else {
        return Err(at.error(INTEGER, found));
    };
    if number.is_f64() || found == "a string" {
        at.deviation(INTEGER, found);
    }
    match number.as_f64() {
        Some(float) if number.is_f64() => whole(float, at),
        _ => Ok(number),
    }
}

/// The integer that a float is, if its fraction is zero and no digit was lost.
fn whole(float: f64, at: &Decoder) -> Result<Number, DecodeError> {
    if float.fract() != 0.0 {
        return Err(at.error(INTEGER, "a number with a fraction"));
    }
    if float.abs() > EXACT {
        return Err(at.error(INTEGER, OUT_OF_RANGE));
    }
    Ok(Number::from(float as i64))
}

/// A text that is a JSON number as it stands.
fn parse(text: &str) -> Option<Number> {
    serde_json::from_str(text.trim()).ok()
}
