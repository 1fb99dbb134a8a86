//! Takes the prose of a document (CommonMark that nobody vetted), gives the lines of a rustdoc comment.
//!
//! One pass reads the text into blocks, makes each block harmless and lays it out again.
//! A pass can uncover Markdown that was not Markdown before (the inside of an HTML block, say),
//! so passes repeat until one changes nothing. What has not settled by then becomes plain words.

mod block;
mod clean;
mod code;
mod destination;
mod html;
mod inline;
mod layout;
mod plain;
mod read;
mod run;
mod tag;
mod url;
mod wrap;

#[cfg(test)]
mod tests;

/// What must stand escaped wherever it stands in source text: it would change how the text is read by
/// people (`text_direction_codepoint_in_literal` of rustc).
pub use crate::diagnostics::is_unwanted;

/// Passes after which text that still changes is given up. Real descriptions need two or three.
const PASSES: usize = 8;

/// The narrowest column that prose is wrapped at, however deeply it is nested.
const NARROWEST: usize = 20;

/// Turns a description into the lines of a rustdoc comment, without the `///`.
///
/// `width` counts characters and is taken as 20 at least. Paragraphs and list items are wrapped
/// at it; code, table rows, headings, links and single words that are longer stay in one piece.
/// Blank text gives no lines.
///
/// Whatever the text, the lines hold no doctest, no HTML, no link but to http and https, and no
/// control, bidi or zero-width character, and rustdoc has no warning for them.
/// Lines that went through once come back unchanged.
///
/// The text is read as CommonMark with tables, task lists and strikethrough, as rustdoc reads it
/// (OpenAPI, "Rich Text Formatting").
pub fn rustdoc(text: &str, width: usize) -> Vec<String> {
    let width = width.max(NARROWEST);
    let mut text = clean::clean(text);
    for _ in 0..PASSES {
        let lines = pass(&text, width);
        let next = lines.join("\n");
        if next == text {
            return lines;
        }
        text = next;
    }
    plain::plain(&text, width)
}

/// A list item: a name in code, and a description of it.
///
/// The lines have been read back as a whole, so that nothing in the description can be more in
/// the list than it was alone.
pub fn rustdoc_item(name: &str, text: &str, width: usize) -> Vec<String> {
    let lines = rustdoc(text, width.saturating_sub(2));
    let item = match lines.split_first() {
        None => format!("- {}", code(name)),
        Some((first, rest)) if begins_a_block(first) => {
            format!("- {}\n\n  {}", code(name), indented(std::iter::once(first).chain(rest)))
        }
        Some((first, rest)) => {
            let first = format!("- {}: {first}", code(name));
            indented(std::iter::once(&first).chain(rest))
        }
    };
    rustdoc(&item, width)
}

/// Lines of which all but the first stand under a list item.
fn indented<'a>(lines: impl Iterator<Item = &'a String>) -> String {
    lines.map(String::as_str).collect::<Vec<_>>().join("\n  ")
}

/// Whether a line would be something else after `name: `.
fn begins_a_block(line: &str) -> bool {
    let marked = line.starts_with(['`', '~', '#', '>', '|', '-', '*', '+', '_', '=', '<', ' ']);
    marked || line.starts_with(|first: char| first.is_ascii_digit())
}

/// A name from a document as code in a line of prose, whatever characters it has.
pub fn code(name: &str) -> String {
    let name = clean::clean(name).replace('`', "").replace('\n', " ");
    if name.trim().is_empty() { "an empty name".to_owned() } else { format!("`{name}`") }
}

fn pass(text: &str, width: usize) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    layout::lay_out(&read::read(text), width)
}
