//! The section of a crate's `CHANGELOG.md` that changes become, and the version that they lead to.

use std::fmt::Write as _;

use super::words::{headline, in_rust};
use crate::diff::{Class, Diff, Verdict};

/// The file's name.
pub const NAME: &str = "CHANGELOG.md";

const HEAD: &str = "# Changelog\n";

/// The version of the newest section, if the text has one.
pub fn newest(changelog: &str) -> Option<&str> {
    let mut headings = changelog.lines().filter_map(|line| line.strip_prefix("## "));
    headings.find_map(|heading| {
        let version = heading.split_whitespace().next()?.trim_matches(['[', ']']);
        numbers(version).map(|_| version)
    })
}

/// The version behind `version`, as Cargo reads semver: below 1.0.0, the first number that is not 0
/// counts as the major one. Nothing for a version that is more than three numbers.
pub fn next(version: &str, verdict: Verdict) -> Option<String> {
    let [major, minor, patch] = numbers(version)?;
    let next = match (verdict, major, minor) {
        (Verdict::None, ..) => [major, minor, patch],
        (Verdict::Major, 0, 0) | (Verdict::Patch, ..) | (Verdict::Minor, 0, _) => {
            [major, minor, patch + 1]
        }
        (Verdict::Major, 0, _) | (Verdict::Minor, ..) => [major, minor + 1, 0],
        (Verdict::Major, ..) => [major + 1, 0, 0],
    };
    Some(next.map(|number| number.to_string()).join("."))
}

/// The text with a section for `version` above its others.
pub fn add(changelog: &str, version: &str, diff: &Diff) -> String {
    let changelog = if changelog.trim().is_empty() { HEAD } else { changelog };
    let first = changelog.find("\n## ").map_or(changelog.len(), |newline| newline + 1);
    let (head, sections) = changelog.split_at(first);
    let section = section(version, diff);
    let end = if sections.is_empty() { "" } else { "\n" };
    format!("{}\n\n{section}{end}{sections}", head.trim_end())
}

fn section(version: &str, diff: &Diff) -> String {
    let mut text = format!("## {version}\n");
    for (class, heading) in [(Class::Breaking, "Breaking"), (Class::Additive, "Added")] {
        let changes: Vec<_> = diff.changes.iter().filter(|it| it.class == class).collect();
        if !changes.is_empty() {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\n### {heading}\n");
        }
        for change in changes {
            let _ = writeln!(text, "- {}: {}", headline(change), in_rust(change));
        }
    }
    let described = diff.count(Class::Documentation);
    if described > 0 {
        let _ = writeln!(text, "\n### Documentation\n\n- changed in {described} places");
    }
    text
}

fn numbers(version: &str) -> Option<[u64; 3]> {
    let numbers: Vec<u64> = version.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    numbers.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::{Diff, Verdict, add, newest, next};

    #[test]
    fn versions_move_as_cargo_reads_them() {
        for (version, patch, minor, major) in [
            ("1.2.3", "1.2.4", "1.3.0", "2.0.0"),
            ("0.2.3", "0.2.4", "0.2.4", "0.3.0"),
            ("0.0.3", "0.0.4", "0.0.4", "0.0.4"),
        ] {
            assert_eq!(next(version, Verdict::None).as_deref(), Some(version));
            assert_eq!(next(version, Verdict::Patch).as_deref(), Some(patch));
            assert_eq!(next(version, Verdict::Minor).as_deref(), Some(minor));
            assert_eq!(next(version, Verdict::Major).as_deref(), Some(major));
        }
        assert_eq!(next("1.0.0-rc.1", Verdict::Patch), None);
    }

    #[test]
    fn a_section_goes_above_the_others() {
        let nothing = Diff { changes: Vec::new() };
        let one = add("", "0.1.1", &nothing);
        assert_eq!(one, "# Changelog\n\n## 0.1.1\n");
        let two = add(&one, "0.2.0", &nothing);
        assert_eq!(two, "# Changelog\n\n## 0.2.0\n\n## 0.1.1\n");
        assert_eq!(newest(&two), Some("0.2.0"));
        assert_eq!(newest("# Changelog\n\n## Unreleased\n\n## [1.0.0] - 2026\n"), Some("1.0.0"));
    }
}
