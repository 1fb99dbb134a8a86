//! Text that fits a pattern, a format or a length.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::keywords::Keywords;
use crate::profile::Profile;

/// Values of the formats that JSON Schema and OpenAPI define.
const FORMATS: &[(&str, &str)] = &[
    ("date", "2015-12-16"),
    ("date-time", "2015-12-16T22:18:37Z"),
    ("time", "22:18:37Z"),
    ("duration", "PT1H"),
    ("uri", "https://example.com/resource"),
    ("uri-reference", "/resource"),
    ("url", "https://example.com/resource"),
    ("email", "user@example.com"),
    ("idn-email", "user@example.com"),
    ("hostname", "example.com"),
    ("ipv4", "192.0.2.1"),
    ("ipv6", "2001:db8::1"),
    ("uuid", "123e4567-e89b-12d3-a456-426614174000"),
    ("byte", "dGV4dA=="),
    ("json-pointer", "/a"),
    ("regex", "a"),
];

/// Text for the schema of something that is called `name`.
pub fn text(profile: &Profile, keywords: &Keywords, name: &str) -> String {
    let pattern = keywords.text("pattern");
    let format = keywords.text("format");
    let known = profile.samples.iter().chain(FORMATS).find(|(own, _)| *own == format);
    let least = keywords.count("minLength").unwrap_or_default();
    let most = keywords.count("maxLength").unwrap_or(usize::MAX);
    match (by_pattern(pattern), known) {
        (Some(text), _) => text,
        (None, Some((_, text))) => (*text).to_owned(),
        (None, None) => name
            .chars()
            .chain(std::iter::repeat('a'))
            .take(most.min(least.max(name.len())).min(LONGEST_TEXT))
            .collect(),
    }
}

/// The shortest text of a pattern, as far as its repetitions go; nothing if it has no meaning here.
fn by_pattern(pattern: &str) -> Option<String> {
    if pattern.is_empty() {
        return None;
    }
    let (mut text, mut steps) = (String::new(), LONGEST_TEXT);
    spell(&regex_syntax::parse(pattern).ok()?, &mut text, &mut steps)?;
    Some(text)
}

/// Adds the text of a part, unless it takes more steps than are left.
fn spell(hir: &Hir, text: &mut String, steps: &mut usize) -> Option<()> {
    *steps = steps.checked_sub(1)?;
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => {
            *steps = steps.checked_sub(literal.0.len())?;
            text.push_str(std::str::from_utf8(&literal.0).ok()?);
        }
        HirKind::Class(Class::Unicode(class)) => text.push(favourite(class)?),
        HirKind::Class(Class::Bytes(_)) => return None,
        HirKind::Repetition(it) => {
            for _ in 0..it.min.min(LONGEST) {
                spell(&it.sub, text, steps)?;
            }
        }
        HirKind::Capture(it) => spell(&it.sub, text, steps)?,
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| spell(part, text, steps))?,
        HirKind::Alternation(parts) => spell(parts.first()?, text, steps)?,
    }
    Some(())
}

/// No text is longer, in characters, and none takes more steps to spell.
const LONGEST_TEXT: usize = 10_000;

/// No text needs a part more often.
const LONGEST: u32 = 1000;

/// `a` where it is allowed, else a letter or a digit, else whatever comes first.
fn favourite(class: &regex_syntax::hir::ClassUnicode) -> Option<char> {
    let has = |wanted: char| class.iter().any(|it| it.start() <= wanted && wanted <= it.end());
    let plain = "aA1".chars().chain('b'..='z').chain('B'..='Z').chain('0'..='9');
    plain.into_iter().find(|wanted| has(*wanted)).or_else(|| Some(class.iter().next()?.start()))
}
