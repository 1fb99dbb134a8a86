//! Names and prose as they are found in the wild, and worse.

use super::choices::Choices;

/// Names in many scripts and of many shapes; none is empty.
const NAMES: &[&str] = &[
    "id",
    "name",
    "Status",
    "friendly_name",
    "FriendlyName",
    "friendly-name",
    "HTTPServer2",
    "type",
    "self",
    "Self",
    "crate",
    "gen",
    "async",
    "r#type",
    "String",
    "Vec",
    "Option",
    "Box",
    "Result",
    "Error",
    "Client",
    "new",
    "send",
    "page",
    "Page",
    "_",
    "__",
    "$",
    "@id",
    "+1",
    "-1",
    "9lives",
    "2",
    "a b",
    "a.b",
    "a[b]",
    "a,b",
    "a'b",
    "a\"b",
    "a/b",
    "a~b",
    "a%20b",
    "naïve",
    "Straße",
    "имя",
    "名前",
    "الاسم",
    "ชื่อ",
    "이름",
    "🦀",
    "ﬁ",
    "ı",
    "e\u{301}",
    "a\u{200d}b",
    "\u{202e}abc",
    "a\nb",
    "a\tb",
    "\u{7f}",
];

/// Tokens of RFC 9110, which the names of headers and cookies are.
const TOKENS: &[&str] = &[
    "X-Id",
    "x-id",
    "If-Match",
    "Accept",
    "Content-Type",
    "Authorization",
    "Idempotency-Key",
    "type",
    "a",
    "a.b",
    "a_b",
    "a+b",
    "1",
    "~",
    "$x",
    "`",
];

const PROSE: &[&str] = &[
    "",
    "One line.",
    "Two lines,\nof which this is the second.",
    "A list:\n\n- one\n- two\n\n```json\n{\"a\": 1}\n```\n",
    "    fn main() { panic!() }",
    "<b>bold</b> and <https://example.com> and [a](b) and [c]",
    "*/ \" \\ ' ` # \r\n \u{202e}",
    "| a | b |\n|---|---|\n| 1 | 2 |",
];

/// A name.
pub fn name(choices: &mut Choices<'_>) -> String {
    let first = choices.one(NAMES).to_owned();
    if choices.rarely(6) { first + choices.one(NAMES) } else { first }
}

/// A name that nothing in the list has; takes its place there.
pub fn own_name(choices: &mut Choices<'_>, taken: &mut Vec<String>) -> String {
    let mut own = name(choices);
    while taken.contains(&own) {
        own.push('x');
    }
    taken.push(own.clone());
    own
}

/// A name of a header or a cookie.
pub fn token(choices: &mut Choices<'_>) -> String {
    choices.one(TOKENS).to_owned()
}

/// What somebody says of something.
pub fn prose(choices: &mut Choices<'_>) -> &'static str {
    choices.one(PROSE)
}
