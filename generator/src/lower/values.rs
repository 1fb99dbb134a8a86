//! The values of an enum, and what they are called.

use std::collections::HashSet;

use super::context::Context;
use super::site::Site;
use crate::model::EnumVariant;
use crate::names::{self, Claim, TypeName};
use crate::normalize::NAMES;

/// A value as it stands in JSON, and the words for it where the document has no others.
type Worded = (String, Vec<String>);

/// The variants of an enum of texts, whose type is at `own`.
pub fn of_texts(cx: &Context<'_>, site: &Site<'_>, values: &[&str], own: &str) -> Vec<EnumVariant> {
    let worded = |text: &&str| ((*text).to_owned(), names::words(text));
    variants(cx, site, values.iter().map(worded).collect(), own)
}

/// The variants of an enum of integers, whose type is at `own`. The sign is part of what one is called.
pub fn of_integers(
    cx: &Context<'_>,
    site: &Site<'_>,
    values: &[i64],
    own: &str,
) -> Vec<EnumVariant> {
    let worded = |value: &i64| {
        let sign = (*value < 0).then(|| "minus".to_owned());
        let digits = names::words(&value.unsigned_abs().to_string());
        (value.to_string(), sign.into_iter().chain(digits).collect())
    };
    variants(cx, site, values.iter().map(worded).collect(), own)
}

fn variants(
    cx: &Context<'_>,
    site: &Site<'_>,
    mut values: Vec<Worded>,
    own: &str,
) -> Vec<EnumVariant> {
    if let Some(names) = given_names(cx, site, values.len(), own) {
        let named = values.iter_mut().zip(names);
        named.for_each(|((_, words), name)| *words = names::words(name));
    }
    let mut seen = HashSet::new();
    let placed = values.iter().enumerate().filter(|(_, (wire, _))| seen.insert(wire));
    let placed: Vec<(usize, &Worded)> = placed.collect();
    let claim = |(_, (wire, words)): &(usize, &Worded)| Claim::of(wire, words.clone());
    let mut claims: Vec<Claim> = placed.iter().map(claim).collect();
    let chosen: Vec<_> = placed.iter().map(|(_, (wire, _))| cx.chosen_variant(own, wire)).collect();
    let settled: Vec<TypeName> = cx.overruled.settle(&mut claims, &chosen, &["Undocumented"]);
    let variant = |((index, (wire, _)), name): (&(usize, &Worded), TypeName)| EnumVariant {
        name,
        wire: wire.clone(),
        pointer: cx.origin(&format!("{own}/enum/{index}")),
    };
    placed.iter().zip(settled).map(variant).collect()
}

/// The names that the document gives to its values, if it has one for each.
fn given_names<'a>(
    cx: &Context<'_>,
    site: &Site<'a>,
    values: usize,
    own: &str,
) -> Option<Vec<&'a str>> {
    let extensions = &site.schema.schema_data.extensions;
    let (key, names) = NAMES.iter().find_map(|key| Some((key, extensions.get(*key)?)))?;
    let names = names.as_array().into_iter().flatten();
    let names: Vec<&str> = names.filter_map(|name| name.as_str()).collect();
    let is_whole = names.len() == values && names.iter().all(|name| !names::words(name).is_empty());
    if !is_whole {
        let what = format!("`{key}` without a name for each value");
        cx.note(own, what, "names that the values make");
    }
    is_whole.then_some(names)
}
