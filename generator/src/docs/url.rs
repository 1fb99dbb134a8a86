//! Takes text, gives the place of the first bare URL in it.

use std::ops::Range;

/// Characters that end a sentence rather than a URL.
const TRAILING: [char; 10] = ['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~'];

/// Where the first http or https URL stands that rustdoc would call bare.
///
/// Its host has a dot; `http://localhost` is left alone, as rustdoc leaves it.
pub(super) fn find(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(found) = text[from..].find("http") {
        let start = from + found;
        let prefix = prefix(&text[start..]);
        let extent = extent(&text[start + prefix..]);
        let body = text[start + prefix..][..extent].trim_end_matches(TRAILING);
        if prefix > 0 && body.contains('.') {
            return Some(start..start + prefix + body.len());
        }
        // Without a dot in it, no later start within the extent can be a URL either.
        from = start + prefix + if prefix > 0 { extent } else { "http".len() };
    }
    None
}

/// How many bytes of the text are `http://` or `https://`.
fn prefix(text: &str) -> usize {
    let prefixes = ["http://", "https://"];
    let found = prefixes.iter().find(|prefix| text.starts_with(**prefix));
    found.map_or(0, |prefix| prefix.len())
}

/// Up to the first character that no URL has, or the first bracket that closes none of its own.
fn extent(text: &str) -> usize {
    let mut open = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '{' => open += 1,
            ')' | ']' | '}' if open == 0 => return at,
            ')' | ']' | '}' => open -= 1,
            '<' | '>' | '"' | '`' | '\\' | '^' | '|' => return at,
            c if !c.is_ascii_graphic() => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_url_ends_where_the_sentence_goes_on() {
        for (text, url) in [
            ("see https://a.b/c_d.", "https://a.b/c_d"),
            ("(https://a.b)", "https://a.b"),
            ("https://a.b/(c)?d[e]=f, g", "https://a.b/(c)?d[e]=f"),
            ("http https:// http://a.b", "http://a.b"),
            ("'https://a.b/{id}/c'", "https://a.b/{id}/c"),
            ("见https://a.b。", "https://a.b"),
        ] {
            assert_eq!(find(text).map(|range| &text[range]), Some(url));
        }
    }

    #[test]
    fn no_url_is_seen_where_none_is() {
        for text in ["", "http", "https://", "http://localhost:80", "ftp://a.b"] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
