//! Paths of items that somebody else has made.

use std::fmt;

use serde::Serialize;

/// The path of an item, as code anywhere in a crate can name it: `crate::money::Amount` of the crate itself,
/// `rust_decimal::Decimal` of another, `Hash` of the prelude.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ItemPath(String);

impl ItemPath {
    /// The path that a text is: identifiers with `::` between them, the first a crate's name or `crate`
    /// where there are several.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.trim_start_matches("::").split("::").collect();
        let (first, rest) = parts.split_first()?;
        let is_plain = |part: &&str| syn::parse_str::<syn::Ident>(part).is_ok_and(|it| it == *part);
        let is_own = *first == "crate";
        let is_whole = is_plain(first) || is_own && !rest.is_empty();
        if !is_whole || !rest.iter().all(is_plain) {
            return None;
        }
        let root = if is_own || rest.is_empty() { "" } else { "::" };
        Some(Self(format!("{root}{}", parts.join("::"))))
    }

    /// The path as code has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::ItemPath;

    #[test]
    fn a_path_is_identifiers_and_nothing_else() {
        let path = |text: &str| ItemPath::parse(text).map(|path| path.to_string());
        let own = ["crate", "money", "Amount"].join("::");
        assert_eq!(path(&own).as_deref(), Some(own.as_str()));
        assert_eq!(path("rust_decimal::Decimal").as_deref(), Some("::rust_decimal::Decimal"));
        assert_eq!(path("::a::B").as_deref(), Some("::a::B"));
        assert_eq!(path("Hash").as_deref(), Some("Hash"));
        for text in [
            "",
            "crate",
            "a::b; mod c",
            "a::<B>::c",
            "a:: b",
            "a::b/**/",
            "a::fn",
            "a::b::",
            "a::b {}",
        ] {
            assert_eq!(path(text), None, "{text}");
        }
    }
}
