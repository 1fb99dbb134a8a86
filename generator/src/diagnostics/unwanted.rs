//! The characters of foreign text that nobody must be shown: what they do is not what is seen.

/// Whether a character is invisible, controls a terminal, or changes the direction of what follows.
///
/// The emoji selectors U+FE00 to U+FE0F are not among them, they choose a glyph.
#[must_use]
pub fn is_unwanted(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
