//! Diagnostics as JSON lines: one object a line, for other programs.

use serde::Serialize;

use super::{Diagnostic, Diagnostics, Place, Related};

/// One line. The keys and their order are part of the format.
#[derive(Serialize)]
struct Line<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    pointer: Option<&'a str>,
    help: Option<&'a str>,
    related: Vec<Other<'a>>,
}

/// Another place that the problem has to do with.
#[derive(Serialize)]
struct Other<'a> {
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    pointer: Option<&'a str>,
}

impl<'a> From<&'a Related> for Other<'a> {
    fn from(Related { place, message }: &'a Related) -> Self {
        let Place { file, line, column, pointer, .. } = place;
        Self { message, file, line: *line, column: *column, pointer: pointer.as_deref() }
    }
}

impl<'a> From<&'a Diagnostic> for Line<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        let place = diagnostic.place.as_ref();
        Self {
            severity: diagnostic.severity().as_str(),
            code: diagnostic.code.as_str(),
            message: &diagnostic.message,
            file: place.map(|place| place.file.as_str()),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            pointer: place.and_then(|place| place.pointer.as_deref()),
            help: diagnostic.help.as_deref(),
            related: diagnostic.related.iter().map(Other::from).collect(),
        }
    }
}

/// Prints one JSON object for each diagnostic, each on its own line; what is not known is `null`.
#[must_use]
pub fn print(diagnostics: &Diagnostics) -> String {
    diagnostics.iter().map(print_one).collect()
}

fn print_one(diagnostic: &Diagnostic) -> String {
    // Strings and numbers alone: there is nothing here that JSON cannot say.
    serde_json::to_string(&Line::from(diagnostic)).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::diagnostics::{Code, Diagnostic, Place, Problem};

    #[test]
    fn every_line_has_the_same_keys() {
        let placed =
            Problem::new(Code::BadPath, "/a", "\"b\"").with_help("c").at(Place::new("d", 1, 2));
        let unplaced = Diagnostic::general(Code::EmptyField, "e");
        let line = r#"{"severity":"error","code":"E0207","message":"\"b\"","file":"d","line":1,"column":2,"pointer":"/a","help":"c","related":[]}"#;
        assert_eq!(print(&placed.into()), format!("{line}\n"));
        let line = r#"{"severity":"warning","code":"W0213","message":"e","file":null,"line":null,"column":null,"pointer":null,"help":null,"related":[]}"#;
        assert_eq!(print(&unplaced.into()), format!("{line}\n"));
    }

    #[test]
    fn other_places_are_told_with_what_is_there() {
        let found = Diagnostic::general(Code::DuplicateKey, "a")
            .with_related(Place::new("b", 3, 4), "c")
            .with_related(Place { pointer: Some("/e".to_owned()), ..Place::new("d", 5, 6) }, "f");
        let related = r#""related":[{"message":"c","file":"b","line":3,"column":4,"pointer":null},{"message":"f","file":"d","line":5,"column":6,"pointer":"/e"}]}"#;
        let line = print(&found.into());
        assert!(line.ends_with(&format!("{related}\n")), "{line}");
    }
}
