//! Words of a document inside a message: harmless on a terminal, and never long.

/// The longest word of a document that a message holds, in characters.
const WORD: usize = 60;

/// The longest sentence of another program that a message holds, in characters.
const SENTENCE: usize = 200;

/// Puts a word of a document between backticks, escaped as by [`excerpt`], at most 60 characters.
#[must_use]
pub fn quote(text: &str) -> String {
    format!("`{}`", shorten(text, WORD))
}

/// Escapes control and direction characters of foreign text and keeps at most 200 characters.
#[must_use]
pub fn excerpt(text: &str) -> String {
    shorten(text, SENTENCE)
}

/// Escapes what a terminal would act on and keeps the first `limit` characters.
pub(super) fn shorten(text: &str, limit: usize) -> String {
    let mut short = String::new();
    for (count, character) in text.chars().enumerate() {
        if count == limit {
            short.push('…');
            break;
        }
        push_visible(&mut short, character);
    }
    short
}

/// Adds one character, escaped as `\u{…}` when it controls a terminal or the direction of text.
fn push_visible(text: &mut String, character: char) {
    if character.is_control() || directs(character) {
        text.extend(character.escape_unicode());
    } else {
        text.push(character);
    }
}

/// Whether a character is one of Unicode's explicit direction marks or a line separator.
fn directs(character: char) -> bool {
    matches!(character,
        '\u{061c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn control_and_direction_characters_are_escaped() {
        assert_eq!(quote("a\u{1b}[31m\u{202e}b"), r"`a\u{1b}[31m\u{202e}b`");
    }

    #[test]
    fn long_text_is_cut() {
        assert_eq!(quote(&"x".repeat(1000)), format!("`{}…`", "x".repeat(60)));
    }
}
