//! Properties of which the members of an `allOf` say different things → notes in the ledger.

use super::context::Context;
use super::object::{ObjectShape, Property};
use super::scalars;
use super::schemas::Schemas;
use super::shape::{Shape, shape};
use super::site::Site;
use super::types::type_ref;

/// What is lost of an object's properties because a later member says otherwise.
pub fn note<'a>(cx: &Context<'a>, schemas: &Schemas<'a>, object: &ObjectShape<'a>) {
    for earlier in &object.overruled {
        let later = object.properties.get(earlier.wire);
        if later.is_some_and(|later| differ(cx, schemas, earlier, later)) {
            let what = format!(
                "`{}`, of which another member of the `allOf` says something else",
                earlier.wire
            );
            cx.note(&earlier.pointer, what, "what the later member says");
        }
    }
}

/// Whether the later word is neither the same nor a narrower one.
fn differ<'a>(
    cx: &Context<'a>,
    schemas: &Schemas<'a>,
    earlier: &Property<'a>,
    later: &Property<'a>,
) -> bool {
    let shape_of =
        |it: &Property<'a>| Site::follow(cx, it.written, &it.pointer).map(|site| shape(cx, &site));
    let type_of = |it: &Property<'a>| type_ref(cx, schemas, it.written, &it.pointer);
    match (shape_of(earlier), shape_of(later)) {
        (None | Some(Shape::Any(_)), _) => false,
        (Some(one), Some(other)) if scalars::both(one.clone(), other.clone()).is_some() => false,
        _ => type_of(earlier) != type_of(later),
    }
}
