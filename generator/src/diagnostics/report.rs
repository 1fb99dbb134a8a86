//! One diagnostic in, its text for a terminal out: the headline, what is written at its places, the way out.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::quote::shorten;
use super::{Diagnostic, Place, Related, Severity};

/// The longest pointer that is printed, in characters.
const POINTER_LIMIT: usize = 160;

/// Wider than any excerpt, which is cut already.
const WIDTH: usize = 10_000;

/// Prints one diagnostic, with a line end. `color` adds ANSI styles.
pub(super) fn print(diagnostic: &Diagnostic, color: bool) -> String {
    let Diagnostic { place, code, message, help, related } = diagnostic;
    let own = place.iter().map(|place| cite(place, AnnotationKind::Primary, None));
    let others = related
        .iter()
        .map(|Related { place, message }| cite(place, AnnotationKind::Context, Some(message)));
    let help = help.iter().map(|help| Level::HELP.message(help).into());
    let title = level(diagnostic.severity()).primary_title(message).id(code.as_str());
    let group = Group::with_title(title).elements(own.chain(others).chain(help));
    let text = renderer(color).render(&[group]) + "\n";
    let places = place.iter().chain(related.iter().map(|related| &related.place));
    places.fold(text, |text, place| forget_column(&text, place))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

fn renderer(color: bool) -> Renderer {
    if color { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH)
}

/// A place, with what is written there if that is known.
fn cite<'a>(place: &'a Place, kind: AnnotationKind, label: Option<&'a String>) -> Element<'a> {
    let Some(excerpt) = &place.excerpt else { return Origin::path(locate(place)).into() };
    let mark = kind.span(excerpt.meant()).label(label);
    Snippet::source(excerpt.text())
        .line_start(place.line)
        .path(locate(place))
        .annotation(mark)
        .into()
}

/// Takes away the line and column that the renderer adds to a place: it counts in what is cited, which may
/// be a piece of the line.
fn forget_column(text: &str, place: &Place) -> String {
    let Some(excerpt) = &place.excerpt else { return text.to_owned() };
    let column = excerpt.text()[..excerpt.meant().start].chars().count() + 1;
    let own = locate(place);
    text.replacen(&format!("{own}:{}:{column}", place.line), &own, 1)
}

/// `file:line:column (#/pointer)`, where `#` alone is the whole document.
fn locate(place: &Place) -> String {
    let spot = shorten(&place.to_string(), usize::MAX);
    match &place.pointer {
        Some(pointer) => format!("{spot} (#{})", shorten(pointer, POINTER_LIMIT)),
        None => spot,
    }
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::diagnostics::{Code, Diagnostic, Excerpt, Place, Problem};

    /// The place of the first `part` of a text's line, in a file whose line has that number.
    fn place(line: usize, text: &str, part: &str) -> Place {
        let start = text.find(part).expect("a part of the text");
        let column = text[..start].chars().count() + 1;
        let excerpt = Some(Excerpt::of(text, &(start..start + part.len())));
        Place { excerpt, ..Place::new("a.json", line, column) }
    }

    fn found(place: Place) -> Diagnostic {
        Problem::new(Code::MissingField, "/info", "b").with_help("c").at(place)
    }

    #[test]
    fn what_is_written_at_the_place_is_shown_and_marked() {
        let text = "\
error[E0203]: b
 --> a.json:9:11 (#/info)
  |
9 |   \"info\": 123,
  |           ^^^
  |
  = help: c
";
        assert_eq!(print(&found(place(9, "  \"info\": 123,", "123")), false), text);
    }

    #[test]
    fn the_mark_stands_below_wide_characters_and_what_is_escaped() {
        let line = |text| {
            print(&found(place(1, text, "123")), false)
                .lines()
                .skip(3)
                .take(2)
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert_eq!(line("日本: 123"), "1 | 日本: 123\n  |       ^^^");
        assert_eq!(line("\té:\t123"), "1 |     é:    123\n  |           ^^^");
        assert_eq!(line("\u{1b}[31m123"), "1 | \\u{1b}[31m123\n  |           ^^^");
    }

    #[test]
    fn of_a_minified_document_the_place_is_told_as_it_is() {
        let text = format!("{{{}\"b\":123}}", "\"é\":1,".repeat(100_000));
        let told = print(&found(place(1, &text, "123")), false);
        assert!(told.contains(" --> a.json:1:600006 (#/info)\n"), "{told}");
        assert!(told.contains("\"é\":1,\"b\":123}\n"), "{told}");
        assert!(told.lines().all(|line| line.chars().count() < 160), "{told}");
    }

    #[test]
    fn another_place_is_shown_with_what_is_there() {
        let first = Place { pointer: Some("/info".to_owned()), ..place(7, "a: 1", "a") };
        let text = "\
error[E0203]: b
  --> a.json:12:1 (#/info)
   |
12 | a: 2
   | ^
   |
  ::: a.json:7:1 (#/info)
   |
 7 | a: 1
   | - first given here
   |
   = help: c
";
        let found = found(place(12, "a: 2", "a")).with_related(first, "first given here");
        assert_eq!(print(&found, false), text);
    }

    #[test]
    fn what_has_no_text_has_its_place() {
        let bare = found(Place::new("a\u{1b}.json", 1, 1));
        let text = "error[E0203]: b\n--> a\\u{1b}.json:1:1 (#/info)\n = help: c\n";
        assert_eq!(print(&bare, false), text);
        let general = Diagnostic::general(Code::BadName, "b");
        assert_eq!(print(&general, false), "error[E0503]: b\n");
        assert_eq!(print(&general.with_help("c"), false), "error[E0503]: b\n |\n = help: c\n");
    }

    #[test]
    fn an_empty_file_has_an_empty_line() {
        let told = print(&found(place(1, "", "")), false);
        assert!(told.starts_with("error[E0203]: b\n --> a.json:1:1 (#/info)\n  |\n"), "{told}");
    }

    #[test]
    fn color_changes_nothing_but_styles() {
        let first = place(7, "a: 1", "a");
        let found = found(place(12, "a: 2", "a")).with_related(first, "first given here");
        let colored = print(&found, true);
        let plain: String = colored
            .split('\u{1b}')
            .enumerate()
            .map(|(at, piece)| match at {
                0 => piece,
                _ => piece.split_once('m').expect("the end of a style").1,
            })
            .collect();
        assert_ne!(colored, plain);
        assert_eq!(plain, print(&found, false));
    }
}
