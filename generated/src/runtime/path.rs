//! Path templates (OpenAPI, Path Templating) and the values that go into them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::fault::Fault;
use super::pairs::Pair;

/// All but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

const NOT_GIVEN: &str = "has no value, neither in the call nor in the client";
const NOT_A_SEGMENT: &str = "must not be empty, `.` or `..`";

/// What goes into a template, percent-encoded: what the call was given, else what the client has for all
/// calls.
pub(super) struct Values<'v> {
    pub(super) own: &'v [Pair],
    pub(super) defaults: &'v [Pair],
}

/// The path that a template makes with these values; each segment of the template stays one segment.
///
/// A value that is empty, `.` or `..` is refused: URL parsers drop such a segment or climb with it,
/// however it is encoded.
pub(super) fn expand(template: &'static str, values: &Values<'_>) -> Result<String, Fault> {
    let mut path = String::new();
    for segment in template.trim_start_matches('/').split('/') {
        path.push('/');
        path.push_str(&fill(segment, values)?);
    }
    Ok(path)
}

fn fill(template: &'static str, values: &Values<'_>) -> Result<String, Fault> {
    let mut segment = String::new();
    let mut rest = template;
    while let Some((before, name, after)) = next_parameter(rest) {
        segment.push_str(before);
        segment.push_str(text(name, values)?);
        rest = after;
    }
    segment.push_str(rest);
    Ok(segment)
}

/// What stands before, in and after the first pair of braces.
fn next_parameter(template: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn text<'v>(name: &'static str, values: &Values<'v>) -> Result<&'v str, Fault> {
    let mut given = values.own.iter().chain(values.defaults);
    let Some((_, value)) = given.find(|pair| pair.0 == name) else {
        return Err(Fault::new(name, NOT_GIVEN));
    };
    if matches!(value.as_str(), "" | "." | "..") {
        return Err(Fault::new(name, NOT_A_SEGMENT));
    }
    Ok(value.as_str())
}

/// A value as it stands in a segment.
pub(super) fn encoded(value: &str) -> String {
    utf8_percent_encode(value, RESERVED).to_string()
}
