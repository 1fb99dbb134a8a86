//! Twilio's own: <https://www.twilio.com/docs/usage/api>.

use super::twilio_ids::IDS;
use super::{Extension, Format, Ids, PageShape, Profile};

/// Documents served by a host below `twilio.com`.
pub const TWILIO: Profile = Profile {
    name: "twilio",
    host: Some("twilio.com"),
    client: Some(include_str!("../../templates/twilio/client.rs")),
    extensions: &[WEBHOOKS],
    environment: Some(("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN")),
    client_parameters: &["AccountSid"],
    document_prefix: "twilio_",
    schema_noise: &["enum"],
    pages: &[
        by_url(&["meta", "next_page_url"], META),
        by_url(&["next_page_uri"], NEIGHBOURS),
        PageShape { token: Some("Token"), size: "Size", ..by_url(&["meta", "next_token"], &[]) },
    ],
    formats: &[
        ("date-time-rfc-2822", Format::DateTime),
        ("prefixed-collapsible-map-AddOns", Format::Prefixed("AddOns")),
        ("uri-map", Format::UriMap),
    ],
    samples: &[
        ("currency", "USD"),
        ("date-time-rfc-2822", "Wed, 16 Dec 2015 22:18:37 +0000"),
        ("http-method", "POST"),
        ("iso-country-code", "US"),
        ("phone-number", "+15017122661"),
    ],
    ids: Some(&SIDS),
    personal: &["x-twilio", "pii"],
    retention: "deleteSla",
    conditions: &["x-twilio", "conditional"],
    resource: &["x-twilio", "mountName"],
};

/// Requests that Twilio sends: <https://www.twilio.com/docs/usage/webhooks>.
const WEBHOOKS: Extension = Extension {
    name: "webhooks",
    text: include_str!("../../templates/twilio/webhooks.rs"),
    dependencies: &[("base64", "0.22"), ("hmac", "0.12"), ("sha1", "0.10"), ("sha2", "0.10")],
};

/// SIDs: <https://www.twilio.com/docs/glossary/what-is-a-sid>.
const SIDS: Ids = Ids {
    around: &[
        ("^", "[0-9a-fA-F]{32}$"),
        ("^", "[0-9A-Fa-f]{32}$"),
        ("^", "[0-9a-f]{32}$"),
        ("", "[0-9a-f]{32}"),
    ],
    noun: "sid",
    kinds: IDS,
};

/// What stands around the items of most lists: <https://www.twilio.com/docs/usage/twilios-response>.
const META: &[&str] = &[
    "first_page_url",
    "key",
    "meta",
    "next_page_url",
    "page",
    "page_size",
    "previous_page_url",
    "url",
];

/// The same in the API of 2010.
const NEIGHBOURS: &[&str] = &[
    "end",
    "first_page_uri",
    "next_page_uri",
    "page",
    "page_size",
    "previous_page_uri",
    "start",
    "uri",
];

const fn by_url(next: &'static [&'static str], envelope: &'static [&'static str]) -> PageShape {
    PageShape { next, envelope, token: None, size: "PageSize", maximum: 1000 }
}
