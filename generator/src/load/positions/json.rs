//! Positions in JSON: slices of the text that serde_json lends out know where they stand.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Error;
use serde_json::value::RawValue;

use super::{Inside, Member, Members, Node};

/// Reads the positions of a whole text.
pub(super) fn read(text: &str) -> Option<Node> {
    let root: &RawValue = serde_json::from_str(text).ok()?;
    read_node(text, root).ok()
}

fn read_node(text: &str, raw: &RawValue) -> Result<Node, Error> {
    let span = span(text, raw);
    let opening = span.start..span.start + 1;
    Ok(match raw.get().as_bytes().first() {
        Some(b'{') => Node { span: opening, inside: read_members(text, raw)? },
        Some(b'[') => Node { span: opening, inside: read_items(text, raw)? },
        _ => Node { span, inside: Inside::Nothing },
    })
}

fn read_items(text: &str, raw: &RawValue) -> Result<Inside, Error> {
    let items: Vec<&RawValue> = serde_json::from_str(raw.get())?;
    let nodes: Result<_, _> = items.into_iter().map(|item| read_node(text, item)).collect();
    nodes.map(Inside::Items)
}

fn read_members(text: &str, raw: &RawValue) -> Result<Inside, Error> {
    let Entries(entries) = serde_json::from_str(raw.get())?;
    let mut members = Members::with_capacity(entries.len());
    for (key, value) in entries {
        let member = Member { span: span(text, key), value: read_node(text, value)? };
        members.entry(serde_json::from_str(key.get())?).or_default().push(member);
    }
    Ok(Inside::Members(members))
}

/// Where in the text a slice of it is, in bytes.
fn span(text: &str, slice: &RawValue) -> Range<usize> {
    let start = (slice.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + slice.get().len()
}

/// The keys and values of one object, in order, repeated keys too.
struct Entries<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
