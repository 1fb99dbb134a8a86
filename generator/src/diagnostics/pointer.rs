//! JSON pointers (RFC 6901), the names of places inside a document, and the fragments that hold them.

use std::borrow::Cow;

/// Escapes a key as one token of a pointer: `~` becomes `~0`, `/` becomes `~1`.
#[must_use]
pub fn escape_token(key: &str) -> Cow<'_, str> {
    if key.contains(['~', '/']) {
        Cow::Owned(key.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(key)
    }
}

/// Undoes [`escape_token`].
#[must_use]
pub fn unescape_token(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

/// Undoes percent-encoding (RFC 3986, section 2.1); text that is not properly encoded stays as it is.
#[must_use]
pub fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let (byte, after) = escaped(rest).unwrap_or((*byte, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The byte that `%XX` at the start stands for, and what follows it.
fn escaped(text: &[u8]) -> Option<(u8, &[u8])> {
    let [b'%', high, low, after @ ..] = text else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some((digit(*high)? << 4 | digit(*low)?, after))
}

#[cfg(test)]
mod tests {
    use super::{escape_token, unescape_token};

    #[test]
    fn escaping_can_be_undone() {
        for (key, token) in [("a/b", "a~1b"), ("~1", "~01"), ("~/", "~0~1"), ("plain", "plain")] {
            assert_eq!(escape_token(key), token);
            assert_eq!(unescape_token(token), key);
        }
    }
}
