//! `LEDGER`: what the documents say and the crate cannot.

use super::{Content, OutputFile};
use crate::docs::is_unwanted;
use crate::model::{Document, LedgerEntry, Model};

const HEAD: &str = "\
What the documents say and this crate does not have as they say it: the place in the document,
what stands there, and what became of it.
";

/// The file, which says so too if nothing was lost.
pub fn render_ledger(model: &Model) -> OutputFile {
    let documents: String = model.documents.iter().map(render_document).collect();
    let text = if documents.is_empty() { "\nNothing.\n" } else { documents.as_str() };
    OutputFile { path: "LEDGER".to_owned(), content: Content::Text(format!("{HEAD}{text}")) }
}

fn render_document(document: &Document) -> String {
    if document.ledger.is_empty() {
        return String::new();
    }
    let entries: String = document.ledger.iter().map(render_entry).collect();
    format!("\n{}\n\n{entries}", in_one_line(&document.source))
}

fn render_entry(LedgerEntry { pointer, what, became }: &LedgerEntry) -> String {
    format!("  {}\n    {} → {}\n", in_one_line(pointer), in_one_line(what), in_one_line(became))
}

/// Text of a document without its line breaks and what nobody sees.
fn in_one_line(text: &str) -> String {
    let shown = |c: char| if c.is_control() || is_unwanted(c) { ' ' } else { c };
    text.chars().map(shown).collect()
}
