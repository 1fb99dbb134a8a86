//! Where the parts of a translated document stood in the author's text.

use std::collections::BTreeMap;

/// The places that a translation moved. What did not move has the pointer that it had.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins(BTreeMap<String, String>);

impl Origins {
    /// Writes down that what stands at `to`, and all inside it, stood at `from`.
    pub(in crate::normalize) fn moved(&mut self, to: impl Into<String>, from: impl Into<String>) {
        self.0.insert(to.into(), from.into());
    }

    /// The place in the author's text of what stands at `pointer`: the nearest move decides.
    #[must_use]
    pub fn of(&self, pointer: &str) -> String {
        let mut place = pointer;
        loop {
            if let Some(from) = self.0.get(place) {
                return format!("{from}{}", &pointer[place.len()..]);
            }
            match place.rfind('/') {
                Some(end) => place = &place[..end],
                None => return pointer.to_owned(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Origins;

    #[test]
    fn the_nearest_move_decides() {
        let mut origins = Origins::default();
        origins.moved("/components/schemas", "/definitions");
        origins.moved("/components/schemas/B", "/definitions/A/$defs/B");
        assert_eq!(origins.of("/components/schemas/A/type"), "/definitions/A/type");
        assert_eq!(origins.of("/components/schemas/B/type"), "/definitions/A/$defs/B/type");
        assert_eq!(origins.of("/info/title"), "/info/title");
    }
}
