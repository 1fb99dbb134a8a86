//! What holds for any text, tried on texts put together from the signs of Markdown.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::super::{clean, is_unwanted, pass, rustdoc, rustdoc_item};

const TEXTS: u64 = 2_000;
const WIDTH: usize = 30;

const PARTS: [&str; 72] = [
    " ",
    " ",
    " ",
    "  ",
    "    ",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\t",
    "a",
    "b c",
    "word",
    "é",
    "日",
    "\\",
    "\\\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "``",
    "```",
    "~~~",
    "```rust\n",
    "> ",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "12) ",
    "# ",
    "###",
    "===",
    "---",
    "|",
    "|-|\n",
    ":-",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "[a]",
    "[a]: ",
    "[^1]",
    "http://a.b",
    "https://c.d/e_f",
    "(#x)",
    "(javascript:x)",
    "<",
    ">",
    "</",
    "<br>",
    "<p>",
    "<b>",
    "</b>",
    "<code>",
    "</code>",
    "<a href='http://a.b'>",
    "</a>",
    "<li>",
    "<div>",
    "<!--",
    "-->",
    "<pre>",
    "&",
    "&lt;",
    "&#x202e;",
    "\u{2028}",
];

/// A text of up to 40 parts; the same for the same seed (xorshift).
fn nasty(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |end: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).map_or(0, |number| number % end)
    };
    let length = below(40) + 1;
    (0..length).map(|_| PARTS[below(PARTS.len())]).collect()
}

fn nasty_texts() -> impl Iterator<Item = (String, Vec<String>)> {
    (1..=TEXTS).map(nasty).map(|text| {
        let lines = rustdoc(&text, WIDTH);
        (text, lines)
    })
}

/// The options of rustdoc's own parser.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

#[test]
fn a_comment_comes_back_unchanged() {
    for (text, lines) in nasty_texts() {
        assert_eq!(rustdoc(&lines.join("\n"), WIDTH), lines, "from {text:?}");
    }
}

#[test]
fn rustdoc_sees_nothing_that_runs_or_leads_astray() {
    for (text, lines) in nasty_texts() {
        let comment = lines.join("\n");
        for event in Parser::new_ext(&comment, options()) {
            assert!(is_harmless(&event), "{event:?} from {text:?} in\n{comment}");
        }
    }
}

#[test]
fn a_list_item_is_as_harmless_as_its_description() {
    for text in (1..=TEXTS).map(nasty) {
        let comment = ["Before.".to_owned(), String::new()]
            .into_iter()
            .chain(rustdoc_item("id", &text, WIDTH))
            .chain(rustdoc_item("other", "After.", WIDTH))
            .collect::<Vec<_>>()
            .join("\n");
        for event in Parser::new_ext(&comment, options()) {
            assert!(is_harmless(&event), "{event:?} from {text:?} in\n{comment}");
        }
        assert!(comment.ends_with("- `other`: After."), "from {text:?} in\n{comment}");
    }
}

fn is_harmless(event: &Event) -> bool {
    match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => false,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => info.as_ref() == "text",
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented) | Tag::Image { .. }) => false,
        Event::Start(Tag::FootnoteDefinition(_)) => false,
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.starts_with("http"),
        Event::Text(text) => !text.chars().any(|c| is_unwanted(c) && c != '\n'),
        _ => true,
    }
}

#[test]
fn rustdoc_sees_no_reference_without_a_target() {
    for (text, lines) in nasty_texts() {
        let comment = lines.join("\n");
        let mut broken = Vec::new();
        let mut note = |link: pulldown_cmark::BrokenLink| {
            broken.push(link.reference.into_string());
            None
        };
        Parser::new_with_broken_link_callback(&comment, options(), Some(&mut note)).for_each(drop);
        assert!(broken.is_empty(), "{broken:?} from {text:?} in\n{comment}");
    }
}

#[test]
fn lines_hold_no_line_end_and_no_trailing_space() {
    for (text, lines) in nasty_texts() {
        let whole = lines.iter().all(|line| !line.contains('\n') && line.trim_end() == line);
        assert!(whole, "{lines:?} from {text:?}");
    }
}

#[test]
fn few_texts_end_as_plain_words() {
    let settled = |text: &String| {
        let comment = rustdoc(text, WIDTH).join("\n");
        let mut now = clean::clean(text);
        (0..super::super::PASSES).any(|_| {
            now = pass(&now, WIDTH).join("\n");
            now == comment
        })
    };
    let lost = (1..=TEXTS).map(nasty).filter(|text| !settled(text)).count();
    assert!(lost * 100 <= usize::try_from(TEXTS).unwrap_or(0), "{lost}");
}

#[test]
fn long_repetitions_do_not_grow() {
    for part in PARTS {
        let text = part.repeat(20_000 / part.len());
        let lines = rustdoc(&text, WIDTH);
        assert!(lines.iter().map(String::len).sum::<usize>() < 20 * text.len());
    }
}
