//! A list that can be read page after page is known by the shape of its response.

use crate::model::{Field, Paging, Response, Type, TypeBody, TypeRef};
use crate::profile::{PageShape, Profile};

/// How to read the list that `response` is a page of, if it is one.
pub fn paging(
    profile: &Profile,
    types: &[Type],
    response: &Response,
    size: impl Fn(&PageShape) -> Option<u32>,
) -> Option<Paging> {
    let Response::Json(page) = response else { return None };
    let fields = fields(types, page)?;
    let shape = profile.pages.iter().find(|shape| leads_to_text(types, fields, shape.next))?;
    let mut lists = fields.iter().filter_map(|field| match &field.r#type {
        TypeRef::List(item) => Some((field, item)),
        _ => None,
    });
    let (Some((items, item)), None) = (lists.next(), lists.next()) else { return None };
    Some(Paging {
        items: items.wire.clone(),
        item: (**item).clone().not_null(),
        next: shape.next.join("."),
        token: shape.token.map(str::to_owned),
        size: size(shape).map(|maximum| (shape.size.to_owned(), maximum)),
    })
}

fn leads_to_text(types: &[Type], of: &[Field], path: &[&str]) -> bool {
    let Some((first, rest)) = path.split_first() else { return false };
    let Some(field) = of.iter().find(|field| field.wire == *first) else { return false };
    match fields(types, &field.r#type) {
        Some(inner) => leads_to_text(types, inner, rest),
        None => rest.is_empty() && matches!(field.r#type, TypeRef::Uri | TypeRef::String),
    }
}

fn fields<'a>(types: &'a [Type], r#type: &TypeRef) -> Option<&'a [Field]> {
    match r#type {
        TypeRef::Named(id) => match &types[id.0].body {
            TypeBody::Object { fields, .. } => Some(fields),
            TypeBody::Alias(target) => fields(types, target),
            TypeBody::Enum(_) => None,
        },
        _ => None,
    }
}
