//! Takes text that no pass could settle, gives its words with every sign of Markdown escaped.

use super::wrap::wrap;

/// The words of the text in one paragraph. Nothing in it is Markdown any more.
pub(super) fn plain(text: &str, width: usize) -> Vec<String> {
    let words: Vec<String> = text.split_whitespace().map(escape).collect();
    wrap(&words.join(" "), width)
}

/// Backslash escapes (CommonMark 0.31, section 2.4). A digit has none, so the dot after it gets it.
fn escape(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_pass_changes_nothing_in_plain_words() {
        let lines = plain("- a <b>\n\n1. `c`\\ [d](e) &amp; https://f.g", 20);
        assert_eq!(super::super::pass(&lines.join("\n"), 20), lines);
    }
}
