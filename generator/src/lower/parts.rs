//! What `encoding` says of the fields of a form (OpenAPI 3.0, "Encoding Object").

use openapiv3::{self, MediaType};

use super::context::{Context, child};
use super::object::Property;
use super::responses::{essence, is_json};
use super::shape::{Shape, shape};
use super::site::Site;
use super::unions::is_of_scalars;
use crate::model::Encoding;

/// The media type of a property's part, where it is not the usual one. What cannot be said of a field goes
/// into the ledger.
pub fn media_type<'a>(
    cx: &Context<'a>,
    (media, pointer): (&'a MediaType, &str),
    encoding: Encoding,
    property: &Property<'a>,
    site: Option<&Site<'a>>,
) -> Option<String> {
    let said = media.encoding.get(property.wire);
    if let Some(said) = said {
        let place = child(&child(pointer, "encoding"), property.wire);
        note(cx, said, encoding, &place);
    }
    if encoding != Encoding::Multipart {
        return None;
    }
    let chosen = said.and_then(|it| it.content_type.as_deref());
    let is_styled = said.is_some_and(|it| it.style.is_some());
    match chosen.filter(|text| is_one(text)) {
        Some(one) => Some(one.to_owned()),
        None if is_styled => None,
        None => site.filter(|site| is_json_text(cx, site)).map(|_| "application/json".to_owned()),
    }
}

/// Whether this is one media type, and no range or list of them.
fn is_one(media_type: &str) -> bool {
    !media_type.contains([',', '*']) && essence(media_type).split_once('/').is_some()
}

/// Whether values are sent as JSON: objects, and lists of them.
fn is_json_text<'a>(cx: &Context<'a>, site: &Site<'a>) -> bool {
    match shape(cx, site) {
        Shape::Object(_) => true,
        Shape::Union(union) => !is_of_scalars(cx, site, &union),
        Shape::Array(Some((items, pointer))) => Site::follow(cx, items, &pointer)
            .is_some_and(|item| matches!(shape(cx, &item), Shape::Object(_))),
        _ => false,
    }
}

fn note(cx: &Context<'_>, said: &openapiv3::Encoding, encoding: Encoding, place: &str) {
    for name in said.headers.keys() {
        cx.note(place, format!("the header `{name}` of a part of the body"), "nothing");
    }
    if said.allow_reserved {
        cx.note(place, "`allowReserved` of a field", "reserved characters are percent-encoded");
    }
    let is_other = |text: &&str| !is_json(text) && essence(text) != "text/plain";
    if encoding == Encoding::Form
        && let Some(other) = said.content_type.as_deref().filter(is_other)
    {
        cx.note(place, format!("a field of the media type `{other}`"), "text, or JSON");
    }
}
