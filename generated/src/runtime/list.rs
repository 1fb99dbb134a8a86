//! One page of a list, as its response brings it.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Map, Value};

use super::decode::Decode;
use super::decoder::{DecodeError, Decoder, kind};
use super::encode::Encode;
use super::serde_bridge;

/// One page of a list: the items, and around them where the page stands among others.
///
/// The items are what the document calls so, else the only array of the response, which is a
/// deviation; a response without either is one too, and stands in the envelope whole. To read one page
/// after the other, take the stream of the request.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items, in the order of the server.
    pub items: Vec<T>,
    /// The rest of the response: an object that says where the page before this one and the next one
    /// are, in the words of the document.
    pub envelope: Value,
    /// What the response calls the items.
    name: String,
}

impl<T: Decode> Decode for Page<T> {
    fn placeholder() -> Self {
        Self { items: Vec::new(), envelope: Value::Null, name: String::new() }
    }

    /// Without the document's word for it, the items are the only array.
    fn decode(&mut self, value: Value, at: &mut Decoder) {
        let name = value.as_object().and_then(only_array).map(Cow::Owned);
        if value.is_object() && name.is_none() {
            at.deviation("an object with one array", "an object");
        }
        self.fill(value, name, at);
    }
}

impl<T: Decode> Page<T> {
    /// Reads a page whose document calls the items `name`.
    pub(super) fn read(
        value: Option<Value>,
        name: &'static str,
        at: &mut Decoder,
    ) -> Result<Self, DecodeError> {
        let object = value.as_ref().and_then(Value::as_object);
        let found = object.and_then(|object| items(object, name, at));
        let mut page = Self::placeholder();
        page.fill(value.unwrap_or_default(), found, at);
        at.end(page)
    }

    /// Takes the items of that name out of the rest.
    fn fill(&mut self, value: Value, name: Option<Cow<'static, str>>, at: &mut Decoder) {
        let Value::Object(mut envelope) = value else {
            return at.error("an object", kind(&value));
        };
        if let Some(name) = name {
            let items = envelope.remove(&*name).unwrap_or_default();
            match &name {
                Cow::Borrowed(name) => at.enter(name),
                Cow::Owned(name) => at.enter_key(name),
            }
            self.items.decode(items, at);
            at.leave();
            self.name = name.into_owned();
        }
        self.envelope = Value::Object(envelope);
    }
}

/// What a page calls its items: the document's word, else the name of its only array.
pub(super) fn items(
    page: &Map<String, Value>,
    name: &'static str,
    at: &mut Decoder,
) -> Option<Cow<'static, str>> {
    let value = page.get(name);
    if value.is_some_and(Value::is_array) {
        return Some(Cow::Borrowed(name));
    }
    at.enter(name);
    at.deviation("an array", value.map_or("nothing", kind));
    at.leave();
    only_array(page).map(Cow::Owned)
}

/// The name of the array in an object that has no other.
fn only_array(object: &Map<String, Value>) -> Option<String> {
    let mut arrays = object.iter().filter(|(_, value)| value.is_array());
    match (arrays.next(), arrays.next()) {
        (Some((name, _)), None) => Some(name.clone()),
        _ => None,
    }
}

/// The response as it was.
impl<T: Encode> Encode for Page<T> {
    fn encode(&self) -> Value {
        let mut page = self.envelope.clone();
        match &mut page {
            Value::Object(page) if !self.name.is_empty() => {
                page.insert(self.name.clone(), self.items.encode());
            }
            _ => {}
        }
        page
    }
}

/// The items alone: the URLs around them repeat what was asked for, which may be personal.
impl<T: fmt::Debug> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("items", &self.items).finish_non_exhaustive()
    }
}

impl<T: Encode> serde::Serialize for Page<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        serde_bridge::serialize(self, to)
    }
}

impl<'de, T: Decode> serde::Deserialize<'de> for Page<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serde_bridge::deserialize(from)
    }
}
