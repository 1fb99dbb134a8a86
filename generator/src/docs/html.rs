//! Takes an HTML block, gives the Markdown that was hidden in it.

use std::collections::BTreeSet;

use super::tag::{Meaning, Tag};

/// Turns block tags into paragraphs and list items, and escapes the tags that mean nothing here.
///
/// Tags for emphasis, code and links stay for the next pass, which finds them inside paragraphs.
/// No line of the outcome begins an HTML block (CommonMark 0.31, section 4.6).
pub(super) fn markdown(block: &str) -> String {
    let pieces = split(block);
    let ends = ends(&pieces);
    let mut out = String::with_capacity(block.len());
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Comment => {}
            Piece::Tag(tag) => push_tag(&mut out, tag, &ends),
        }
    }
    let lines: Vec<String> = out.lines().map(settle).collect();
    lines.join("\n").trim().to_owned()
}

/// The names of the elements that end in this block.
fn ends(pieces: &[Piece]) -> BTreeSet<String> {
    let tags = pieces.iter().filter_map(|piece| match piece {
        Piece::Tag(tag) => Tag::read(tag),
        _ => None,
    });
    tags.filter(|tag| tag.is_end).map(|tag| tag.name).collect()
}

fn push_tag(out: &mut String, source: &str, ends: &BTreeSet<String>) {
    let tag = Tag::read(source).filter(|tag| tag.stands_alone() || ends.contains(&tag.name));
    match tag.and_then(|tag| tag.meaning()) {
        Some(Meaning::Break) => out.push_str("\n\n"),
        Some(Meaning::Item) => out.push_str("\n- "),
        Some(Meaning::Space) => out.push(' '),
        Some(Meaning::Nothing) => {}
        Some(_) => out.push_str(source),
        None => out.push_str(&source.replacen('<', "&lt;", 1)),
    }
}

/// A tag alone on its line would begin the next HTML block.
fn settle(line: &str) -> String {
    let line = line.trim();
    if line.starts_with('<') && line.ends_with('>') && line.matches('<').nth(1).is_none() {
        return line.replacen('<', "&lt;", 1);
    }
    line.to_owned()
}

enum Piece<'a> {
    Text(&'a str),
    Tag(&'a str),
    Comment,
}

fn split(block: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = block;
    let unended = block.rfind("-->").map_or(block.len(), |at| block.len() - at);
    while let Some(at) = rest.find('<') {
        pieces.push(Piece::Text(&rest[..at]));
        rest = &rest[at..];
        if rest.starts_with("<!--") && rest.len() > unended {
            rest = after_comment(rest);
            pieces.push(Piece::Comment);
        } else {
            let end = tag_end(rest);
            pieces.push(Piece::Tag(&rest[..end]));
            rest = &rest[end..];
        }
    }
    pieces.push(Piece::Text(rest));
    pieces
}

fn after_comment(text: &str) -> &str {
    text.split_once("-->").map_or("", |(_, rest)| rest)
}

/// Where a tag ends, or the text up to the next one.
fn tag_end(text: &str) -> usize {
    let found = text[1..].find(['<', '>']).map(|at| at + 1);
    found.map_or(text.len(), |at| at + usize::from(text[at..].starts_with('>')))
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn block_tags_become_paragraphs_and_items() {
        assert_eq!(markdown("<p>a <b>b</b></p>\n<p>c"), "a <b>b</b>\n\n\n\n\nc");
        assert_eq!(markdown("<ul><li>a</li></ul>"), "- a");
        assert_eq!(markdown("<!-- a\n-->b<!-- c"), "b&lt;!-- c");
    }

    #[test]
    fn nothing_begins_another_block() {
        assert_eq!(markdown("<script>a</script>"), "&lt;script>a&lt;/script>");
        assert_eq!(markdown("<b>\na\n</b>"), "&lt;b>\na\n&lt;/b>");
        assert_eq!(markdown("<table>"), "&lt;table>");
        assert_eq!(markdown("<div"), "&lt;div");
    }
}
