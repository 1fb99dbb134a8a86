//! The word of a list that is most like a given one.

use super::quote;

/// Longer words are not compared: the work grows with the square of the length.
const MAX_LENGTH: usize = 100;

/// The candidate with the fewest edits, if they are no more than a third of the word.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.len() / 3).max(1);
    candidates
        .filter(|candidate| word.len().max(candidate.len()) <= MAX_LENGTH)
        .filter(|candidate| word.len().abs_diff(candidate.len()) <= limit)
        .map(|candidate| (distance(word.as_bytes(), candidate.as_bytes()), candidate))
        .filter(|(edits, _)| *edits <= limit)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// The question that goes with a word that may have been meant.
#[must_use]
pub fn did_you_mean(word: &str) -> String {
    format!("did you mean {}?", quote(word))
}

/// How many bytes must be inserted, removed or replaced to get the other word, whatever their case.
fn distance(from: &[u8], to: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, byte) in from.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (column, other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(!byte.eq_ignore_ascii_case(other));
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn edits_are_counted_without_case() {
        assert_eq!(distance(b"kitten", b"Sitting"), 3);
        assert_eq!(distance(b"pet", b"PET"), 0);
        assert_eq!(distance(b"", b"abc"), 3);
    }

    #[test]
    fn the_most_similar_word_wins() {
        assert_eq!(nearest("Chanel", ["Channel", "Chapel", "User"].into_iter()), Some("Channel"));
        assert_eq!(nearest("Nope", ["Channel", "User"].into_iter()), None);
    }
}
