//! Paths that are like a pattern: `*` is anything within a segment, `**` anything.

/// Whether a path is like the pattern.
pub(super) fn is_like(path: &str, pattern: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return path == pattern };
    let Some(rest) = path.strip_prefix(before) else { return false };
    let (after, end) = match after.strip_prefix('*') {
        Some(after) => (after, rest.len()),
        None => (after, rest.find('/').unwrap_or(rest.len())),
    };
    let mut ends = (0..=end).filter(|end| rest.is_char_boundary(*end));
    ends.any(|end| is_like(&rest[end..], after))
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn one_star_stays_in_its_segment_and_two_do_not() {
        for (path, pattern, expected) in [
            ("/books", "/books", true),
            ("/books/{id}", "/books", false),
            ("/books/{id}", "/books/*", true),
            ("/books/{id}/pages", "/books/*", false),
            ("/books/{id}/pages", "/books/*/pages", true),
            ("/books/{id}/pages", "/books/**", true),
            ("/books/{id}/pages", "**/pages", true),
            ("/bücher", "/b*r", true),
            ("/books", "/books/**", false),
            ("/books", "*", false),
            ("/books", "**", true),
        ] {
            assert_eq!(is_like(path, pattern), expected, "{path} {pattern}");
        }
    }
}
