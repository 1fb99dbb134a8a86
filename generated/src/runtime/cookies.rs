//! The `Cookie` header of a request (RFC 6265, section 4.2).

use http::header::{COOKIE, HeaderMap, HeaderValue};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::fault::Fault;
use super::pairs::Pair;

const NOT_A_NAME: &str = "is no name that a cookie can have";

/// All but the octets of a cookie's value, and the percent sign.
const RESERVED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b',').add(b';').add(b'\\').add(b'%');

/// Adds cookies behind those that are there.
pub(super) fn add(cookies: &[Pair], to: &mut HeaderMap) -> Result<(), Fault> {
    for (name, value) in cookies {
        append(name, &utf8_percent_encode(value, RESERVED).to_string(), to)
            .ok_or_else(|| Fault::new(name.clone(), NOT_A_NAME))?;
    }
    Ok(())
}

/// Adds one cookie, as it is; nothing if a header cannot carry it.
pub(super) fn append(name: &str, value: &str, to: &mut HeaderMap) -> Option<()> {
    let others = to.get(COOKIE).and_then(|it| it.to_str().ok());
    let others = others.map_or(String::new(), |others| format!("{others}; "));
    let mut cookies = HeaderValue::from_str(&format!("{others}{name}={value}")).ok()?;
    cookies.set_sensitive(true);
    to.insert(COOKIE, cookies);
    Some(())
}

/// Whether a cookie can have this value as it is.
pub(super) fn is_value(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte))
}
