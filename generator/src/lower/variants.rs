//! A union → its variants: types that differ, with names and what tells them apart.

use super::context::Context;
use super::schemas::Schemas;
use super::shape::{Shape, shape};
use super::site::Site;
use super::tags::tags;
use super::types::{type_of, type_of_shape};
use super::unions::UnionShape;
use crate::model::{TypeBody, TypeId, TypeRef, UnionVariant};
use crate::names::{Claim, Name, TypeName, singular, with_last, words};

/// The name of the variant for what fits no other, which the runtime adds.
const TAKEN: &str = "Undocumented";

/// A member on its way to a variant.
struct Draft {
    r#type: TypeRef,
    /// The type behind other names for it: members of one type are one variant.
    plain: TypeRef,
    pointer: String,
    description: String,
    tags: Vec<String>,
}

/// The body of a type that is a union: its variants, or the one type that all members are.
pub fn lower_union(
    cx: &Context<'_>,
    schemas: &Schemas<'_>,
    names: &[TypeName],
    site: &Site<'_>,
    union: &UnionShape<'_>,
) -> TypeBody {
    let sites = union.sites(cx, site.place());
    let tags = tags(cx, union, &sites);
    let own = schemas.id(site.place());
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, member) in sites.iter().enumerate() {
        let texts = tags.iter().flat_map(|tags| &tags.texts[index]).cloned().collect();
        let draft = draft(cx, schemas, member, texts);
        match drafts.iter_mut().find(|known| known.plain == draft.plain) {
            Some(known) => known.tags.extend(draft.tags),
            None if own.map(TypeRef::Named) == Some(draft.r#type.clone()) => {}
            None => drafts.push(draft),
        }
    }
    drafts.sort_by_key(|draft| generality(&draft.plain));
    match drafts.as_slice() {
        [] => TypeBody::Alias(TypeRef::Any),
        [only] => TypeBody::Alias(only.r#type.clone()),
        _ => TypeBody::Union {
            variants: name(cx, drafts, names, own, site.place()),
            discriminator: tags.map(|tags| tags.property.to_owned()),
        },
    }
}

fn draft(cx: &Context<'_>, schemas: &Schemas<'_>, member: &Site<'_>, tags: Vec<String>) -> Draft {
    let r#type = type_of(cx, schemas, member);
    let plain = match shape(cx, member) {
        Shape::Text { values, .. } if !values.is_empty() => r#type.clone(),
        Shape::Union(_) => r#type.clone(),
        Shape::Object(object) if !object.properties.is_empty() => r#type.clone(),
        other => type_of_shape(cx, schemas, other, &member.pointer),
    };
    let is_named = matches!(r#type, TypeRef::Named(_));
    Draft {
        pointer: cx.origin(member.place()),
        description: if is_named { String::new() } else { member.description() },
        r#type,
        plain,
        tags,
    }
}

/// What takes more values comes later: each of its values would fit it too.
fn generality(r#type: &TypeRef) -> usize {
    match r#type {
        TypeRef::Any => 3,
        TypeRef::String => 2,
        TypeRef::F64 => 1,
        _ => 0,
    }
}

fn name(
    cx: &Context<'_>,
    drafts: Vec<Draft>,
    names: &[TypeName],
    union: Option<TypeId>,
    place: &str,
) -> Vec<UnionVariant> {
    let own = words(union.map(|id| names[id.0].as_str()).unwrap_or_default());
    let claim = |draft: &Draft| {
        let full = words_of(&draft.r#type, names);
        let mut rungs = vec![without(&own, &full), full.clone(), with_last(&full, "value")];
        if let Some(told) = words_of_tag(&draft.tags) {
            rungs.insert(0, without(&own, &told));
        }
        Claim::ladder(&draft.pointer, rungs, 0)
    };
    let mut claims: Vec<Claim> = drafts.iter().map(claim).collect();
    let chosen = |draft: &Draft| draft.tags.iter().find_map(|tag| cx.chosen_variant(place, tag));
    let chosen: Vec<_> = drafts.iter().map(chosen).collect();
    let settled: Vec<TypeName> = cx.overruled.settle(&mut claims, &chosen, &[TAKEN]);
    let variant = |(draft, name): (Draft, TypeName)| UnionVariant {
        name,
        pointer: draft.pointer,
        description: draft.description,
        r#type: draft.r#type,
        tags: draft.tags,
    };
    drafts.into_iter().zip(settled).map(variant).collect()
}

/// A text of more words is no name.
const LONGEST: usize = 6;

/// What the only text for a variant says, if it reads as a name.
fn words_of_tag(tags: &[String]) -> Option<Vec<String>> {
    let [only] = tags else { return None };
    let words = words(only);
    (is_name(&words) && words.len() <= LONGEST).then_some(words)
}

/// What a type is called as a variant.
fn words_of(r#type: &TypeRef, names: &[TypeName]) -> Vec<String> {
    let word = match r#type {
        TypeRef::String => "string",
        TypeRef::Bool => "boolean",
        TypeRef::I32 | TypeRef::I64 => "integer",
        TypeRef::F64 => "number",
        TypeRef::Date => "date",
        TypeRef::DateTime => "date_time",
        TypeRef::Uri => "uri",
        TypeRef::Any => "value",
        TypeRef::Id(name) => name.as_str(),
        TypeRef::Named(id) => names[id.0].as_str(),
        TypeRef::List(item) => return with_last(&words_of(item, names), "list"),
        TypeRef::Tuple(positions) => return words_of_tuple(positions, names),
        TypeRef::Map(value) => return with_last(&words_of(value, names), "map"),
        TypeRef::Nullable(inner) | TypeRef::Boxed(inner) => return words_of(inner, names),
    };
    words(word)
}

/// The words of each position, unless they are too many.
fn words_of_tuple(positions: &[TypeRef], names: &[TypeName]) -> Vec<String> {
    let all: Vec<String> = positions.iter().flat_map(|it| words_of(it, names)).collect();
    with_last(if all.len() <= LONGEST { &all } else { &[] }, "tuple")
}

/// A variant's words without those of its union, which stand before it wherever it is used, and
/// without those that both end in. The name depends on nothing else: other variants come and go.
fn without(union: &[String], variant: &[String]) -> Vec<String> {
    let is_alike = |(own, other): (&String, &String)| singular(own) == singular(other);
    let starts = variant.len() > union.len() && union.iter().zip(variant).all(is_alike);
    let rest = if starts { &variant[union.len()..] } else { variant };
    let ending = rest.iter().rev().zip(union.iter().rev()).take_while(|(own, other)| own == other);
    let rest = match rest.len() - ending.count() {
        0 => rest,
        kept => &rest[..kept],
    };
    if is_name(rest) { rest.to_vec() } else { variant.to_vec() }
}

fn is_name(words: &[String]) -> bool {
    words.first().is_some_and(|word| word.starts_with(|c: char| c.is_alphabetic()))
}
