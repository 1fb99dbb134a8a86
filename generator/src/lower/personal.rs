//! What is personal of a document's values, by the marks of its vendor.

use super::context::Context;
use super::object::Rest;
use super::shape::{Shape, shape};
use super::site::{Site, Written};

/// How many lists and maps in one another are looked through: more than any document means.
const NESTED: usize = 8;

/// Whether a value is personal: it is marked so, or what it is a list, a map or a union of.
pub fn is_personal(cx: &Context<'_>, site: &Site<'_>) -> bool {
    is_personal_within(cx, site, NESTED)
}

fn is_personal_within(cx: &Context<'_>, site: &Site<'_>, nested: usize) -> bool {
    let inside = || items(cx, site).iter().any(|it| is_personal_within(cx, it, nested - 1));
    site.personal(cx) || nested > 0 && inside()
}

/// What a list or a map has many of, a tuple is made of, or a union is one of.
fn items<'a>(cx: &Context<'a>, site: &Site<'a>) -> Vec<Site<'a>> {
    let follow = |(written, pointer): &(Written<'a>, String)| Site::follow(cx, *written, pointer);
    let (written, pointer) = match shape(cx, site) {
        Shape::Array(Some(item)) => item,
        Shape::Object(object) => match &object.rest {
            Rest::Like(written, pointer) => (*written, pointer.clone()),
            Rest::Unsaid | Rest::Anything => return Vec::new(),
        },
        Shape::Tuple(positions) => return positions.iter().filter_map(follow).collect(),
        Shape::Union(union) => return union.sites(cx, site.place()),
        _ => return Vec::new(),
    };
    follow(&(written, pointer)).into_iter().collect()
}
