//! HTML inside a paragraph: Markdown where it can say the same, else text.

use std::collections::BTreeMap;

use pulldown_cmark::Event;

use super::super::tag::{Meaning, Tag};
use super::super::{code, destination};
use super::{Inline, Spanned};

impl Inline<'_> {
    /// Writes what a tag means, a whole element if it is code, and any other HTML as text.
    /// Says which event is next.
    pub(super) fn html(&mut self, index: usize) -> usize {
        let range = &self.events[index].1;
        let source = &self.source[range.clone()];
        self.copy_to(range.start);
        self.at = range.end;
        let partner = self.partners.get(&index).copied();
        let tag = Tag::read(source).filter(|tag| tag.stands_alone() || partner.is_some());
        match tag.and_then(|tag| Some((tag.meaning()?, tag, partner))) {
            Some((Meaning::Code, tag, Some(end))) if !tag.is_end => {
                return self.code_element(index, end);
            }
            Some((meaning, tag, _)) => self.element(meaning, &tag),
            None if source.starts_with("<!--") => {}
            None => self.run.push(&source.replacen('<', "&lt;", 1)),
        }
        index + 1
    }

    fn element(&mut self, meaning: Meaning, tag: &Tag) {
        match meaning {
            Meaning::Break => self.element_break(),
            Meaning::Item => {
                self.element_break();
                self.run.push("- ");
            }
            Meaning::Space => self.run.push(" "),
            Meaning::Nothing | Meaning::Code => {}
            Meaning::Strong => self.delimiter("**", tag.is_end),
            Meaning::Emphasis => self.delimiter("*", tag.is_end),
            Meaning::Anchor if tag.is_end => self.close_link(),
            Meaning::Anchor => self.open_link(tag.target().and_then(destination::destination)),
        }
    }

    /// Unlike a break of Markdown, this one may stand in the middle of a line.
    fn element_break(&mut self) {
        let fresh = self.fresh;
        self.hard_break();
        self.fresh = fresh;
    }

    fn delimiter(&mut self, delimiter: &str, is_end: bool) {
        self.run.push(delimiter);
        self.depth = if is_end { self.depth.saturating_sub(1) } else { self.depth + 1 };
    }

    /// Inside a code span Markdown means nothing, so the source is taken as it is.
    fn code_element(&mut self, start: usize, end: usize) -> usize {
        let inside = self.events[start].1.end..self.events[end].1.start;
        let code = self.source[inside]
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
        if !code.trim().is_empty() {
            self.run.push_glued(&code::span(code.trim()));
        }
        self.at = self.events[end].1.end;
        end + 1
    }
}

/// Which start tag belongs to which end tag, both ways.
pub(super) fn partners(events: &[Spanned]) -> BTreeMap<usize, usize> {
    let mut partners = BTreeMap::new();
    let mut open: Vec<(String, usize)> = Vec::new();
    for (index, tag) in paired_tags(events) {
        if !tag.is_end {
            open.push((tag.name, index));
        } else if let Some((_, start)) = open.pop_if(|(name, _)| *name == tag.name) {
            partners.insert(start, index);
            partners.insert(index, start);
        }
    }
    partners
}

/// The tags that need an end to mean something.
fn paired_tags<'a>(events: &'a [Spanned]) -> impl Iterator<Item = (usize, Tag<'a>)> {
    let tags = events.iter().enumerate().filter_map(|(index, event)| {
        let Event::InlineHtml(source) = &event.0 else {
            return None;
        };
        Some((index, Tag::read(source)?))
    });
    tags.filter(|(_, tag)| tag.meaning().is_some() && !tag.stands_alone())
}
