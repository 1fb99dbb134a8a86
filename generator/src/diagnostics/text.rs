//! Diagnostics as text for a terminal.

use super::{Diagnostics, Severity, report};

/// Prints the diagnostics that people are shown, a line that counts them, and where there is more to read.
/// Nothing for an empty list.
///
/// `color` adds ANSI styles; without it the text is plain.
#[must_use]
pub fn print(diagnostics: &Diagnostics, color: bool) -> String {
    print_all(diagnostics, color, "--format json")
}

/// The same as plain text, for who reads it of another program than the command, such as a build script.
#[must_use]
pub fn print_elsewhere(diagnostics: &Diagnostics) -> String {
    print_all(diagnostics, false, "bindery inspect SPEC --format json")
}

/// `all` is what shows those that people are not shown here.
fn print_all(diagnostics: &Diagnostics, color: bool, all: &str) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics.shown() {
        text += &report::print(diagnostic, color);
        text.push('\n');
    }
    text.extend(diagnostics.hidden(all).map(|hidden| hidden + "\n\n"));
    text + &summary(diagnostics) + &more(diagnostics)
}

/// `2 errors, 1 warning`, or nothing.
fn summary(diagnostics: &Diagnostics) -> String {
    let counts = [Severity::Error, Severity::Warning]
        .map(|severity| (severity, diagnostics.count(severity)));
    let words: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| format!("{count} {severity}{}", if count == 1 { "" } else { "s" }))
        .collect();
    if words.is_empty() { String::new() } else { words.join(", ") + "\n" }
}

/// The command that tells more about what weighs most.
fn more(diagnostics: &Diagnostics) -> String {
    let Some(code) = diagnostics.iter().map(|it| it.code).min_by_key(|code| code.severity()) else {
        return String::new();
    };
    let others = diagnostics.iter().any(|it| it.code != code);
    let what = if others { "one of these".to_owned() } else { format!("this {}", code.severity()) };
    format!("For more about {what}, try `bindery explain {code}`\n")
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::diagnostics::{Code, Diagnostics, Place, Problem};

    fn found() -> Diagnostics {
        let late = Problem::new(Code::MissingField, "/info", "b").at(Place::new("a.json", 9, 1));
        let early =
            Problem::new(Code::EmptyField, "", "a").with_help("c").at(Place::new("a.json", 2, 5));
        Diagnostics::from_iter([late, early])
    }

    #[test]
    fn problems_are_shown_in_the_order_of_the_text_and_counted() {
        let text = "warning[W0213]: a\n--> a.json:2:5 (#)\n = help: c\n\n\
                    error[E0203]: b\n--> a.json:9:1 (#/info)\n\n1 error, 1 warning\n\
                    For more about one of these, try `bindery explain E0203`\n";
        assert_eq!(print(&found(), false), text);
    }

    #[test]
    fn a_hundred_are_shown_and_no_error_is_behind_warnings() {
        let warning =
            |line| Problem::new(Code::EmptyField, "", "a").at(Place::new("a.json", line, 1));
        let error = Problem::new(Code::MissingField, "/info", "b").at(Place::new("a.json", 999, 1));
        let found: Diagnostics = (1..=150).map(warning).chain([error]).collect();
        let text = print(&found, false);
        assert!(text.contains("a.json:99:1") && !text.contains("a.json:100:1"), "{text}");
        let end = "error[E0203]: b\n--> a.json:999:1 (#/info)\n\n\
                   and 51 more, which `--format json` shows\n\n1 error, 150 warnings\n";
        assert!(text.contains(end), "{text}");
        let end = "and 51 more, which `bindery inspect SPEC --format json` shows\n\n1 error";
        assert!(found.to_string().contains(end), "{found}");
    }

    #[test]
    fn nothing_is_printed_for_nothing() {
        assert_eq!(print(&Diagnostics::new(), true), "");
    }
}
