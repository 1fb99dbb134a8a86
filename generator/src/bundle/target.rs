//! The text of a reference in, the file and the place in it out.

use std::borrow::Cow;

use crate::diagnostics::percent_decoded;

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Target {
    /// The file, by its path from the folder of the document.
    pub file: String,
    /// The place in it, as a JSON pointer.
    pub pointer: String,
}

impl Target {
    /// Where a text leads that stands in `file`; nothing if that is not below the folder of the
    /// document, or no place.
    pub fn of(text: &str, file: &str) -> Option<Self> {
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        let pointer = percent_decoded(fragment).into_owned();
        if !(pointer.is_empty() || pointer.starts_with('/')) {
            return None;
        }
        let file = if path.is_empty() { file.to_owned() } else { beside(file, &decoded(path)?)? };
        Some(Self { file, pointer })
    }

    /// What it is called if nothing else is: the last key on the way, else the file.
    pub fn name(&self) -> String {
        let last = self.pointer.rsplit('/').next().filter(|last| !last.is_empty());
        last.map_or_else(
            || self.stem().to_owned(),
            |last| last.replace("~1", "/").replace("~0", "~"),
        )
    }

    /// The file's name without its end.
    pub fn stem(&self) -> &str {
        let name = self.file.rsplit('/').next().unwrap_or(&self.file);
        name.split_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// A relative path as it is on any system: no root, no drive, no scheme.
fn decoded(path: &str) -> Option<Cow<'_, str>> {
    let path = percent_decoded(path);
    let is_plain = !path.starts_with('/') && !path.contains(['\\', ':', '?', '\0']);
    is_plain.then_some(path)
}

/// The path beside a file; nothing if it leads above the folder that both are in.
fn beside(file: &str, path: &str) -> Option<String> {
    let mut steps: Vec<&str> = file.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::Target;

    fn target(text: &str, file: &str) -> Option<(String, String)> {
        Target::of(text, file).map(|it| (it.file, it.pointer))
    }

    #[test]
    fn a_path_is_one_from_the_file_that_it_stands_in() {
        let found = |file: &str, pointer: &str| Some((file.to_owned(), pointer.to_owned()));
        assert_eq!(target("./a.yaml#/A~1b", "api.yaml"), found("a.yaml", "/A~1b"));
        assert_eq!(target("../b/c%20d.yaml", "a/x.yaml"), found("b/c d.yaml", ""));
        assert_eq!(target("#/A%7B", "a/x.yaml"), found("a/x.yaml", "/A{"));
        assert_eq!(target("x.yaml#", "a/x.yaml"), found("a/x.yaml", ""));
    }

    #[test]
    fn what_is_not_below_the_folder_is_no_target() {
        for text in [
            "../a.yaml",
            "b/../../a.yaml",
            "/etc/passwd",
            "file:///etc/passwd",
            "https://example.com/a.yaml",
            "..\\a.yaml",
            "%2e%2e/a.yaml",
            "C:a.yaml",
            "a.yaml#anchor",
            "./",
        ] {
            assert_eq!(target(text, "api.yaml"), None, "{text}");
        }
    }
}
