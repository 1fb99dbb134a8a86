//! The blocks of a description: what `read` finds and `layout` writes.

/// A CommonMark block. Inline content is text that is already harmless, see [`super::run`].
#[derive(Debug)]
pub(super) enum Block {
    /// A paragraph, or the bare text of a tight list item.
    Paragraph(String),
    /// A heading of level 1 to 6.
    Heading(usize, String),
    /// The content of a code block of either kind.
    Code(String),
    /// Markdown that was hidden in an HTML or indented block and is read by the next pass.
    Hidden(String),
    Quote(Vec<Block>),
    List(List),
    Table(Table),
    Rule,
}

/// A bullet or ordered list. The items of a loose one stand apart.
#[derive(Debug)]
pub(super) struct List {
    pub(super) loose: bool,
    pub(super) items: Vec<Item>,
}

/// A list item and its marker as the author wrote it: `-`, `*`, `+`, `1.`, `1)`.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) marker: String,
    pub(super) blocks: Vec<Block>,
}

/// A table: the delimiter cells of its second line, and its rows with the head first.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) delimiters: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}
