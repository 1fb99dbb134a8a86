//! What parameters, forms and responses lose on their way → notes in the ledger.

use openapiv3::{Parameter, PathStyle};

use super::context::{Context, child};
use super::groups::Found;
use super::responses;

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

/// What no response brings as a value of its own: headers.
pub fn note_responses<'a>(cx: &Context<'a>, found: &Found<'a>) {
    let parent = child(&found.pointer, "responses");
    for (code, it) in responses::all(found) {
        let Some((response, pointer)) = cx.response(it, &child(&parent, &code)) else { continue };
        for name in response.headers.keys().filter(|name| !is_for_browsers(name)) {
            cx.note(&pointer, format!("the response header `{name}`"), "its text, on request");
        }
    }
}

/// Headers that only a browser reads (Fetch, section 3.3.3 "HTTP responses").
fn is_for_browsers(header: &str) -> bool {
    header.to_ascii_lowercase().starts_with("access-control-")
}
