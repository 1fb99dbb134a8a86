//! Words of a document inside a message: harmless on a terminal, and never long.

use super::is_unwanted;

/// The longest word of a document that a message holds, in characters.
const WORD: usize = 60;

/// The longest sentence of another program that a message holds, in characters.
const SENTENCE: usize = 200;

/// Puts a word of a document between backticks, escaped as by [`tame`], at most 60 characters.
#[must_use]
pub fn quote(text: &str) -> String {
    format!("`{}`", shorten(text, WORD))
}

/// Escapes what nobody must be shown of foreign text and keeps at most 200 characters.
#[must_use]
pub fn tame(text: &str) -> String {
    shorten(text, SENTENCE)
}

/// Escapes what nobody must be shown and keeps the first `limit` characters.
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

/// Adds one character, escaped as `\u{…}` when nobody must be shown it.
pub(super) fn push_visible(text: &mut String, character: char) {
    if is_unwanted(character) {
        text.extend(character.escape_unicode());
    } else {
        text.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn control_direction_and_invisible_characters_are_escaped() {
        assert_eq!(quote("a\u{1b}[31m\u{202e}b\u{200b}"), r"`a\u{1b}[31m\u{202e}b\u{200b}`");
    }

    #[test]
    fn long_text_is_cut() {
        assert_eq!(quote(&"x".repeat(1000)), format!("`{}…`", "x".repeat(60)));
    }
}
