//! Diagnostics as JSON lines: one object a line, for other programs.

use serde::Serialize;

use super::{Diagnostic, Diagnostics};

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
    use crate::diagnostics::{Code, Diagnostic, Problem};

    #[test]
    fn every_line_has_the_same_keys() {
        let placed = Problem::new(Code::BadPath, "/a", "\"b\"").with_help("c").at("d", 1, 2);
        let unplaced =
            Diagnostic { place: None, code: Code::EmptyField, message: "e".to_owned(), help: None };
        let line = r#"{"severity":"error","code":"E0207","message":"\"b\"","file":"d","line":1,"column":2,"pointer":"/a","help":"c"}"#;
        assert_eq!(print(&placed.into()), format!("{line}\n"));
        let line = r#"{"severity":"warning","code":"W0213","message":"e","file":null,"line":null,"column":null,"pointer":null,"help":null}"#;
        assert_eq!(print(&unplaced.into()), format!("{line}\n"));
    }
}
