//! The `Link` header of a response (RFC 8288).

use http::HeaderMap;
use http::header::LINK;

/// The target of the first link to the next of a series, as it is written.
pub(super) fn next(headers: &HeaderMap) -> Option<&str> {
    headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok()).find_map(next_of)
}

fn next_of(mut rest: &str) -> Option<&str> {
    while let Some((_, after)) = rest.split_once('<') {
        let (target, after) = after.split_once('>')?;
        let (parameters, others) = split(after, ',');
        if is_next(parameters) {
            return Some(target);
        }
        rest = others;
    }
    None
}

/// Whether `next` is among the relations that parameters name.
fn is_next(mut parameters: &str) -> bool {
    while !parameters.is_empty() {
        let (parameter, others) = split(parameters, ';');
        parameters = others;
        let Some((name, value)) = parameter.split_once('=') else { continue };
        if name.trim().eq_ignore_ascii_case("rel") {
            let mut relations = value.trim().trim_matches('"').split_ascii_whitespace();
            return relations.any(|relation| relation.eq_ignore_ascii_case("next"));
        }
    }
    false
}

/// What stands before the first of these marks that is in no quoted string, and behind it.
fn split(text: &str, mark: char) -> (&str, &str) {
    let (mut quoted, mut escaped) = (false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            other if other == mark && !quoted => {
                return (&text[..at], &text[at + mark.len_utf8()..]);
            }
            _ => {}
        }
    }
    (text, "")
}
