//! Statuses of success → the words that they are called by.

use crate::names;

/// The names of statuses (IANA, "Hypertext Transfer Protocol (HTTP) Status Code Registry").
const NAMES: &[(&str, &str)] = &[
    ("200", "ok"),
    ("201", "created"),
    ("202", "accepted"),
    ("203", "non authoritative information"),
    ("204", "no content"),
    ("205", "reset content"),
    ("206", "partial content"),
    ("207", "multi status"),
    ("208", "already reported"),
    ("226", "im used"),
    ("2XX", "success"),
    ("300", "multiple choices"),
    ("301", "moved permanently"),
    ("302", "found"),
    ("303", "see other"),
    ("304", "not modified"),
    ("305", "use proxy"),
    ("307", "temporary redirect"),
    ("308", "permanent redirect"),
    ("3XX", "redirection"),
];

/// The words of a status as the document writes it; of one without a name, its number.
pub fn words(code: &str) -> Vec<String> {
    let name = NAMES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name);
    names::words(&name.map_or_else(|| format!("status {code}"), str::to_owned))
}
