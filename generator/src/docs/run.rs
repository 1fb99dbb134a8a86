//! The text of a run of inline content while it is written, with what must be escaped in it.

/// A space that must not become a line break. `clean` left none of these in the text.
pub(super) const GLUE: &str = "\u{1}";

/// The end of a paragraph inside inline content: a hard break, `<br>`, `<p>`.
pub(super) const BREAK: char = '\n';

/// Inline content under construction.
#[derive(Debug, Default)]
pub(super) struct Run {
    text: String,
    glued: usize,
    open_brackets: Vec<usize>,
    escapes: Vec<usize>,
}

impl Run {
    /// Bytes written so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// What was written since a length.
    pub(super) fn since(&self, length: usize) -> &str {
        &self.text[length..]
    }

    /// Forgets what was written since a length. It must hold no bracket.
    pub(super) fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
    }

    /// From here to the matching [`Run::unglue`] spaces are no place to break a line.
    pub(super) fn glue(&mut self) {
        self.glued += 1;
    }

    pub(super) fn unglue(&mut self) {
        self.glued = self.glued.saturating_sub(1);
    }

    /// Whether this is the text of a link.
    pub(super) fn is_glued(&self) -> bool {
        self.glued > 0
    }

    /// Writes Markdown as it is.
    pub(super) fn push(&mut self, markdown: &str) {
        markdown.chars().for_each(|c| self.push_char(c));
    }

    fn push_char(&mut self, c: char) {
        match c {
            ' ' | '\n' if self.is_glued() => self.text.push_str(GLUE),
            ' ' | '\n' => self.text.push(' '),
            c => self.text.push(c),
        }
    }

    /// Writes Markdown that stays on one line.
    pub(super) fn push_glued(&mut self, markdown: &str) {
        self.glue();
        self.push(markdown);
        self.unglue();
    }

    /// Writes text in which brackets and backticks mean nothing.
    /// `escaped` says that a backslash stands before it.
    pub(super) fn push_text(&mut self, text: &str, mut escaped: bool) {
        for c in text.chars() {
            match c {
                '`' if !escaped => self.text.push('\\'),
                '[' if !escaped => self.open_brackets.push(self.text.len()),
                ']' if !escaped => self.close_bracket(),
                _ => {}
            }
            self.push_char(c);
            escaped = false;
        }
    }

    /// Ends the paragraph, or adds a space inside a link.
    pub(super) fn push_break(&mut self) {
        if self.is_glued() {
            self.text.push_str(GLUE);
        } else {
            self.text.push(BREAK);
        }
    }

    /// Puts a backslash before the character at this place.
    pub(super) fn escape_at(&mut self, at: usize) {
        self.escapes.push(at);
    }

    /// A pair of brackets could be a reference link. A bracket on its own cannot.
    fn close_bracket(&mut self) {
        if let Some(open) = self.open_brackets.pop() {
            self.escape_at(open);
            self.escape_at(self.text.len());
        }
    }

    /// The text with its escapes.
    pub(super) fn finish(mut self) -> String {
        self.escapes.sort_unstable();
        let mut out = String::with_capacity(self.text.len() + self.escapes.len());
        let mut done = 0;
        for at in self.escapes {
            out.push_str(&self.text[done..at]);
            out.push('\\');
            done = at;
        }
        out.push_str(&self.text[done..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Run;

    fn text(text: &str) -> String {
        let mut run = Run::default();
        run.push_text(text, false);
        run.finish()
    }

    #[test]
    fn brackets_are_escaped_in_pairs() {
        assert_eq!(text("a[0] [b [c]] [0, 1) ]"), r"a\[0\] \[b \[c\]\] \[0, 1) \]");
        assert_eq!(text("] [ x"), "] [ x");
    }

    #[test]
    fn backticks_are_escaped_once() {
        assert_eq!(text("a`b"), r"a\`b");
        let mut run = Run::default();
        run.push_text("`b", true);
        assert_eq!(run.finish(), "`b");
    }
}
