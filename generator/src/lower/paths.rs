//! Path templates: what operations share, and the words in them.

use crate::names::{singular, words};

/// A path without its trailing parameter: what the operations on a resource have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Collection {
    /// The template with the names of its parameters taken out; equal for equal resources.
    pub key: String,
    /// The template.
    pub path: String,
}

impl Collection {
    /// The collection that an operation on `path` belongs to.
    ///
    /// `/Accounts/{Sid}/Calls.json` and `/Accounts/{AccountSid}/Calls/{Sid}.json` share
    /// `/Accounts/{}/Calls`.
    pub fn of(path: &str) -> Self {
        let path = path.strip_suffix(".json").unwrap_or(path).trim_end_matches('/');
        let path = match path.rsplit_once('/') {
            Some((parent, last)) if last.starts_with('{') && last.ends_with('}') => parent,
            _ => path,
        };
        Self { key: without_names(path), path: path.to_owned() }
    }

    /// Names for the resource in words, the shortest first: `channels`, `user channels`, …
    pub fn rungs(&self) -> Vec<Vec<String>> {
        let fixed: Vec<&str> = self.fixed_segments().filter(|it| !is_version(it)).collect();
        let Some((last, parents)) = fixed.split_last() else { return vec![words("root")] };
        let name_under = |parents: &[&str]| {
            let parents = parents.iter().flat_map(|parent| singulars(parent));
            parents.chain(words(last)).collect::<Vec<String>>()
        };
        let mut rungs: Vec<_> =
            (0..=parents.len()).map(|kept| name_under(&parents[parents.len() - kept..])).collect();
        rungs.push(words(&self.path));
        rungs
    }

    /// How deep the resource lies; of two with one name, the shallower keeps it.
    pub fn depth(&self) -> usize {
        self.path.matches('/').count()
    }

    /// The words of all fixed segments, and their singulars.
    pub fn words(&self) -> Vec<String> {
        let plurals = self.fixed_segments().flat_map(words);
        let singulars = self.fixed_segments().flat_map(singulars);
        plurals.chain(singulars).collect()
    }

    fn fixed_segments(&self) -> impl Iterator<Item = &str> {
        self.path.split('/').filter(|segment| !segment.is_empty() && !segment.contains('{'))
    }
}

/// The parameters in a template, in their order.
pub fn parameters(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// The template with its first parameters named as in `names`. A later parameter that has one of
/// these names gets another, so that no value can take the place of two.
pub fn rename(path: &str, names: &[&str]) -> String {
    let mut used: Vec<String> = Vec::new();
    replace(path, |own| {
        let name = names.get(used.len()).copied().unwrap_or(own);
        let mut unique = name.to_owned();
        let mut number = 1;
        while used.contains(&unique) {
            number += 1;
            unique = format!("{name}_{number}");
        }
        let parameter = format!("{{{unique}}}");
        used.push(unique);
        parameter
    })
}

/// The template with a text before each parameter, by its name.
pub fn with_text_before(path: &str, text: impl Fn(&str) -> String) -> String {
    replace(path, |name| format!("{}{{{name}}}", text(name)))
}

fn without_names(path: &str) -> String {
    replace(path, |_| "{}".to_owned())
}

/// The template with something else for each of its parameters.
fn replace(path: &str, mut by: impl FnMut(&str) -> String) -> String {
    let mut replaced = String::with_capacity(path.len());
    let mut pieces = path.split('{');
    replaced.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        replaced.push_str(&by(name));
        replaced.push_str(rest);
    }
    replaced
}

fn singulars(segment: &str) -> Vec<String> {
    let mut words = words(segment);
    if let Some(last) = words.last_mut() {
        *last = singular(last);
    }
    words
}

/// `v2`, `v1beta1` and `2010-04-01` say when, not what.
fn is_version(segment: &str) -> bool {
    let after_v = segment.strip_prefix('v').unwrap_or(segment);
    after_v.starts_with(|c: char| c.is_ascii_digit())
        && (after_v.len() < segment.len()
            || after_v.chars().all(|c| c.is_ascii_digit() || c == '-' || c == '.'))
}

#[cfg(test)]
mod tests {
    use super::{Collection, parameters, rename};

    #[test]
    fn list_and_instance_share_a_collection() {
        let list = Collection::of("/2010-04-01/Accounts/{Sid}/Calls.json");
        let instance = Collection::of("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json");
        assert_eq!(list.key, "/2010-04-01/Accounts/{}/Calls");
        assert_eq!(instance.key, list.key);
    }

    #[test]
    fn a_resource_is_named_by_its_last_segment_and_then_by_its_parents() {
        let rungs = Collection::of("/v2/Services/{A}/Users/{B}/Channels").rungs();
        assert_eq!(rungs[0], ["channels"]);
        assert_eq!(rungs[1], ["user", "channels"]);
        assert_eq!(rungs[2], ["service", "user", "channels"]);
    }

    #[test]
    fn a_path_of_a_parameter_alone_has_a_name_too() {
        assert_eq!(Collection::of("/{id}").rungs(), [["root"]]);
        assert_eq!(Collection::of("/").rungs(), [["root"]]);
    }

    #[test]
    fn the_first_parameters_are_renamed_and_the_others_stay() {
        assert_eq!(rename("/a/{x}/b/{y}", &["z"]), "/a/{z}/b/{y}");
        assert_eq!(rename("/s/{a}/x/{o}", &["o"]), "/s/{o}/x/{o_2}");
        assert_eq!(parameters("/a/{x}/b/{y}.json"), ["x", "y"]);
    }
}
