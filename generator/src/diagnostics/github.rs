//! Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request.
//!
//! Source: GitHub's documentation, "Workflow commands for GitHub Actions".

use std::iter;

use super::{Diagnostic, Diagnostics, Place, Related};

/// Prints one `::error …::…` or `::warning …::…` command a line, for those that people are shown.
#[must_use]
pub fn print(diagnostics: &Diagnostics) -> String {
    let shown = diagnostics.shown();
    let shown = shown.into_iter().map(print_one);
    let hidden = diagnostics
        .hidden("--format json")
        .map(|hidden| command("notice", None, "bindery", &hidden));
    shown.chain(hidden).collect()
}

fn print_one(diagnostic: &Diagnostic) -> String {
    let related =
        diagnostic.related.iter().map(|Related { place, message }| format!("{message}: {place}"));
    let lines =
        iter::once(diagnostic.message.clone()).chain(related).chain(diagnostic.help.clone());
    let message = lines.collect::<Vec<_>>().join("\n");
    let level = diagnostic.severity().as_str();
    command(level, diagnostic.place.as_ref(), diagnostic.code.as_str(), &message)
}

/// One workflow command: `level` is `error`, `warning` or `notice`.
#[must_use]
pub fn command(level: &str, place: Option<&Place>, title: &str, message: &str) -> String {
    let fields = place.map(|place| {
        let file = escape_field(&place.file);
        format!("file={file},line={},col={},", place.line, place.column)
    });
    let fields = fields.unwrap_or_default();
    format!("::{level} {fields}title={}::{}\n", escape_field(title), escape(message))
}

/// Escapes the text after the second `::`.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a field, where `:` and `,` also have a meaning.
fn escape_field(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::diagnostics::{Code, Diagnostic, Place, Problem};

    #[test]
    fn what_a_command_would_act_on_is_escaped() {
        let problem = Problem::new(Code::Syntax, "/a", "100 %\n::error::no").with_help("a, b: c");
        assert_eq!(
            print(&problem.at(Place::new("a,b:c.json", 3, 7)).into()),
            "::error file=a%2Cb%3Ac.json,line=3,col=7,title=E0105::100 %25%0A::error::no%0Aa, b: c\n"
        );
    }

    #[test]
    fn other_places_stand_between_the_message_and_the_way_out() {
        let found = Diagnostic::general(Code::DuplicateKey, "a").with_help("b");
        let found = found.with_related(Place::new("c.json", 3, 7), "first given here");
        let line = "::error title=E0107::a%0Afirst given here: c.json:3:7%0Ab\n";
        assert_eq!(print(&found.into()), line);
    }
}
