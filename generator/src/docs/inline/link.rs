//! Links and images: kept if they lead to the web, else their text alone.

use pulldown_cmark::{Event, TagEnd as SpanEnd};

use super::super::destination::destination;
use super::Inline;

/// A link that is kept, and where its text begins.
#[derive(Debug)]
pub(super) struct Link {
    destination: String,
    start: usize,
}

impl Inline<'_> {
    /// Writes `<…>`: a web link as it is, an address as text. Says which event is next.
    pub(super) fn autolink(&mut self, index: usize) -> usize {
        let range = &self.events[index].1;
        let source = &self.source[range.clone()];
        let inner = source.trim_start_matches('<').trim_end_matches('>');
        self.copy_to(range.start);
        if inner.contains(':') && destination(inner).is_none() {
            self.run.push("&lt;");
            self.run.push_text(inner, false);
            self.run.push(">");
        } else if inner.contains(':') {
            self.run.push_glued(source);
        } else {
            self.run.push_text(inner, false);
        }
        self.at = range.end;
        let events = self.events[index..].iter();
        let length = events.take_while(|(event, _)| *event != Event::End(SpanEnd::Link));
        index + length.count() + 1
    }

    /// Begins a link; without a destination, or inside another link, only its text is written.
    pub(super) fn open_link(&mut self, destination: Option<String>) {
        let link = destination.filter(|_| !self.run.is_glued()).map(|destination| {
            self.run.push("[");
            self.run.glue();
            Link { destination, start: self.run.len() }
        });
        self.links.push(link);
    }

    /// Ends the innermost link. One whose text says no more than its target is written `<…>`.
    pub(super) fn close_link(&mut self) {
        let Some(Some(Link { destination, start })) = self.links.pop() else {
            return;
        };
        self.run.unglue();
        let text = self.run.since(start);
        if text.is_empty() || (text == destination && !text.contains(['[', ']'])) {
            self.run.truncate(start - 1);
            self.run.push(&format!("<{destination}>"));
            return;
        }
        if text.starts_with('^') {
            self.run.escape_at(start);
        }
        self.run.push(&format!("]({destination})"));
    }
}
