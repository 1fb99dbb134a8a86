//! What parameters lose on their way → notes in the ledger.

use openapiv3::{Parameter, ParameterSchemaOrContent};

use super::context::Context;
use super::responses::{essence, is_json};

/// What is lost of a parameter that stands at `pointer`.
pub fn note_parameter(cx: &Context<'_>, parameter: &Parameter, pointer: &str) {
    if let ParameterSchemaOrContent::Content(content) = &parameter.parameter_data_ref().format
        && let Some(name) = content.keys().next().filter(|name| is_foreign(name))
    {
        let what = format!("a parameter of the media type `{name}`");
        cx.note(pointer, what, "its text, as the caller writes it");
    }
}

/// Whether values of a media type have a form that a caller has to write.
pub fn is_foreign(media_type: &str) -> bool {
    !is_json(media_type) && essence(media_type) != "text/plain"
}
