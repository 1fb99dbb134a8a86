//! What is one vendor's own, as data; no stage asks which vendor it serves.

mod ids;
mod plain;
mod twilio;
mod twilio_ids;

use indexmap::IndexMap;
use openapiv3::OpenAPI;
use serde_json::Value;

pub use ids::{IdKind, Ids};
pub use plain::PLAIN;
pub use twilio::TWILIO;

/// The extensions of an object (OpenAPI, Specification Extensions).
pub type Extensions = IndexMap<String, Value>;

/// What documents of one origin have in common beyond the standard.
#[derive(Debug, PartialEq, Eq)]
pub struct Profile {
    /// The name that `--profile` and `bindery.toml` know it by.
    pub name: &'static str,
    /// The profile fits documents whose server is this host, or one below it.
    pub host: Option<&'static str>,
    /// How clients are made, as the text of `client.rs`, where the vendor's users expect it otherwise
    /// than with a user name and a password.
    pub client: Option<&'static str>,
    /// What else crates of this vendor have, a feature each.
    pub extensions: &'static [Extension],
    /// The environment variables of a user name and a password, if they have fixed names.
    pub environment: Option<(&'static str, &'static str)>,
    /// The path parameters that a client has values for, so that calls need none.
    pub client_parameters: &'static [&'static str],
    /// What the names of documents begin with and modules do without.
    pub document_prefix: &'static str,
    /// A word in the names of schemas that says what they are, not what they mean.
    pub schema_noise: &'static [&'static str],
    /// How a list says where its next page is; the first that fits is taken.
    pub pages: &'static [PageShape],
    /// Values of `format` that mean something to this vendor.
    pub formats: &'static [(&'static str, Format)],
    /// Values that have these formats, for tests.
    pub samples: &'static [(&'static str, &'static str)],
    /// The ids that have types of their own.
    pub ids: Option<&'static Ids>,
    /// Where a property's extensions mark it as personal: the names on the way down.
    pub personal: &'static [&'static str],
    /// Where below that it says within how many days the value is deleted.
    pub retention: &'static str,
    /// Where an operation's extensions list groups of fields of which one must be given.
    pub conditions: &'static [&'static str],
    /// Where a path item's extensions name its resource.
    pub resource: &'static [&'static str],
}

/// A module that crates of a vendor have, and the feature that brings it.
#[derive(Debug, PartialEq, Eq)]
pub struct Extension {
    /// The module and the feature.
    pub name: &'static str,
    /// The module's text.
    pub text: &'static str,
    /// The packages that the feature brings, and the versions that it takes.
    pub dependencies: &'static [(&'static str, &'static str)],
}

/// What a vendor's `format` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A date and a time, as text.
    DateTime,
    /// An object whose values are URIs, or null.
    UriMap,
    /// An object whose values are sent each on its own, as `prefix.key.key=value`.
    Prefixed(&'static str),
}

/// How a list says where its next page is.
#[derive(Debug, PartialEq, Eq)]
pub struct PageShape {
    /// The properties on the way from the body to what says where the next page is.
    pub next: &'static [&'static str],
    /// What else stands around the items, on this way: a page of nothing but these needs no type.
    pub envelope: &'static [&'static str],
    /// The query parameter for what is found there; without one, that is a URL.
    pub token: Option<&'static str>,
    /// The query parameter that sets the size of a page.
    pub size: &'static str,
    /// The most that a page may hold, where the document names no maximum.
    pub maximum: u32,
}

/// All profiles, the most particular first.
pub const ALL: &[&Profile] = &[&TWILIO, &PLAIN];

impl Profile {
    /// The profile that fits a document, by the host of its first server.
    pub fn of(openapi: &OpenAPI) -> &'static Self {
        let host = openapi.servers.first().map_or("", |server| host(&server.url));
        ALL.iter().find(|profile| profile.fits(host)).unwrap_or(&&PLAIN)
    }

    /// The one that several documents have, if they have the same.
    pub fn common(profiles: &[&'static Self]) -> Option<&'static Self> {
        let (first, rest) = profiles.split_first()?;
        rest.iter().all(|profile| profile == first).then_some(*first)
    }

    /// The profile of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|profile| profile.name == name).copied()
    }

    /// What `format` means to this vendor, if anything.
    pub fn format(&self, name: &str) -> Option<Format> {
        self.formats.iter().find(|(own, _)| *own == name).map(|(_, format)| *format)
    }

    /// Whether extensions mark their schema as personal.
    pub fn is_personal(&self, extensions: &Extensions) -> bool {
        find(extensions, self.personal).is_some()
    }

    /// What readers should know of a value that extensions mark as personal.
    pub fn personal_note(&self, extensions: &Extensions) -> Option<String> {
        let days = find(extensions, self.personal)?.get(self.retention).and_then(Value::as_u64);
        Some(match days {
            None => "Personal data.".to_owned(),
            Some(0) => "Personal data, which is not kept.".to_owned(),
            Some(1) => "Personal data, deleted within a day.".to_owned(),
            Some(days) => format!("Personal data, deleted within {days} days."),
        })
    }

    /// The groups of fields of which one must be given.
    ///
    /// A group is a list of at least one name; what else stands there is left out.
    pub fn conditions(&self, extensions: &Extensions) -> Vec<Vec<String>> {
        let groups = find(extensions, self.conditions).and_then(Value::as_array);
        let name = |name: &Value| name.as_str().map(str::to_owned);
        let names = |group: &Value| -> Option<Vec<String>> {
            let names: Option<Vec<String>> = group.as_array()?.iter().map(name).collect();
            names.filter(|names| !names.is_empty())
        };
        groups.into_iter().flatten().filter_map(names).collect()
    }

    /// What the vendor calls the resource of a path.
    pub fn resource<'e>(&self, extensions: &'e Extensions) -> Option<&'e str> {
        find(extensions, self.resource)?.as_str()
    }

    fn fits(&self, host: &str) -> bool {
        self.host.is_none_or(|own| {
            host.strip_suffix(own).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    }
}

/// The value that names lead to from an object's extensions.
fn find<'e>(extensions: &'e Extensions, names: &[&str]) -> Option<&'e Value> {
    let (first, rest) = names.split_first()?;
    rest.iter().try_fold(extensions.get(*first)?, |value, name| value.get(name))
}

/// The host of a URL: what stands between `//` and the next `/`, `:`, `?` or `#`.
fn host(url: &str) -> &str {
    let after_scheme = url.split_once("//").map_or("", |(_, rest)| rest);
    after_scheme.split(['/', ':', '?', '#']).next().unwrap_or("")
}
