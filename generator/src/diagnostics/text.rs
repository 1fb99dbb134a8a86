//! Diagnostics as text for a terminal.

use super::quote::shorten;
use super::{Diagnostic, Diagnostics, Place, Severity};

/// The longest pointer that is printed, in characters.
const POINTER_LIMIT: usize = 160;

/// Prints the diagnostics that people are shown, a line that counts them, and where there is more to read. Nothing for an empty
/// list.
///
/// `color` adds ANSI styles; without it the text is plain.
#[must_use]
pub fn print(diagnostics: &Diagnostics, color: bool) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics.shown() {
        text += &print_one(diagnostic, color);
        text.push('\n');
    }
    text.extend(diagnostics.hidden().map(|hidden| hidden + "\n\n"));
    text + &summary(diagnostics) + &more(diagnostics)
}

/// The headline, and below it the place and the way out.
fn print_one(diagnostic: &Diagnostic, color: bool) -> String {
    let head = format!("{}[{}]", diagnostic.severity(), diagnostic.code);
    let style = style(diagnostic.severity());
    let mut text = format!("{}: {}\n", paint(&head, style, color), diagnostic.message);
    if let Some(place) = &diagnostic.place {
        text += &format!("  {} {}\n", paint("-->", MARK, color), locate(place));
    }
    if let Some(help) = &diagnostic.help {
        text += &format!("  {} {help}\n", paint("= help:", MARK, color));
    }
    text
}

/// The ANSI style (ECMA-48, select graphic rendition) of the marks before a place or a way out.
const MARK: &str = "1;94";

fn style(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;91",
        Severity::Warning => "1;93",
    }
}

fn paint(text: &str, style: &str, color: bool) -> String {
    if color { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
}

/// `file:line:column (#/pointer)`, where `#` alone is the whole document.
fn locate(place: &Place) -> String {
    match &place.pointer {
        Some(pointer) => format!("{place} (#{})", shorten(pointer, POINTER_LIMIT)),
        None => place.to_string(),
    }
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
    use crate::diagnostics::{Code, Diagnostics, Problem};

    fn found() -> Diagnostics {
        let late = Problem::new(Code::MissingField, "/info", "b").at("a.json", 9, 1);
        let early = Problem::new(Code::EmptyField, "", "a").with_help("c").at("a.json", 2, 5);
        Diagnostics::from_iter([late, early])
    }

    #[test]
    fn problems_are_shown_in_the_order_of_the_text_and_counted() {
        let text = "warning[W0213]: a\n  --> a.json:2:5 (#)\n  = help: c\n\n\
                    error[E0203]: b\n  --> a.json:9:1 (#/info)\n\n1 error, 1 warning\n\
                    For more about one of these, try `bindery explain E0203`\n";
        assert_eq!(print(&found(), false), text);
    }

    #[test]
    fn color_changes_nothing_but_styles() {
        let mut colored = print(&found(), true);
        for style in ["\u{1b}[1;91m", "\u{1b}[1;93m", "\u{1b}[1;94m", "\u{1b}[0m"] {
            assert!(colored.contains(style));
            colored = colored.replace(style, "");
        }
        assert_eq!(colored, print(&found(), false));
    }

    #[test]
    fn a_hundred_are_shown_and_no_error_is_behind_warnings() {
        let warning = |line| Problem::new(Code::EmptyField, "", "a").at("a.json", line, 1);
        let error = Problem::new(Code::MissingField, "/info", "b").at("a.json", 999, 1);
        let found: Diagnostics = (1..=150).map(warning).chain([error]).collect();
        let text = print(&found, false);
        assert!(text.contains("a.json:99:1") && !text.contains("a.json:100:1"), "{text}");
        let end = "error[E0203]: b\n  --> a.json:999:1 (#/info)\n\n\
                   and 51 more, which `--format json` shows\n\n1 error, 150 warnings\n";
        assert!(text.contains(end), "{text}");
    }

    #[test]
    fn nothing_is_printed_for_nothing() {
        assert_eq!(print(&Diagnostics::new(), true), "");
    }
}
