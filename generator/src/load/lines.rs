//! Byte offsets of a text in, lines and columns out; both count from 1, columns in characters.

/// The longest stretch without a mark, in bytes: a whole document may stand on one line.
const STRETCH: usize = 4096;

/// Known places of a text, close enough together to count from the one before.
#[derive(Debug)]
pub(super) struct Lines(Vec<Mark>);

#[derive(Debug, Clone, Copy)]
struct Mark {
    offset: usize,
    line: usize,
    column: usize,
}

impl Mark {
    const START: Self = Self { offset: 0, line: 1, column: 1 };

    /// The place behind one more character.
    fn behind(self, character: char) -> Self {
        let offset = self.offset + character.len_utf8();
        match character {
            '\n' => Self { offset, line: self.line + 1, column: 1 },
            _ => Self { offset, column: self.column + 1, ..self },
        }
    }
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let mut marks = vec![Mark::START];
        let (mut here, mut last) = (Mark::START, 0);
        for character in text.chars() {
            here = here.behind(character);
            if here.column == 1 || here.offset - last >= STRETCH {
                marks.push(here);
                last = here.offset;
            }
        }
        Self(marks)
    }

    /// The line and column of a byte offset into the same text.
    pub(super) fn locate(&self, text: &str, offset: usize) -> (usize, usize) {
        let count = self.0.partition_point(|mark| mark.offset <= offset);
        let mark = self.0[count - 1];
        let between = text.get(mark.offset..offset).unwrap_or_default();
        (mark.line, mark.column + between.chars().count())
    }
}

/// The line and column just behind a text.
#[must_use]
pub fn end_of(text: &str) -> (usize, usize) {
    Lines::of(text).locate(text, text.len())
}

/// The byte offset of a line and column; the end of the text if it has no such place.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let line = text[start..].split('\n').next().unwrap_or_default();
    let within = line.char_indices().nth(column.saturating_sub(1));
    start + within.map_or(line.len(), |(at, _)| at)
}

/// The column in characters of a byte column, both counted from 1.
pub(super) fn characters(text: &str, line: usize, bytes: usize) -> usize {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let before = line.as_bytes().get(..bytes.saturating_sub(1)).unwrap_or(line.as_bytes());
    String::from_utf8_lossy(before).chars().count() + 1
}

#[cfg(test)]
mod tests {
    use super::{Lines, characters, end_of, offset};

    #[test]
    fn columns_count_characters() {
        let text = "é: 1\nüü: x";
        assert_eq!(Lines::of(text).locate(text, text.len() - 1), (2, 5));
        assert_eq!(characters(text, 2, 7), 5);
    }

    #[test]
    fn a_place_has_one_offset() {
        let text = "é: 1\nüü: x";
        assert_eq!(offset(text, 2, 5), text.len() - 1);
        assert_eq!(offset(text, 1, 1), 0);
        assert_eq!(offset(text, 1, 9), "é: 1".len());
        assert_eq!(offset(text, 3, 1), text.len());
    }

    #[test]
    fn a_long_line_keeps_its_columns() {
        let text = format!("\n{}x", "é".repeat(10_000));
        assert_eq!(Lines::of(&text).locate(&text, text.len() - 1), (2, 10_001));
    }

    #[test]
    fn the_end_of_a_text_is_behind_its_last_character() {
        assert_eq!(end_of(""), (1, 1));
        assert_eq!(end_of("a\nb"), (2, 2));
        assert_eq!(end_of("a\n"), (2, 1));
    }
}
