//! Ids that say in their first letters what they name.

/// How the ids of a vendor look, and what they name.
#[derive(Debug, PartialEq, Eq)]
pub struct Ids {
    /// What stands before the prefix in a `pattern`, and what behind it.
    pub before: &'static str,
    /// What stands behind the prefix.
    pub after: &'static str,
    /// What such an id is called.
    pub noun: &'static str,
    /// Prefixes and the resources that they name.
    pub kinds: &'static [(&'static str, &'static str)],
}

/// One kind of id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct IdKind {
    /// Its two letters.
    pub prefix: [char; 2],
    /// The resource that it names; the prefix itself if that is not known.
    pub resource: String,
}

impl Ids {
    /// The kind of id that has this pattern.
    pub fn kind(&self, pattern: &str) -> Option<IdKind> {
        let prefix = pattern.strip_prefix(self.before)?.strip_suffix(self.after)?;
        let mut letters = prefix.chars();
        let (first, second, None) = (letters.next()?, letters.next()?, letters.next()) else {
            return None;
        };
        let is_letter = |letter: char| letter.is_ascii_uppercase();
        let known = self.kinds.iter().find(|(own, _)| *own == prefix);
        let resource = known.map_or(prefix, |(_, resource)| resource).to_owned();
        (is_letter(first) && is_letter(second))
            .then_some(IdKind { prefix: [first, second], resource })
    }
}
