//! A wire name in, its words in lower-case ASCII out.

use heck::ToSnakeCase;

/// The words of a wire name, in lower-case ASCII.
///
/// Twilio's comparison suffixes are spelled: `StartTime<` is `start time before`.
/// Letters of other scripts are transliterated; a name of symbols alone gives the
/// symbols' own names, so the list is empty for the empty name only.
///
/// ```
/// # use bindery::names::words;
/// assert_eq!(words("X-Twilio-Webhook-Enabled"), ["x", "twilio", "webhook", "enabled"]);
/// assert_eq!(words("DateSent>"), ["date", "sent", "after"]);
/// assert_eq!(words("+1"), ["1"]);
/// ```
pub fn words(wire: &str) -> Vec<String> {
    let spelled = match wire.strip_suffix(['<', '>']) {
        Some(stem) if !stem.is_empty() && wire.ends_with('<') => format!("{stem} before"),
        Some(stem) if !stem.is_empty() => format!("{stem} after"),
        _ => wire.to_owned(),
    };
    let split = split(&spelled);
    if split.is_empty() { spell_symbols(wire) } else { split }
}

fn split(text: &str) -> Vec<String> {
    let ascii = deunicode::deunicode_with_tofu(text, " ");
    let spaced: String =
        ascii.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    spaced.to_snake_case().split('_').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words of a wire name with its symbols spelled, so that `+1` and `-1` can be told apart.
pub(super) fn spell_symbols(wire: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut plain = String::new();
    for symbol in wire.chars() {
        match spell(symbol) {
            Some(word) => {
                words.append(&mut split(&std::mem::take(&mut plain)));
                words.push(word.to_owned());
            }
            None => plain.push(symbol),
        }
    }
    words.append(&mut split(&plain));
    words
}

fn spell(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '?' => "question",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '^' => "caret",
        '~' => "tilde",
        '_' => "underscore",
        '(' | ')' => "paren",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        '\'' | '"' | '`' => "quote",
        _ => return None,
    })
}

/// The words with one more at the end.
pub fn with_last(words: &[String], last: &str) -> Vec<String> {
    words.iter().cloned().chain([last.to_owned()]).collect()
}

/// Removes a run of words that repeats the run just before it.
///
/// ```
/// # use bindery::names::{collapse_stutter, words};
/// assert_eq!(collapse_stutter(words("channel_channel_type")), ["channel", "type"]);
/// ```
pub fn collapse_stutter(words: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        kept.push(word);
        let repeats = |run: &usize| {
            let (head, tail) = kept.split_at(kept.len() - run);
            head.ends_with(tail)
        };
        if let Some(run) = (1..=kept.len() / 2).find(repeats) {
            kept.truncate(kept.len() - run);
        }
    }
    kept
}

/// The singular of an English plural, as far as its ending tells.
///
/// ```
/// # use bindery::names::singular;
/// assert_eq!(singular("addresses"), "address");
/// assert_eq!(singular("categories"), "category");
/// assert_eq!(singular("status"), "status");
/// ```
pub fn singular(word: &str) -> String {
    let keeps_its_s = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let sibilant = ["sses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end));
    match word {
        _ if keeps_its_s => word.to_owned(),
        _ if word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
        _ if sibilant => word[..word.len() - 2].to_owned(),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}
