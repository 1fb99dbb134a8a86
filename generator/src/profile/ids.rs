//! Ids that say in their first letters what they name.

/// How the ids of a vendor look, and what they name.
#[derive(Debug, PartialEq, Eq)]
pub struct Ids {
    /// What stands before and behind the prefix in a `pattern`, in every way in which documents write it.
    pub around: &'static [(&'static str, &'static str)],
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
        let mut around = self.around.iter();
        let prefix =
            around.find_map(|(before, after)| pattern.strip_prefix(before)?.strip_suffix(after))?;
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
