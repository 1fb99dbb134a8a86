//! A document of no particular origin.

use super::Profile;

/// Fits every document, and knows nothing beyond the standard.
pub const PLAIN: Profile = Profile {
    name: "plain",
    host: None,
    client: None,
    extensions: &[],
    environment: None,
    client_parameters: &[],
    document_prefix: "",
    schema_noise: &[],
    pages: &[],
    formats: &[],
    samples: &[],
    ids: None,
    personal: &[],
    retention: "",
    conditions: &[],
    resource: &[],
};
