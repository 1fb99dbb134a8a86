//! Takes cleaned CommonMark, gives its blocks with harmless inline content.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::block::{Block, Item, List, Table};
use super::run::{BREAK, GLUE};
use super::{clean, code, html, inline};

/// An event and its place in the source.
pub(super) type Spanned<'a> = (Event<'a>, Range<usize>);

/// How deep quotes and lists nest. What is deeper is laid out at this depth.
const DEEPEST: usize = 8;

/// Reads text as rustdoc does, except for footnotes, which OpenAPI does not have.
pub(super) fn read(source: &str) -> Vec<Block> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(source, options).into_offset_iter().collect();
    let mut reader = Reader { source, events, next: 0 };
    reader.blocks(0)
}

struct Reader<'a> {
    source: &'a str,
    events: Vec<Spanned<'a>>,
    next: usize,
}

impl Reader<'_> {
    /// The blocks up to the end of the container, which is consumed.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut flattened = 0;
        while let Some((event, _)) = self.events.get(self.next) {
            if is_inline(event) {
                blocks.push(Block::Paragraph(self.inline()));
                continue;
            }
            let event = event.clone();
            self.next += 1;
            match event {
                Event::End(end) if is_container(end) && flattened == 0 => break,
                Event::End(end) if is_container(end) => flattened -= 1,
                Event::Start(tag) if is_container(tag.to_end()) && depth == DEEPEST => {
                    flattened += 1;
                }
                Event::Start(tag) => blocks.extend(self.block(tag, depth)),
                Event::Rule => blocks.push(Block::Rule),
                _ => {}
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag, depth: usize) -> Option<Block> {
        let block = match tag {
            Tag::Paragraph => Block::Paragraph(self.inline()),
            Tag::Heading { level, .. } => Block::Heading(level as usize, self.one_line()),
            Tag::BlockQuote(_) => Block::Quote(self.blocks(depth + 1)),
            Tag::CodeBlock(kind) => self.code_block(&kind),
            Tag::HtmlBlock => Block::Hidden(html::markdown(&self.content())),
            Tag::List(_) => Block::List(self.list(depth + 1)),
            Tag::Table(alignments) => Block::Table(self.table(&alignments)),
            _ => return None,
        };
        Some(block)
    }

    /// The run of inline events that begins here.
    fn inline(&mut self) -> String {
        let events = &self.events[self.next..];
        let length = events.iter().take_while(|(event, _)| is_inline(event)).count();
        self.next += length;
        inline::inline(self.source, &events[..length])
    }

    fn one_line(&mut self) -> String {
        let text = self.inline().replace(BREAK, " ").replace(GLUE, " ");
        text.trim().to_owned()
    }

    fn code_block(&mut self, kind: &CodeBlockKind) -> Block {
        let code = self.content();
        if *kind == CodeBlockKind::Indented && code::is_prose(&code) {
            return Block::Hidden(clean::dedent(&code));
        }
        Block::Code(code)
    }

    /// The lines of a code or HTML block, which is consumed.
    fn content(&mut self) -> String {
        let mut content = String::new();
        while let Some((event, _)) = self.events.get(self.next) {
            self.next += 1;
            match event {
                Event::Text(text) | Event::Html(text) => content.push_str(text),
                Event::End(_) => break,
                _ => {}
            }
        }
        content
    }

    fn list(&mut self, depth: usize) -> List {
        let mut list = List { loose: false, items: Vec::new() };
        while let Some((Event::Start(Tag::Item), range)) = self.events.get(self.next) {
            let marker = marker(&self.source[range.clone()]);
            self.next += 1;
            let first = self.next;
            let blocks = self.blocks(depth);
            list.loose |= self.has_paragraph(first);
            list.items.push(Item { marker, blocks });
        }
        self.next += 1;
        list
    }

    /// Whether an item holds a paragraph of its own, which makes its list loose.
    fn has_paragraph(&self, first: usize) -> bool {
        let mut depth = 0usize;
        self.events[first..self.next].iter().any(|(event, _)| {
            match event {
                Event::Start(Tag::Paragraph) if depth == 0 => return true,
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            false
        })
    }

    fn table(&mut self, alignments: &[Alignment]) -> Table {
        let mut rows: Vec<Vec<String>> = Vec::new();
        while let Some((event, _)) = self.events.get(self.next) {
            let event = event.clone();
            self.next += 1;
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.one_line();
                    rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        let delimiters = alignments.iter().map(delimiter).collect();
        Table { delimiters, rows }
    }
}

fn delimiter(alignment: &Alignment) -> &'static str {
    match alignment {
        Alignment::None => "---",
        Alignment::Left => ":--",
        Alignment::Center => ":-:",
        Alignment::Right => "--:",
    }
}

/// The marker that an item's source begins with, after its indentation.
fn marker(item: &str) -> String {
    let item = item.trim_start();
    let digits = item.chars().take_while(char::is_ascii_digit).count();
    item.chars().take(digits + 1).collect()
}

fn is_container(end: TagEnd) -> bool {
    matches!(end, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item)
}

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => is_span(tag.to_end()),
        Event::End(end) => is_span(*end),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}

fn is_span(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}
