//! Enums that keep values they do not know: what the macros `open_enum!` and `integer_enum!` expand to calls.

use serde_json::Value;

use super::decoder::Decoder;

/// The text of a value; a number or a boolean counts as its text, and `null` is an error.
pub fn text(value: Value, at: &mut Decoder) -> String {
    match value {
        Value::String(text) => return text,
        Value::Null => at.error("one of the documented values", "null"),
        _ => {}
    }
    value.to_string()
}

/// Notes that the document does not name the value here.
pub fn note_undocumented(at: &mut Decoder) {
    at.deviation("one of the documented values", "another value");
}
