//! Path templates (OpenAPI 3.0.3, "Path Templating").

/// The names between the braces of a path, in order. `None` when the braces do not match.
pub(super) fn names(path: &str) -> Option<Vec<&str>> {
    let mut parts = path.split('{');
    let mut names = Vec::new();
    if parts.next()?.contains('}') {
        return None;
    }
    for part in parts {
        let (name, text) = part.split_once('}')?;
        if name.is_empty() || text.contains('}') {
            return None;
        }
        names.push(name);
    }
    Some(names)
}

/// The path with all names taken out: what a server can tell apart.
pub(super) fn shape(path: &str, names: &[&str]) -> String {
    names
        .iter()
        .fold(path.to_owned(), |shape, name| shape.replacen(&format!("{{{name}}}"), "{}", 1))
}

#[cfg(test)]
mod tests {
    use super::{names, shape};

    #[test]
    fn names_stand_between_braces() {
        assert_eq!(names("/a"), Some(vec![]));
        assert_eq!(names("/a/{b}/c{d}.json"), Some(vec!["b", "d"]));
    }

    #[test]
    fn braces_must_match() {
        for path in ["/{a", "/a}", "/{}", "/{a}}", "/{a{b}}"] {
            assert_eq!(names(path), None, "{path}");
        }
    }

    #[test]
    fn a_shape_has_no_names() {
        assert_eq!(shape("/a/{b}/{b}", &["b", "b"]), "/a/{}/{}");
    }
}
