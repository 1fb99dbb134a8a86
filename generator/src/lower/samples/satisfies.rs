//! Whether a value of the document satisfies its schema: many an example does not.

use std::collections::BTreeSet;

use serde_json::Value;

use super::keywords::Keywords;
use crate::lower::context::Context;
use crate::lower::object::{ObjectShape, Rest};
use crate::lower::shape::{Shape, shape};
use crate::lower::site::{Site, Written};

/// Whether a value satisfies the schema at a site. What is not understood is satisfied.
pub fn satisfies(cx: &Context<'_>, site: &Site<'_>, value: &Value) -> bool {
    is_of(cx, site, value, &mut BTreeSet::new())
}

/// As [`satisfies`], where the value has been held against some unions, by their places: one that comes
/// again, as a member of itself, has nothing new to say.
fn is_of(cx: &Context<'_>, site: &Site<'_>, value: &Value, tried: &mut BTreeSet<String>) -> bool {
    let keywords = Keywords::of(site);
    if value.is_null() {
        return site.nullable();
    }
    let values = keywords.values();
    if !values.is_empty() && !values.contains(value) {
        return false;
    }
    match (shape(cx, site), value) {
        (Shape::Text { .. }, Value::String(text)) => text_satisfies(cx, &keywords, text),
        (Shape::Integer { .. }, Value::Number(number)) => {
            number.is_i64() && in_range(&keywords, number.as_f64())
        }
        (Shape::Number, Value::Number(number)) => in_range(&keywords, number.as_f64()),
        (Shape::Boolean, Value::Bool(_)) | (Shape::Array(None), Value::Array(_)) => true,
        (Shape::Array(Some((items, pointer))), Value::Array(values)) => {
            has_length(&keywords, "minItems", "maxItems", values.len())
                && values.iter().all(|value| written_satisfies(cx, items, &pointer, value))
        }
        (Shape::Tuple(positions), Value::Array(values)) => {
            let mut pairs = positions.iter().zip(values);
            positions.len() == values.len()
                && pairs.all(|((written, at), value)| written_satisfies(cx, *written, at, value))
        }
        (Shape::Object(object), Value::Object(properties)) => {
            let has = |wire: &str| properties.contains_key(wire);
            required(&object).all(has)
                && properties.iter().all(|(wire, value)| has_place(cx, &object, wire, value))
        }
        (Shape::Union(union), value) => {
            let is_new = union.base.is_none() && tried.insert(site.place().to_owned());
            let sites = if is_new { union.sites(cx, site.place()) } else { Vec::new() };
            union.base.is_some() || sites.iter().any(|it| is_of(cx, it, value, tried))
        }
        (Shape::Any(_), _) => true,
        _ => false,
    }
}

/// The names of the properties that must be there.
pub fn required<'o, 'a>(
    object: &'o ObjectShape<'a>,
) -> impl Iterator<Item = &'a str> + use<'o, 'a> {
    object.properties.keys().copied().filter(|wire| object.requires(wire))
}

fn has_place(cx: &Context<'_>, object: &ObjectShape<'_>, wire: &str, value: &Value) -> bool {
    match (object.properties.get(wire), &object.rest) {
        (Some(property), _) => written_satisfies(cx, property.written, &property.pointer, value),
        (None, Rest::Like(written, pointer)) => written_satisfies(cx, *written, pointer, value),
        (None, Rest::Anything) => true,
        // A property that nobody describes may be a mistake.
        (None, Rest::Unsaid) => object.properties.is_empty(),
    }
}

fn written_satisfies<'a>(
    cx: &Context<'a>,
    written: Written<'a>,
    pointer: &str,
    value: &Value,
) -> bool {
    Site::follow(cx, written, pointer).is_none_or(|site| satisfies(cx, &site, value))
}

fn text_satisfies(cx: &Context<'_>, keywords: &Keywords, text: &str) -> bool {
    let pattern = keywords.text("pattern");
    has_length(keywords, "minLength", "maxLength", text.chars().count())
        && (pattern.is_empty() || cx.patterns.fits(pattern, text))
        && has_format(keywords.text("format"), text)
}

/// Whether a text has the form that its format asks for, where servers look at it (RFC 3339, section
/// 5.6; RFC 3986, section 3.1).
fn has_format(format: &str, text: &str) -> bool {
    match format {
        "date" => is_date(text),
        "date-time" => {
            text.split_once('T').is_some_and(|(date, time)| is_date(date) && is_time(time))
        }
        "uri" | "url" => text.contains("://") && !text.contains([' ', '{', '}']),
        "email" => text.contains('@'),
        _ => true,
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let (year, month, day) = (number(year, 4), number(month, 2), number(day, 2));
    let last = match (year, month) {
        (Some(year), Some(2)) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        (Some(_), Some(2)) => 28,
        (Some(_), Some(4 | 6 | 9 | 11)) => 30,
        (Some(_), Some(1..=12)) => 31,
        _ => return false,
    };
    day.is_some_and(|day| (1..=last).contains(&day))
}

fn is_time(text: &str) -> bool {
    let hour = text.get(..2).and_then(|it| number(it, 2));
    let minute = text.get(3..5).and_then(|it| number(it, 2));
    let second = text.get(6..8).and_then(|it| number(it, 2));
    let rest = text.get(8..).unwrap_or_default();
    let zone = rest.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let has_zone = zone == "Z" || (zone.len() == 6 && zone.starts_with(['+', '-']));
    hour.is_some_and(|it| it < 24)
        && minute.is_some_and(|it| it < 60)
        && second.is_some_and(|it| it < 60)
        && has_zone
}

/// The number that so many digits are.
fn number(digits: &str, length: usize) -> Option<u32> {
    let plain = digits.len() == length && digits.bytes().all(|it| it.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

fn in_range(keywords: &Keywords, number: Option<f64>) -> bool {
    let (least, greatest) = keywords.range(f64::EPSILON);
    number.is_some_and(|number| least <= number && number <= greatest)
}

fn has_length(keywords: &Keywords, least: &str, greatest: &str, length: usize) -> bool {
    keywords.count(least).unwrap_or_default() <= length
        && length <= keywords.count(greatest).unwrap_or(usize::MAX)
}
