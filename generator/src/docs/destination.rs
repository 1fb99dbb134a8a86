//! Takes the target of a link, gives it as it may stand between the parentheses of a link.

/// The target if a reader may be sent there: http and https alone.
pub(super) fn destination(target: &str) -> Option<String> {
    let target = target.trim();
    let allowed = ["http://", "https://"].iter().any(|scheme| {
        let start = target.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && target.len() > scheme.len()
    });
    allowed.then(|| encode(target))
}

/// Percent-encodes (RFC 3986, section 2.1) what would end the target or begin other Markdown.
fn encode(target: &str) -> String {
    let mut out = String::with_capacity(target.len());
    for (at, c) in target.char_indices() {
        match c {
            '<' | '>' | '(' | ')' | '\\' | '|' | '`' | ' ' | '"' | '\'' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            '&' if begins_entity(&target[at..]) => out.push_str("&amp;"),
            c if c.is_whitespace() || super::is_unwanted(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Whether `&…` would be read as a character reference (CommonMark 0.31, section 2.5).
fn begins_entity(text: &str) -> bool {
    let body = text[1..].trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    body.starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::destination;

    #[test]
    fn only_web_targets_are_kept() {
        assert_eq!(destination("https://a.b/c").as_deref(), Some("https://a.b/c"));
        assert_eq!(destination("HTTP://a").as_deref(), Some("HTTP://a"));
        for target in ["#a", "/a", "a.html", "javascript:x", "http://", "é", "//a.b"] {
            assert_eq!(destination(target), None, "{target}");
        }
    }

    #[test]
    fn a_target_cannot_end_its_link() {
        let target = destination("http://a/(b)<c>`d \u{202e}\n|?x=1&y=2&amp;z");
        let encoded = "http://a/%28b%29%3Cc%3E%60d%20%7C?x=1&y=2&amp;amp;z";
        assert_eq!(target.as_deref(), Some(encoded));
    }
}
