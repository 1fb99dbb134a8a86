//! Whether a value of the document satisfies its schema: many an example does not.

use regex::Regex;
use serde_json::Value;

use super::keywords::Keywords;
use crate::lower::context::Context;
use crate::lower::object::{ObjectShape, Rest};
use crate::lower::shape::{Shape, shape};
use crate::lower::site::{Site, Written};

/// Whether a value satisfies the schema at a site. What is not understood is satisfied.
pub fn satisfies(cx: &Context<'_>, site: &Site<'_>, value: &Value) -> bool {
    let keywords = Keywords::of(site);
    if value.is_null() {
        return site.nullable();
    }
    let values = keywords.values();
    if !values.is_empty() && !values.contains(value) {
        return false;
    }
    match (shape(cx, site), value) {
        (Shape::Text { .. }, Value::String(text)) => text_satisfies(&keywords, text),
        (Shape::Integer { .. }, Value::Number(number)) => {
            number.is_i64() && in_range(&keywords, number.as_f64())
        }
        (Shape::Number, Value::Number(number)) => in_range(&keywords, number.as_f64()),
        (Shape::Boolean, Value::Bool(_)) | (Shape::Array(None), Value::Array(_)) => true,
        (Shape::Array(Some((items, pointer))), Value::Array(values)) => {
            has_length(&keywords, "minItems", "maxItems", values.len())
                && values.iter().all(|value| written_satisfies(cx, items, &pointer, value))
        }
        (Shape::Object(object), Value::Object(properties)) => {
            let has = |wire: &str| properties.contains_key(wire);
            required(&object).all(has)
                && properties.iter().all(|(wire, value)| has_place(cx, &object, wire, value))
        }
        (Shape::Any(_), _) => true,
        _ => false,
    }
}

/// The names of the properties that must be there.
pub fn required<'o, 'a>(
    object: &'o ObjectShape<'a>,
) -> impl Iterator<Item = &'a str> + use<'o, 'a> {
    object.properties.iter().map(|it| it.wire).filter(|wire| object.requires(wire))
}

fn has_place(cx: &Context<'_>, object: &ObjectShape<'_>, wire: &str, value: &Value) -> bool {
    match (object.properties.iter().find(|it| it.wire == wire), &object.rest) {
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

fn text_satisfies(keywords: &Keywords, text: &str) -> bool {
    let pattern = keywords.text("pattern");
    let fits = |pattern: &str| Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(text));
    has_length(keywords, "minLength", "maxLength", text.chars().count())
        && (pattern.is_empty() || fits(pattern))
        && has_format(keywords.text("format"), text)
}

/// Whether a text has the form that its format asks for, where tests would notice.
fn has_format(format: &str, text: &str) -> bool {
    let is_date = |text: &str| {
        let shape: String =
            text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        shape == "0000-00-00"
    };
    match format {
        "date" => is_date(text),
        "date-time" => {
            let time = text.get(10..).unwrap_or_default();
            text.get(..10).is_some_and(is_date) && time.starts_with('T') && time.ends_with('Z')
        }
        "uri" | "url" => text.contains("://") && !text.contains([' ', '{', '}']),
        "email" => text.contains('@'),
        _ => true,
    }
}

fn in_range(keywords: &Keywords, number: Option<f64>) -> bool {
    let (least, greatest) = keywords.range(f64::EPSILON);
    number.is_some_and(|number| least <= number && number <= greatest)
}

fn has_length(keywords: &Keywords, least: &str, greatest: &str, length: usize) -> bool {
    keywords.count(least).unwrap_or_default() <= length
        && length <= keywords.count(greatest).unwrap_or(usize::MAX)
}
