//! What a configuration says of one document.

use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::paging;
use super::text::Text;
use crate::diagnostics::Diagnostics;
use crate::load::Limits;
use crate::names::ItemPath;
use crate::overrides::{self, Override, Overrides};
use crate::pipeline::{Input, each};

/// A document, and what is said of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    path: String,
    module: Option<String>,
    #[serde(default)]
    overlay: Vec<Overlay>,
    #[serde(default)]
    include: Vec<Choice>,
    #[serde(default)]
    exclude: Vec<Choice>,
    #[serde(default)]
    rename: Vec<Rename>,
    #[serde(default)]
    replace: Vec<Replace>,
    #[serde(default)]
    derive: Vec<Derive>,
    #[serde(default)]
    paging: Vec<paging::Section>,
}

/// An OpenAPI Overlay, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Overlay {
    path: Spanned<String>,
    reason: Spanned<String>,
}

/// A tag, an operation or a path, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    tag: Option<Spanned<String>>,
    operation: Option<Spanned<String>>,
    path: Option<Spanned<String>>,
    reason: Spanned<String>,
}

/// A part of the document, its name in Rust, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rename {
    schema: Option<String>,
    property: Option<String>,
    value: Option<String>,
    operation: Option<String>,
    group: Option<String>,
    parameter: Option<String>,
    to: Spanned<String>,
    reason: Spanned<String>,
}

/// A schema, the type that stands for it, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Replace {
    schema: Spanned<String>,
    with: Spanned<String>,
    reason: Spanned<String>,
}

/// A schema, what its type derives, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Derive {
    schema: Spanned<String>,
    traits: Vec<Spanned<String>>,
    reason: Spanned<String>,
}

/// The document, or everything that is wrong with what is said of it.
pub(super) fn input(
    text: &Text<'_>,
    folder: &Path,
    it: Document,
    limits: Limits,
) -> Result<Input, Diagnostics> {
    let mut problems = Diagnostics::new();
    let overrides = Overrides {
        overlays: good(it.overlay, |it| overlay(text, folder, it), &mut problems),
        include: good(it.include, |it| choice(text, it), &mut problems),
        exclude: good(it.exclude, |it| choice(text, it), &mut problems),
        rename: good(it.rename, |it| rename(text, it), &mut problems),
        replace: good(it.replace, |it| replace(text, it), &mut problems),
        derive: good(it.derive, |it| derive(text, it), &mut problems),
        paging: good(it.paging, |it| paging::read(text, it), &mut problems),
    };
    let (path, source, module) = (folder.join(&it.path), it.path, it.module);
    let input = Input { path, source, module, limits, overrides };
    if problems.is_empty() { Ok(input) } else { Err(problems) }
}

/// What is said, unless something is wrong with it, which goes to the problems.
fn good<T, U>(
    items: Vec<T>,
    read: impl Fn(T) -> Result<U, Diagnostics>,
    problems: &mut Diagnostics,
) -> Vec<U> {
    each(items, read).unwrap_or_else(|more| {
        problems.extend(more);
        Vec::new()
    })
}

fn overlay(
    text: &Text<'_>,
    folder: &Path,
    it: Overlay,
) -> Result<Override<overrides::Overlay>, Diagnostics> {
    let (span, source) = (it.path.span(), it.path.into_inner());
    let what = overrides::Overlay { path: folder.join(&source), source };
    said(text, &span, what, it.reason)
}

fn choice(text: &Text<'_>, it: Choice) -> Result<Override<overrides::Choice>, Diagnostics> {
    use overrides::Choice::{Operation, Path, Tag};
    let tag = it.tag.map(|it| (it.span(), Tag(it.into_inner())));
    let operation = it.operation.map(|it| (it.span(), Operation(it.into_inner())));
    let path = it.path.map(|it| (it.span(), Path(it.into_inner())));
    let mut named = [tag, operation, path].into_iter().flatten();
    match (named.next(), named.next()) {
        (Some((span, what)), None) => said(text, &span, what, it.reason),
        _ => Err(text.wrong(&it.reason, "name a `tag`, an `operation` or a `path`: one of them")),
    }
}

fn rename(text: &Text<'_>, it: Rename) -> Result<Override<overrides::Rename>, Diagnostics> {
    use overrides::Named::{Group, Operation, Parameter, Property, Schema, Shared, Value};
    let Rename { schema, property, value, operation, group, parameter, to, reason } = it;
    let what = match (schema, property, value, operation, group, parameter) {
        (Some(schema), None, None, None, None, None) => Schema(schema),
        (Some(schema), Some(own), None, None, None, None) => Property(schema, own),
        (Some(schema), None, Some(own), None, None, None) => Value(schema, own),
        (None, None, None, Some(operation), None, None) => Operation(operation),
        (None, None, None, Some(operation), None, Some(own)) => Parameter(operation, own),
        (None, None, None, None, Some(group), None) => Group(group),
        (None, None, None, None, Some(group), Some(own)) => Shared(group, own),
        _ => return Err(text.wrong(&to, RENAMED)),
    };
    let span = to.span();
    said(text, &span, overrides::Rename { what, to: to.into_inner() }, reason)
}

fn replace(text: &Text<'_>, it: Replace) -> Result<Override<overrides::Replace>, Diagnostics> {
    let with = path(text, &it.with)?;
    let (span, schema) = (it.schema.span(), it.schema.into_inner());
    said(text, &span, overrides::Replace { schema, with }, it.reason)
}

fn derive(text: &Text<'_>, it: Derive) -> Result<Override<overrides::Derive>, Diagnostics> {
    let traits = each(&it.traits, |it| path(text, it))?;
    let (span, schema) = (it.schema.span(), it.schema.into_inner());
    said(text, &span, overrides::Derive { schema, traits }, it.reason)
}

fn path(text: &Text<'_>, it: &Spanned<String>) -> Result<ItemPath, Diagnostics> {
    let refusal = || text.wrong(it, "this is no path of an item, as `crate::money::Amount` is one");
    ItemPath::parse(it.get_ref()).ok_or_else(refusal)
}

/// What can be renamed.
const RENAMED: &str = "name a `schema`, or its `property` or `value`; an `operation` or a `group`, or its \
                       `parameter`";

/// An override, which must say why.
pub(super) fn said<T>(
    text: &Text<'_>,
    span: &Range<usize>,
    what: T,
    reason: Spanned<String>,
) -> Result<Override<T>, Diagnostics> {
    text.refuse_empty(&reason)?;
    Ok(Override { what, reason: reason.into_inner(), place: text.place(span) })
}
