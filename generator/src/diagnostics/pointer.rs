//! JSON pointers (RFC 6901): the names of places inside a document.

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
