//! Takes blocks, gives the lines that CommonMark reads back as the same blocks.

use super::block::{Block, List, Table};
use super::run::BREAK;
use super::{NARROWEST, code, wrap};

/// The lines of a whole description.
pub(super) fn lay_out(blocks: &[Block], width: usize) -> Vec<String> {
    stack(blocks, true, false, width)
}

/// Lays blocks below each other, with an empty line between two unless they are tight.
fn stack(blocks: &[Block], top: bool, tight: bool, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut previous = None;
    for block in blocks {
        let added = lay_out_block(block, top, width.max(NARROWEST));
        if added.is_empty() {
            continue;
        }
        if previous.is_some_and(|previous| !tight || runs_on(previous, block)) {
            lines.push(String::new());
        }
        lines.extend(added);
        previous = Some(block);
    }
    lines
}

/// Whether the second block would be taken for a part of the first without an empty line.
fn runs_on(first: &Block, second: &Block) -> bool {
    match first {
        Block::Quote(_) | Block::List(_) | Block::Table(_) | Block::Hidden(_) => true,
        Block::Paragraph(_) => {
            matches!(second, Block::Paragraph(_) | Block::Hidden(_) | Block::Table(_))
        }
        _ => false,
    }
}

fn lay_out_block(block: &Block, top: bool, width: usize) -> Vec<String> {
    match block {
        Block::Paragraph(text) => paragraph(text, width),
        Block::Heading(_, text) if text.is_empty() => Vec::new(),
        Block::Heading(level, text) => vec![format!("{} {text}", "#".repeat(*level))],
        Block::Code(code) => code::fence(code),
        Block::Hidden(text) => text.lines().map(|line| line.trim_end().to_owned()).collect(),
        Block::Quote(blocks) => quote(&stack(blocks, false, false, width - 2)),
        Block::List(list) => lay_out_list(list, width),
        Block::Table(table) => lay_out_table(table),
        // In a list, `---` after the marker would be a rule in place of the item.
        Block::Rule => vec![if top { "---" } else { "___" }.to_owned()],
    }
}

/// A paragraph, or several where it was broken. Items that follow each other stay together.
fn paragraph(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut after_item = false;
    for part in text.split(BREAK).map(str::trim).filter(|part| !part.is_empty()) {
        let item = part.starts_with("- ");
        if !(lines.is_empty() || after_item && item) {
            lines.push(String::new());
        }
        lines.extend(wrap::wrap(part, width));
        after_item = item;
    }
    lines
}

fn quote(lines: &[String]) -> Vec<String> {
    let quote = |line: &String| format!("> {line}").trim_end().to_owned();
    lines.iter().map(quote).collect()
}

fn lay_out_list(list: &List, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for item in &list.items {
        let indent = item.marker.len() + 1;
        let content = stack(&item.blocks, false, !list.loose, width.saturating_sub(indent));
        if content.is_empty() {
            continue;
        }
        if list.loose && !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(hang(&item.marker, &content));
    }
    lines
}

/// Puts the marker before the first line and indents the others as far.
fn hang(marker: &str, content: &[String]) -> Vec<String> {
    let indent = " ".repeat(marker.len() + 1);
    let hung = content.iter().enumerate().map(|(at, line)| match at {
        0 => format!("{marker} {line}"),
        _ => format!("{indent}{line}").trim_end().to_owned(),
    });
    hung.collect()
}

fn lay_out_table(table: &Table) -> Vec<String> {
    let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let mut lines: Vec<String> = table.rows.iter().map(|cells| row(cells)).collect();
    lines.insert(1.min(lines.len()), format!("| {} |", table.delimiters.join(" | ")));
    lines
}
