//! What parameters lose on their way → notes in the ledger.

use openapiv3::{Parameter, ParameterSchemaOrContent, PathStyle};

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
    match parameter {
        Parameter::Path { style, parameter_data } if parameter_data.explode == Some(true) => {
            note_explode(cx, style, pointer);
        }
        _ => {}
    }
}

/// Whether values of a media type have a form that a caller has to write.
pub fn is_foreign(media_type: &str) -> bool {
    !is_json(media_type) && essence(media_type) != "text/plain"
}

fn note_explode(cx: &Context<'_>, style: &PathStyle, pointer: &str) {
    let (name, became) = match style {
        PathStyle::Simple => return,
        PathStyle::Label => {
            ("label", "the properties of an object are written with commas between them")
        }
        PathStyle::Matrix => {
            ("matrix", "lists and objects are written with commas, as without `explode`")
        }
    };
    cx.note(pointer, format!("`explode` of the style `{name}`"), became);
}
