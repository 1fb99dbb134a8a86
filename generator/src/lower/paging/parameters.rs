//! What an operation's query parameters say of how its list is paged.

use openapiv3::{SchemaKind, Type};
use serde_json::Value;

use super::super::context::Context;
use super::super::requests::{Input, Inputs};
use super::super::shape::{Shape, shape};
use super::super::site::Site;
use super::words;
use crate::model::{Location, Next};
use crate::names;

/// The query parameters that may have to do with pages.
#[derive(Debug)]
pub struct Parameters<'i> {
    /// Those that take any text.
    pub texts: Vec<&'i str>,
    counts: Vec<Count<'i>>,
    /// The names of all, as in [`words`].
    all: Vec<String>,
}

/// A parameter that takes any number.
#[derive(Debug)]
struct Count<'i> {
    wire: &'i str,
    /// Its name, as in [`words`].
    plain: String,
    description: &'i str,
    /// Whether it takes no fractions.
    is_whole: bool,
    default: Option<i64>,
    minimum: Option<i64>,
    example: Option<i64>,
}

impl<'i> Parameters<'i> {
    pub fn of(cx: &Context<'_>, inputs: &'i Inputs<'_>) -> Self {
        let (mut texts, mut counts, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for input in inputs.inputs.iter().filter(|it| it.location == Location::Query) {
            let (wire, name) = (input.wire.as_str(), plain(&input.wire));
            all.push(name.clone());
            let Some(site) = input.site(cx) else { continue };
            match shape(cx, &site) {
                Shape::Text { values, format, .. } if values.is_empty() => {
                    let is_moment = words::MOMENTS.contains(&&*format)
                        || tells(&input.description, words::RANGES);
                    texts.extend((!is_moment).then_some(wire));
                }
                Shape::Integer { values, .. } if !values.is_empty() => {}
                kind @ (Shape::Integer { .. } | Shape::Number) => {
                    let is_whole = matches!(kind, Shape::Integer { .. });
                    counts.push(Count::of(input, name, &site, is_whole));
                }
                _ => {}
            }
        }
        Self { texts, counts, all }
    }

    /// The parameter for the size of a page, if one page may have one item.
    pub fn size(&self) -> Option<&'i str> {
        let size = self.a_size()?;
        size.minimum.is_none_or(|minimum| minimum <= 1).then_some(size.wire)
    }

    /// The text that takes the id of the last item of a page, for the page that comes after it.
    pub fn last(&self) -> Option<&'i str> {
        let named = |name: &&str| {
            let mut texts = self.texts.iter().copied();
            texts.find(|wire| plain(wire) == *name)
        };
        words::LAST.iter().find_map(named)
    }

    /// What counts the items before a page, beside a size.
    pub fn offset(&self) -> Option<Next> {
        let offset = self.only(words::OFFSETS)?;
        let has_end = || self.all.iter().any(|name| words::ENDS.contains(&&**name));
        let is_range = tells(offset.description, words::RANGES)
            || words::BEGINNINGS.contains(&&*offset.plain) && (!offset.is_whole || has_end());
        (offset.counts_items() && !is_range).then(|| Next::Offset(offset.wire.to_owned()))
    }

    /// What counts pages, beside a size.
    pub fn number(&self) -> Option<Next> {
        let number = self.only(words::NUMBERS)?;
        let parameter = number.wire.to_owned();
        number.first_page().map(|first| Next::Number { parameter, first })
    }

    /// The one parameter of these names, if one stands beside it for the size of a page.
    fn only(&self, names: &[&str]) -> Option<&Count<'i>> {
        self.a_size()?;
        let mut known = self.counts.iter().filter(|it| names.contains(&&*it.plain));
        let only = known.next()?;
        known.next().is_none().then_some(only)
    }

    fn a_size(&self) -> Option<&Count<'i>> {
        let is_size = |it: &&Count<'_>| {
            !words::VAGUE.contains(&&*it.plain)
                || it.description.is_empty()
                || tells(it.description, words::ABOUT_PAGES)
        };
        let named = |name| self.counts.iter().filter(is_size).find(|it| it.plain == name);
        words::SIZES.iter().copied().find_map(named)
    }
}

impl<'i> Count<'i> {
    fn of(input: &'i Input<'_>, plain: String, site: &Site<'_>, is_whole: bool) -> Self {
        let data = &site.schema.schema_data;
        let mut examples = input.examples.iter().copied().chain(&data.example);
        Self {
            wire: &input.wire,
            plain,
            description: &input.description,
            is_whole,
            default: data.default.as_ref().and_then(Value::as_i64),
            minimum: minimum(site),
            example: examples.find_map(Value::as_i64),
        }
    }

    /// The number of the first page: what is sent by default, or else the least that may be, or else what
    /// the document shows or tells.
    fn first_page(&self) -> Option<u32> {
        let [zero, one, beyond] =
            [words::ZERO, words::ONE, words::BEYOND].map(|it| tells(self.description, it));
        let is_told = zero && !beyond || self.example == Some(0);
        match (self.default, self.minimum) {
            (Some(0), _) => Some(0),
            (Some(1), _) | (None, Some(1)) => Some(1),
            (Some(_), _) => None,
            // The first may be told to be either.
            (None, _) if one && (is_told || self.minimum == Some(0)) => None,
            (None, Some(0)) => Some(0),
            (None, Some(_)) => None,
            (None, None) if is_told => Some(0),
            (None, None) => (!words::INDEXES.contains(&&*self.plain)).then_some(1),
        }
    }

    /// Whether it may be the number of items before a page, of which there are none before the first.
    fn counts_items(&self) -> bool {
        let from_zero = self.default.is_none_or(|it| it == 0)
            && self.minimum.is_none_or(|it| it <= 0)
            && self.example != Some(1);
        let text = self.description.to_lowercase();
        let of_pages = words::OF_PAGES.iter().any(|words| text.contains(words));
        from_zero && !of_pages && !tells(self.description, words::ONE)
    }
}

/// Whether a description has one of these words.
fn tells(description: &str, words: &[&str]) -> bool {
    let text = description.to_lowercase();
    let mut told = text.split(|it: char| !it.is_alphanumeric());
    told.any(|word| words.contains(&word))
}

/// A name, as in [`words`].
pub fn plain(name: &str) -> String {
    names::words(name).concat()
}

/// The least integer that the schema allows.
fn minimum(site: &Site<'_>) -> Option<i64> {
    let (minimum, is_exclusive) = match &site.schema.schema_kind {
        SchemaKind::Type(Type::Integer(it)) => (it.minimum, it.exclusive_minimum),
        SchemaKind::Type(Type::Number(it)) => {
            (it.minimum.map(|it| it as i64), it.exclusive_minimum)
        }
        _ => (None, false),
    };
    minimum.map(|it| it.saturating_add(is_exclusive.into()))
}
