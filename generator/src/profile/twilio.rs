//! Twilio's own: <https://www.twilio.com/docs/usage/api>.

use super::twilio_ids::IDS;
use super::{Format, Ids, PageShape, Profile};

/// Documents served by a host below `twilio.com`.
pub const TWILIO: Profile = Profile {
    name: "twilio",
    host: Some("twilio.com"),
    environment: Some(("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN")),
    document_prefix: "twilio_",
    schema_noise: &["enum"],
    pages: &[
        PageShape { next: &["meta", "next_page_url"], size: "PageSize", maximum: 1000 },
        PageShape { next: &["next_page_uri"], size: "PageSize", maximum: 1000 },
    ],
    formats: &[("date-time-rfc-2822", Format::DateTime), ("uri-map", Format::UriMap)],
    ids: Some(&SIDS),
    personal: &["x-twilio", "pii"],
};

/// SIDs: <https://www.twilio.com/docs/glossary/what-is-a-sid>.
const SIDS: Ids = Ids { before: "^", after: "[0-9a-fA-F]{32}$", noun: "sid", kinds: IDS };
