//! Takes code, gives the fence or span that shows it and cannot be run.

/// Signs that a line of an indented block is code and not a sentence that was pushed in.
const CODE_ENDS: [char; 7] = ['{', '}', '[', ']', ';', '\\', '|'];

/// Words that make a line in tags a sentence.
const SENTENCE: usize = 8;

/// The lines of a fenced block. Its info string is `text`, so rustdoc never runs it.
pub(super) fn fence(code: &str) -> Vec<String> {
    let fence = "`".repeat(longest_run(code).max(2) + 1);
    let mut lines = vec![format!("{fence}text")];
    lines.extend(code.lines().map(|line| line.trim_end().to_owned()));
    lines.push(fence);
    lines
}

/// A code span on one line.
pub(super) fn span(code: &str) -> String {
    let code = code.replace('\n', " ");
    let ticks = "`".repeat(fitting_run(&code));
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{ticks}{pad}{code}{pad}{ticks}")
}

/// Whether an indented block is prose: many documents indent whole paragraphs by accident.
pub(super) fn is_prose(block: &str) -> bool {
    let mut lines = block.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.clone().next().is_some_and(opens_prose) && !lines.any(is_code)
}

fn opens_prose(line: &str) -> bool {
    let start = line.trim_start_matches(['*', '-', '#', '_', ' ']);
    let word = start.starts_with(|c: char| c.is_alphanumeric() || c == '`');
    line.contains(' ') && (word || is_sentence(line))
}

fn is_code(line: &str) -> bool {
    let tagged = line.starts_with('<') || line.ends_with('>');
    line.ends_with(CODE_ENDS)
        || line.starts_with(['{', '}', '"', '$', '|'])
        || line.contains(" = ")
        || line.contains("();")
        || (tagged && !is_sentence(line))
}

fn is_sentence(line: &str) -> bool {
    line.split_whitespace().nth(SENTENCE - 1).is_some()
}

fn runs(code: &str) -> impl Iterator<Item = usize> {
    code.split(|c| c != '`').map(str::len)
}

fn longest_run(code: &str) -> usize {
    runs(code).max().unwrap_or(0)
}

/// The shortest run of backticks that does not occur in the code.
fn fitting_run(code: &str) -> usize {
    let mut taken: Vec<usize> = runs(code).filter(|length| *length > 0).collect();
    taken.sort_unstable();
    taken.dedup();
    let mut free = 1;
    for length in taken {
        if length == free {
            free += 1;
        }
    }
    free
}

#[cfg(test)]
mod tests {
    use super::{fence, is_prose, span};

    #[test]
    fn a_fence_is_longer_than_any_run_inside() {
        assert_eq!(fence("a\n"), ["```text", "a", "```"]);
        assert_eq!(fence("````\n"), ["`````text", "````", "`````"]);
        assert_eq!(fence(""), ["```text", "```"]);
    }

    #[test]
    fn a_span_has_backticks_that_fit() {
        assert_eq!(span("a\nb"), "`a b`");
        assert_eq!(span("a`b"), "``a`b``");
        assert_eq!(span("`"), "`` ` ``");
    }

    #[test]
    fn pushed_in_sentences_are_prose() {
        assert!(is_prose("Must be in UTC.\n\nYou can pass a date.\n"));
        assert!(is_prose("- one item\n- another\n"));
        assert!(!is_prose("{\n  \"a\": 1\n}\n"));
        assert!(!is_prose("let a = 1;\n"));
        assert!(!is_prose("curl\n"));
        assert!(is_prose("<Note>Pass the version, or an old one is used.</Note>\n"));
        assert!(!is_prose("some\n<a b=\"c\">\n"));
        assert!(!is_prose("\n"));
    }
}
