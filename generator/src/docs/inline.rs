//! Takes the inline events of one block, gives text in which nothing can do harm.
//!
//! What the author wrote is copied; only what could do harm is written anew.

mod element;
mod link;

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, LinkType, Tag as Span, TagEnd as SpanEnd};

use super::read::Spanned;
use super::run::Run;
use super::{code, destination, is_unwanted, url};

/// The text of a run of inline events of `source`.
pub(super) fn inline(source: &str, events: &[Spanned]) -> String {
    let mut inline = Inline {
        source,
        events,
        partners: element::partners(events),
        run: Run::default(),
        at: 0,
        fresh: true,
        depth: 0,
        links: Vec::new(),
    };
    let mut next = 0;
    while next < events.len() {
        next = inline.event(next);
    }
    inline.run.finish()
}

struct Inline<'a> {
    source: &'a str,
    events: &'a [Spanned<'a>],
    partners: BTreeMap<usize, usize>,
    run: Run,
    /// The source is copied up to here.
    at: usize,
    /// Whether what stands before the next event is to be left out: a line's prefix, a `[`.
    fresh: bool,
    /// How many spans of emphasis are open. A paragraph cannot end inside one.
    depth: usize,
    links: Vec<Option<link::Link>>,
}

impl Inline<'_> {
    /// Writes one event, or several that belong together. Says which is next.
    fn event(&mut self, index: usize) -> usize {
        let (event, range) = &self.events[index];
        match event {
            Event::Text(_) => return self.text(index),
            Event::InlineHtml(_) => return self.html(index),
            Event::Start(Span::Link {
                link_type: LinkType::Autolink | LinkType::Email, ..
            }) => return self.autolink(index),
            Event::Code(code) => self.code(code, index),
            Event::SoftBreak => self.soft_break(index),
            Event::HardBreak => self.hard_break(),
            Event::Start(Span::Link { dest_url, .. } | Span::Image { dest_url, .. }) => {
                self.copy_to(range.start);
                self.open_link(destination::destination(dest_url));
                self.fresh = true;
            }
            Event::End(SpanEnd::Link | SpanEnd::Image) => {
                self.at = range.end;
                self.fresh = false;
                self.close_link();
            }
            Event::Start(_) => {
                self.copy_to(range.start);
                self.depth += 1;
            }
            Event::End(_) => {
                self.copy_to(range.end);
                self.depth = self.depth.saturating_sub(1);
            }
            _ => self.task_marker(index),
        }
        index + 1
    }

    /// Copies delimiters and backslashes: what no event of its own stands for.
    fn copy_to(&mut self, to: usize) {
        if self.fresh {
            let escaped = self.source[..to].ends_with('\\');
            self.at = to - usize::from(escaped);
            self.fresh = false;
        }
        if self.at < to {
            self.run.push(&self.source[self.at..to]);
            self.at = to;
        }
    }

    fn text(&mut self, index: usize) -> usize {
        let (event, range) = &self.events[index];
        if let Event::Text(text) = event
            && !is_verbatim(&self.source[range.clone()], text)
        {
            self.entity(text, index);
            return index + 1;
        }
        let next = self.stretch(index);
        let end = self.events[next - 1].1.end;
        let preceded = self.fresh || self.at < range.start;
        self.copy_to(range.start);
        let escaped = preceded && self.source[..range.start].ends_with('\\');
        self.words(&self.source[range.start..end], escaped);
        self.at = end;
        next
    }

    /// The event after the texts that touch each other: the parser splits words at `_`.
    fn stretch(&self, index: usize) -> usize {
        let mut next = index + 1;
        while let Some((Event::Text(text), range)) = self.events.get(next) {
            let touches = range.start == self.events[next - 1].1.end;
            if !touches || !is_verbatim(&self.source[range.clone()], text) {
                break;
            }
            next += 1;
        }
        next
    }

    /// Writes text and makes its bare URLs links.
    fn words(&mut self, text: &str, mut escaped: bool) {
        let mut rest = text;
        while !self.run.is_glued() {
            let Some(range) = url::find(rest) else { break };
            self.run.push_text(&rest[..range.start], escaped);
            let url = rest[range.clone()].replace("&amp;", "&");
            self.run.push_glued(&format!("<{url}>"));
            rest = &rest[range.end..];
            escaped = false;
        }
        self.run.push_text(rest, escaped);
    }

    /// A character reference stays as it is unless it hides what `clean` takes away.
    fn entity(&mut self, text: &str, index: usize) {
        let range = &self.events[index].1;
        self.copy_to(range.start);
        if !text.chars().any(is_unwanted) {
            self.run.push(&self.source[range.clone()]);
        }
        self.at = range.end;
    }

    fn code(&mut self, code: &str, index: usize) {
        let range = &self.events[index].1;
        self.copy_to(range.start);
        let source = &self.source[range.clone()];
        if source.contains('\n') {
            self.run.push_glued(&code::span(code));
        } else {
            self.run.push_glued(source);
        }
        self.at = range.end;
    }

    fn task_marker(&mut self, index: usize) {
        let range = &self.events[index].1;
        self.copy_to(range.start);
        self.run.push_glued(&self.source[range.clone()]);
        self.run.push_glued(" ");
        self.fresh = true;
    }

    /// A line that begins with a bullet was meant as an item, though its indentation hid that.
    fn soft_break(&mut self, index: usize) {
        let next = self.events.get(index + 1);
        let bullet = next.is_some_and(|(event, range)| {
            let escaped = self.source[..range.start].ends_with('\\');
            matches!(event, Event::Text(_)) && !escaped && is_bullet(&self.source[range.start..])
        });
        if bullet {
            self.hard_break();
        } else {
            self.run.push(" ");
        }
        self.fresh = true;
    }

    fn hard_break(&mut self) {
        if self.depth == 0 {
            self.run.push_break();
        } else {
            self.run.push(" ");
        }
        self.fresh = true;
    }
}

/// Text is what the source says, except that a URL may spell `&` as `&amp;`.
fn is_verbatim(source: &str, text: &CowStr) -> bool {
    source == text.as_ref() || source == "&amp;"
}

fn is_bullet(text: &str) -> bool {
    ["- ", "* ", "+ "].iter().any(|bullet| text.starts_with(bullet))
}
