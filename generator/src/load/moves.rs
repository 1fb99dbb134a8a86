//! Where the values of a document come from that was changed after it had been read.

use std::collections::{BTreeMap, BTreeSet};

/// A place in one of the texts that a document is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// In its own text, at this pointer.
    Own(String),
    /// In the text of an amendment, by its number, at this pointer.
    Amendment(usize, String),
}

/// The places that changes moved, by the pointers that they have now. What did not move comes from where
/// it stands, in the document's own text.
#[derive(Debug, Default)]
pub struct Moves(BTreeMap<String, Source>);

impl Moves {
    /// Where what stands at `pointer` comes from: the nearest move decides.
    #[must_use]
    pub fn of(&self, pointer: &str) -> Source {
        let mut place = pointer;
        loop {
            if let Some(source) = self.0.get(place) {
                return source.inside(&pointer[place.len()..]);
            }
            match place.rfind('/') {
                Some(end) => place = &place[..end],
                None => return Source::Own(pointer.to_owned()),
            }
        }
    }

    /// Another value stands at `pointer` now.
    pub fn put(&mut self, pointer: String, source: Source) {
        self.forget(&pointer);
        self.0.insert(pointer, source);
    }

    /// What stood at `pointer`, with all inside it, is gone; gives what was known of it, by what
    /// follows that pointer.
    pub fn forget(&mut self, pointer: &str) -> Vec<(String, Source)> {
        let inside = format!("{pointer}/");
        let after = self.0.range(inside.clone()..).take_while(|(at, _)| at.starts_with(&inside));
        let known: Vec<String> = self
            .0
            .get_key_value(pointer)
            .into_iter()
            .chain(after)
            .map(|(at, _)| at.clone())
            .collect();
        let rest = |at: String| Some((at[pointer.len()..].to_owned(), self.0.remove(&at)?));
        known.into_iter().filter_map(rest).collect()
    }

    /// The list at `pointer` had so many items, and these are gone: those behind them move up.
    pub fn close_up(&mut self, pointer: &str, length: usize, gone: &BTreeSet<usize>) {
        for index in gone {
            self.forget(&format!("{pointer}/{index}"));
        }
        let left = (0..length).filter(|index| !gone.contains(index)).enumerate();
        for (to, from) in left.filter(|(to, from)| to != from) {
            let (to, from) = (format!("{pointer}/{to}"), format!("{pointer}/{from}"));
            let source = self.of(&from);
            let inside = self.forget(&from);
            self.put(to.clone(), source);
            self.0.extend(inside.into_iter().map(|(rest, source)| (format!("{to}{rest}"), source)));
        }
    }
}

impl Source {
    /// A place further inside.
    fn inside(&self, rest: &str) -> Self {
        match self {
            Self::Own(pointer) => Self::Own(format!("{pointer}{rest}")),
            Self::Amendment(number, pointer) => {
                Self::Amendment(*number, format!("{pointer}{rest}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Moves, Source};

    fn own(pointer: &str) -> Source {
        Source::Own(pointer.to_owned())
    }

    fn new(pointer: &str) -> Source {
        Source::Amendment(0, pointer.to_owned())
    }

    #[test]
    fn what_is_put_brings_what_is_inside_it() {
        let mut moves = Moves::default();
        moves.put("/a/b".to_owned(), new("/u"));
        assert_eq!(moves.of("/a/b/c"), new("/u/c"));
        assert_eq!(moves.of("/a/bc"), own("/a/bc"));
        moves.put("/a".to_owned(), new("/v"));
        assert_eq!(moves.of("/a/b/c"), new("/v/b/c"));
    }

    #[test]
    fn items_behind_one_that_is_gone_move_up() {
        let mut moves = Moves::default();
        moves.put("/a/1".to_owned(), new("/u"));
        moves.put("/a/3/x".to_owned(), new("/v"));
        moves.close_up("/a", 5, &[0, 2].into());
        assert_eq!(moves.of("/a/0/y"), new("/u/y"));
        assert_eq!(moves.of("/a/1"), own("/a/3"));
        assert_eq!(moves.of("/a/1/x"), new("/v"));
        assert_eq!(moves.of("/a/2"), own("/a/4"));
        moves.close_up("/a", 3, &[1].into());
        assert_eq!(moves.of("/a/1"), own("/a/4"));
        assert_eq!(moves.of("/a/2/x"), own("/a/2/x"));
    }
}
