//! Rules for one object that a table of fields cannot say.

pub(super) mod link;
pub(super) mod parameter;
pub(super) mod schema;
pub(super) mod security;

use serde_json::{Map, Value};

/// The value of a field; one that is `null` counts as absent.
fn field<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    fields.get(name).filter(|value| !value.is_null())
}
