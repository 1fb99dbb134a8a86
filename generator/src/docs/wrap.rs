//! Takes the text of one paragraph, gives its lines.

use super::run::GLUE;

/// Fills lines up to `width` characters, breaking at spaces alone.
///
/// No line but the first begins with a word that would begin a block there.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let size = word.chars().count();
        let full = length + 1 + size > width;
        if full && !line.is_empty() && may_break(&line, word) {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += size;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.iter().map(|line| line.replace(GLUE, " ")).collect()
}

/// A backslash at a line's end is a hard break, so it stays with the next word.
fn may_break(line: &str, word: &str) -> bool {
    !line.ends_with('\\') && !begins_block(word)
}

/// Whether a line that begins with this word would not continue a paragraph.
fn begins_block(word: &str) -> bool {
    let only = |signs: &str| word.chars().all(|c| signs.contains(c));
    word.starts_with(['>', '|'])
        || word.starts_with("```")
        || word.starts_with("~~~")
        || only("#")
        || only("-+*=_:|")
        || is_ordered_marker(word)
}

fn is_ordered_marker(word: &str) -> bool {
    let digits = word.strip_suffix(['.', ')']).unwrap_or("");
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{GLUE, wrap};

    #[test]
    fn lines_are_filled_and_glued_words_stay_together() {
        assert_eq!(wrap("aa bb cc", 5), ["aa bb", "cc"]);
        assert_eq!(wrap(&format!("aa `b{GLUE}b` cc"), 5), ["aa", "`b b`", "cc"]);
        assert_eq!(wrap("toolong a", 3), ["toolong", "a"]);
        assert!(wrap(" ", 3).is_empty());
    }

    #[test]
    fn no_line_begins_a_block() {
        for word in [
            "-", "*", "+", "#", "###", "1.", "12)", ">", ">a", "```", "~~~", "===", "---", "|",
            ":-:",
        ] {
            assert_eq!(
                wrap(&format!("aaaa {word} b"), 4),
                [format!("aaaa {word}"), "b".to_owned()]
            );
        }
    }

    #[test]
    fn no_line_ends_in_a_hard_break() {
        assert_eq!(wrap("a \\ b", 2), ["a", "\\ b"]);
    }
}
