//! What a text says at a place: a piece of one line, harmless on a terminal and never long.

use std::ops::Range;

use super::quote::push_visible;

/// How many characters of a line are shown: a whole document may stand on one.
const LINE: usize = 100;

/// How many of them may be before the place even if there is more behind it.
const BEFORE: usize = 50;

/// How wide a tab is shown, in spaces.
const TAB: &str = "    ";

/// The most bytes that a character has in UTF-8.
const WIDEST: usize = 4;

/// A piece of the line that a place is on, and the part of it that is meant.
///
/// What a terminal would act on is escaped, tabs are spaces, and `…` stands for what is cut off.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Excerpt {
    text: String,
    start: usize,
    end: usize,
}

impl Excerpt {
    /// The line on which a span of a text starts, in bytes. Costs the same wherever that is, however long
    /// the line.
    #[must_use]
    pub fn of(text: &str, span: &Range<usize>) -> Self {
        let (before, after) = text.split_at_checked(span.start).unwrap_or((text, ""));
        let room = LINE - head(after, LINE).0.chars().count();
        let (before, is_cut) = tail(before, room.max(BEFORE));
        let (after, goes_on) = head(after, LINE - before.chars().count());
        let (meant, rest) = after.split_at_checked(span.len()).unwrap_or((after, ""));
        let mut text = String::new();
        push(&mut text, if is_cut { before.trim_start() } else { before });
        if is_cut {
            text.insert(0, '…');
        }
        let start = text.len();
        push(&mut text, meant);
        let end = text.len();
        push(&mut text, rest.trim_end());
        text.extend(goes_on.then_some('…'));
        Self { text, start, end }
    }

    /// The piece of the line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Which bytes of [`Self::text`] are meant; none when only the place is known where it starts.
    #[must_use]
    pub fn meant(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The last characters of the last line of a text, and whether it starts before them.
fn tail(text: &str, most: usize) -> (&str, bool) {
    let near = &text[boundary(text, text.len().saturating_sub(WIDEST * (most + 1)))..];
    let line = &near[near.rfind('\n').map_or(0, |end| end + 1)..];
    let (line, count) = (line.trim_end_matches('\r'), line.chars().count());
    (&line[start_of(line, count.saturating_sub(most))..], count > most)
}

/// The first characters of the first line of a text, and whether it goes on behind them.
fn head(text: &str, most: usize) -> (&str, bool) {
    let near = &text[..boundary(text, text.len().min(WIDEST * (most + 1)))];
    let line = near.split('\n').next().unwrap_or_default().trim_end_matches('\r');
    (&line[..start_of(line, most)], line.chars().count() > most)
}

/// Where the character that has this byte starts.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// Where a character starts, by its number, at most the end. There may be a hundred thousand excerpts.
fn start_of(text: &str, number: usize) -> usize {
    match text.is_ascii() {
        true => number.min(text.len()),
        false => text.char_indices().nth(number).map_or(text.len(), |(start, _)| start),
    }
}

fn push(text: &mut String, piece: &str) {
    if piece.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        text.push_str(piece);
        return;
    }
    for character in piece.chars() {
        match character {
            '\t' => text.push_str(TAB),
            _ => push_visible(text, character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, LINE};

    /// The piece of the line at `part` of a text, with what is meant of it between brackets.
    fn shown(text: &str, part: &str) -> String {
        let start = text.find(part).expect("a part of the text");
        bracketed(&Excerpt::of(text, &(start..start + part.len())))
    }

    fn bracketed(excerpt: &Excerpt) -> String {
        let (text, meant) = (excerpt.text(), excerpt.meant());
        format!("{}[{}]{}", &text[..meant.start], &text[meant.clone()], &text[meant.end..])
    }

    #[test]
    fn a_line_is_shown_whole_without_its_end() {
        assert_eq!(shown("a: 1\nb: two # 2\nc: 3\n", "two"), "b: [two] # 2");
        assert_eq!(shown("a: 1\r\nb: 2\r\nc: 3\r\n", "2"), "b: [2]");
        assert_eq!(shown("a: 1\nb: 2", "2"), "b: [2]");
    }

    #[test]
    fn what_is_meant_ends_with_its_first_line() {
        assert_eq!(shown("a: |\n  text\n", "|\n  text"), "a: [|]");
        assert_eq!(shown("a: |\r\n  text\r\n", "|\r\n  text"), "a: [|]");
    }

    #[test]
    fn there_may_be_nothing_at_the_place() {
        for (text, span, line) in [("", 0..0, "[]"), ("a", 1..1, "a[]"), ("a\n", 2..2, "[]")] {
            assert_eq!(bracketed(&Excerpt::of(text, &span)), line, "{text:?}");
        }
        assert_eq!(bracketed(&Excerpt::of("é", &(1..9))), "é[]");
        assert_eq!(bracketed(&Excerpt::of("a", &(7..9))), "a[]");
    }

    #[test]
    fn of_a_long_line_a_window_is_shown() {
        let text =
            format!("{{{}\"here\"{}}}", "\"é\":1,".repeat(100_000), ",\"ü\":2".repeat(100_000));
        let shown = shown(&text, "\"here\"");
        assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert!(shown.contains("\"é\":1,[\"here\"],\"ü\":2"), "{shown}");
        assert_eq!(shown.chars().count(), LINE + "…[]…".chars().count());
    }

    #[test]
    fn what_fits_is_shown_whole_wherever_the_place_is() {
        let line = format!("{}!", "x".repeat(LINE - 1));
        assert_eq!(shown(&line, "!"), line.replace('!', "[!]"));
        assert_eq!(shown(&format!("x{line}"), "!"), format!("…{}[!]", "x".repeat(LINE - 1)));
    }

    #[test]
    fn what_is_meant_may_be_longer_than_the_window() {
        let text = format!("a: {}", "x".repeat(1000));
        assert_eq!(shown(&text, &text[3..]), format!("a: [{}]…", "x".repeat(LINE - 3)));
    }

    #[test]
    fn of_deep_indentation_nothing_is_left() {
        assert_eq!(shown(&format!("{}\"a\": 1", " ".repeat(500)), "1"), "…\"a\": [1]");
    }

    #[test]
    fn nothing_reaches_a_terminal_that_it_would_act_on() {
        assert_eq!(
            shown("a\u{1b}[31m\u{202e}: \u{200b}\0b\u{7f}\u{2028}c", "b"),
            r"a\u{1b}[31m\u{202e}: \u{200b}\u{0}[b]\u{7f}\u{2028}c"
        );
        assert_eq!(shown("\t\"a\":\t1", "1"), "    \"a\":    [1]");
    }
}
