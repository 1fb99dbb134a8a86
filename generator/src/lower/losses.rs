//! What parameters lose on their way → notes in the ledger.

use openapiv3::{Parameter, PathStyle};

use super::context::Context;

/// What is lost of a parameter that stands at `pointer`.
pub fn note_parameter(cx: &Context<'_>, parameter: &Parameter, pointer: &str) {
    match parameter {
        Parameter::Path { style, parameter_data } if parameter_data.explode == Some(true) => {
            note_explode(cx, style, pointer);
        }
        _ => {}
    }
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
