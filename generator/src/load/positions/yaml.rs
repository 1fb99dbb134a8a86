//! Positions in YAML, as the parser reports them. What an alias brings stands where the alias does.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};

use super::{Inside, Member, Members, Node};
use crate::load::limits::Limits;
use crate::load::yaml::options;

/// Reads the positions of a whole text.
pub(super) fn read(text: &str, limits: &Limits) -> Option<Node> {
    serde_saphyr::from_str_with_options(text, options(limits)).ok()
}

/// The parser knows byte offsets whenever it reads from a string.
fn span(location: Location) -> Range<usize> {
    let bytes = |count: Option<_>| usize::try_from(count.unwrap_or_default()).unwrap_or_default();
    let (start, length) = (location.span().byte_offset(), location.span().byte_len());
    bytes(start)..bytes(start).saturating_add(bytes(length))
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Spanned::<Inside>::deserialize(deserializer)?;
        Ok(Self { span: span(node.referenced), inside: node.value })
    }
}

impl<'de> Deserialize<'de> for Inside {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InsideVisitor)
    }
}

struct InsideVisitor;

impl<'de> Visitor<'de> for InsideVisitor {
    type Value = Inside;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Inside, E> {
        Ok(Inside::Nothing)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Inside, E> {
        Ok(Inside::Nothing)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Inside, E> {
        Ok(Inside::Nothing)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Inside, E> {
        Ok(Inside::Nothing)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Inside, E> {
        Ok(Inside::Nothing)
    }

    fn visit_str<E>(self, _: &str) -> Result<Inside, E> {
        Ok(Inside::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Inside, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = items.next_element()? {
            nodes.push(node);
        }
        Ok(Inside::Items(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Inside, A::Error> {
        let mut members = Members::new();
        while let Some((key, value)) = map.next_entry::<Spanned<String>, Node>()? {
            members
                .entry(key.value)
                .or_default()
                .push(Member { span: span(key.referenced), value });
        }
        Ok(Inside::Members(members))
    }
}
