//! Takes an HTML tag, gives its name and what it means in Markdown.

/// A start or end tag.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    pub(super) name: String,
    pub(super) is_end: bool,
    source: &'a str,
}

/// What an author meant by a tag, where Markdown can say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Break,
    Item,
    Space,
    Nothing,
    Strong,
    Emphasis,
    Code,
    Anchor,
}

impl<'a> Tag<'a> {
    /// Reads `<name …>` or `</name>`. Anything else, a comment too, is no tag.
    pub(super) fn read(source: &'a str) -> Option<Self> {
        let rest = source.strip_prefix('<')?;
        let (rest, is_end) = match rest.strip_prefix('/') {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric())?;
        let followed = rest[end..].starts_with(['>', '/', ' ', '\n']);
        (end > 0 && followed).then(|| Self {
            name: rest[..end].to_ascii_lowercase(),
            is_end,
            source,
        })
    }

    pub(super) fn meaning(&self) -> Option<Meaning> {
        let meaning = match self.name.as_str() {
            "li" if !self.is_end => Meaning::Item,
            "br" | "hr" | "p" | "li" | "ul" | "ol" | "div" | "blockquote" | "pre" => Meaning::Break,
            "table" | "thead" | "tbody" | "tr" | "dl" | "dt" | "dd" => Meaning::Break,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "details" | "summary" => Meaning::Break,
            "td" | "th" => Meaning::Space,
            "span" | "font" | "center" => Meaning::Nothing,
            "b" | "strong" => Meaning::Strong,
            "i" | "em" => Meaning::Emphasis,
            "code" | "tt" | "kbd" | "samp" => Meaning::Code,
            "a" => Meaning::Anchor,
            _ => return None,
        };
        Some(meaning)
    }

    /// Whether the tag means something alone. `<table>` without its end is a placeholder.
    pub(super) fn stands_alone(&self) -> bool {
        matches!(self.name.as_str(), "br" | "hr" | "p" | "li")
    }

    /// The `href` attribute.
    pub(super) fn target(&self) -> Option<&'a str> {
        let at = self.source.find("href")?;
        let value = self.source[at + "href".len()..].trim_start();
        let value = value.strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        value[1..].split(quote).next()
    }
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Tag};

    #[test]
    fn a_tag_has_a_name_and_a_meaning() {
        for (source, name, meaning) in [
            ("<BR/>", "br", Some(Meaning::Break)),
            ("</li>", "li", Some(Meaning::Break)),
            ("<li>", "li", Some(Meaning::Item)),
            ("<a href='x'>", "a", Some(Meaning::Anchor)),
            ("<script>", "script", None),
        ] {
            let tag = Tag::read(source).expect(source);
            assert_eq!((tag.name.as_str(), tag.meaning()), (name, meaning));
        }
    }

    #[test]
    fn comments_and_declarations_are_no_tags() {
        for source in ["<!-- b -->", "<?b?>", "<!b>", "<a-b>", "<>", "<", "</"] {
            assert!(Tag::read(source).is_none(), "{source}");
        }
    }

    #[test]
    fn an_anchor_has_a_target() {
        let target = |source| Tag::read(source).and_then(|tag| tag.target());
        assert_eq!(target("<a class=\"c\" href = \"http://a\">"), Some("http://a"));
        assert_eq!(target("<a href=x>"), None);
        assert_eq!(target("<a href=\"é"), Some("é"));
    }
}
