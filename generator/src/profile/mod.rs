//! What is one vendor's own, as data; no stage asks which vendor it serves.

mod ids;
mod plain;
mod twilio;
mod twilio_ids;

use indexmap::IndexMap;
use openapiv3::OpenAPI;

pub use ids::{IdKind, Ids};
pub use plain::PLAIN;
pub use twilio::TWILIO;

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
    /// The ids that have types of their own.
    pub ids: Option<&'static Ids>,
    /// Where a property's extensions mark it as personal: the names on the way down.
    pub personal: &'static [&'static str],
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

    /// The profile of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|profile| profile.name == name).copied()
    }

    /// What `format` means to this vendor, if anything.
    pub fn format(&self, name: &str) -> Option<Format> {
        self.formats.iter().find(|(own, _)| *own == name).map(|(_, format)| *format)
    }

    /// Whether extensions mark their schema as personal.
    pub fn is_personal(&self, extensions: &IndexMap<String, serde_json::Value>) -> bool {
        let Some((first, rest)) = self.personal.split_first() else { return false };
        let Some(mark) = extensions.get(*first) else { return false };
        rest.iter().try_fold(mark, |mark, name| mark.get(name)).is_some()
    }

    fn fits(&self, host: &str) -> bool {
        self.host.is_none_or(|own| {
            host.strip_suffix(own).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    }
}

/// The host of a URL: what stands between `//` and the next `/`, `:`, `?` or `#`.
fn host(url: &str) -> &str {
    let after_scheme = url.split_once("//").map_or("", |(_, rest)| rest);
    after_scheme.split(['/', ':', '?', '#']).next().unwrap_or("")
}
