//! Takes any text, gives it without the characters that a comment must not hold.

use crate::diagnostics::is_unwanted;

/// Columns between two tab stops (CommonMark 0.31, section 2.2).
const TAB_STOP: usize = 4;

/// Drops control, bidi and zero-width characters, turns every line end into `\n` and every tab
/// into spaces, drops empty lines at both ends and the indentation that all lines share.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            _ if is_line_end(c) => {
                out.push('\n');
                column = 0;
            }
            '\t' => {
                let spaces = TAB_STOP - column % TAB_STOP;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            _ if is_unwanted(c) => {}
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    dedent(out.trim_end()).trim_start_matches('\n').to_owned()
}

/// The lines of a text without the indentation that they share.
pub(super) fn dedent(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let filled = text.lines().filter(|line| !line.trim().is_empty());
    let shared = filled.map(indent).min().unwrap_or(0);
    let lines = text.lines().map(|line| line.get(shared..).unwrap_or(""));
    lines.collect::<Vec<_>>().join("\n")
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{clean, dedent};

    #[test]
    fn every_line_end_becomes_a_newline() {
        let text = "a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{b}g\u{c}h";
        assert_eq!(clean(text), "a\nb\nc\nd\ne\nf\ng\nh");
    }

    #[test]
    fn invisible_and_bidi_characters_go_and_letters_stay() {
        let text = "\u{feff}x\u{0}\u{1b}\u{7f}\u{9f}\u{202e}\u{2066}\u{200b}\u{e0041}é日\u{fe0f}";
        assert_eq!(clean(text), "xé日\u{fe0f}");
    }

    #[test]
    fn a_tab_reaches_to_the_next_stop() {
        assert_eq!(clean("-\ta\n \tb"), "-   a\n    b");
    }

    #[test]
    fn shared_indentation_and_outer_empty_lines_go() {
        assert_eq!(dedent("  a\n\n    b\n"), "a\n\n  b");
        assert_eq!(clean(" \n\n  - a\n  - b \n"), "- a\n- b");
        assert_eq!(clean("    a\n\nb\n\n"), "    a\n\nb");
    }
}
