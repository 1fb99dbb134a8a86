//! The examples that the documents themselves give.

use std::fs;

use serde_json::Value;

/// What stands at a JSON pointer (RFC 6901) of a document in `specs/`.
pub fn at(document: &str, pointer: &str) -> Value {
    let path = format!("specs/{document}.json");
    let text = fs::read_to_string(&path).expect("a document");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    value.pointer(pointer).unwrap_or_else(|| panic!("{path} has nothing at {pointer}")).clone()
}

/// The documented response of an operation, by the status and the name of the example.
pub fn example(document: &str, operation: &str, status: u16, name: &str) -> Value {
    let content = "content/application~1json/examples";
    at(document, &format!("{operation}/responses/{status}/{content}/{name}/value"))
}

pub const CHANNELS: &str = "/paths/~1v2~1Services~1{ServiceSid}~1Channels";
pub const CHANNEL: &str = "/paths/~1v2~1Services~1{ServiceSid}~1Channels~1{Sid}";
pub const FLEX_CHANNELS: &str = "/paths/~1v1~1Channels";
