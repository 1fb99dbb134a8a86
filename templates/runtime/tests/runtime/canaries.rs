//! Texts that nobody may see, in every dress in which they could be seen.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::form_urlencoded::byte_serialize;

pub const USERNAME: &str = "ac0001/+user";
pub const PASSWORD: &str = "hunter2/+ü";
pub const TOKEN: &str = "t0ken/+bearer";
pub const CLIENT_ID: &str = "oq0001/+ client";
pub const CLIENT_SECRET: &str = "s3cret/+ client";
pub const ACCOUNT: &str = "555-0001/+ account";
pub const PATH: &str = "555-0002/+ path";
pub const QUERY: &str = "555-0003/+ query";
pub const HEADER: &str = "555-0004/+ header";
pub const BODY: &str = "555-0005/+ \"body\"";
pub const KEY: &str = "k3y/+canary";
pub const COOKIE: &str = "555-0007 cookie";
/// What the server alone has said.
pub const ANSWER: &str = "555-0006/+ answer";

const ALL: [&str; 13] = [
    USERNAME,
    PASSWORD,
    TOKEN,
    CLIENT_ID,
    CLIENT_SECRET,
    KEY,
    ACCOUNT,
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    BODY,
    ANSWER,
];

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

/// A text as it is, in quotation marks, percent-encoded, as in a form, and in base64 wherever it stands in there.
fn dresses(canary: &str) -> Vec<String> {
    let percent = utf8_percent_encode(canary, RESERVED).to_string();
    let quoted = canary.escape_debug().to_string();
    let mut dresses =
        vec![quoted, canary.to_owned(), percent, byte_serialize(canary.as_bytes()).collect()];
    for before in 0..3 {
        dresses.push(in_base64(&STANDARD_NO_PAD, canary, before));
        dresses.push(in_base64(&URL_SAFE_NO_PAD, canary, before));
    }
    dresses
}

/// The characters that the text alone decides if so many bytes stand before it.
fn in_base64(alphabet: &impl Engine, canary: &str, before: usize) -> String {
    let bytes = [&vec![0; before], canary.as_bytes()].concat();
    let (first, end) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
    alphabet.encode(bytes)[first..end].to_owned()
}

/// The canaries that a text holds, in any dress.
pub fn seen(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let is_seen = |dress: String| text.contains(&dress.to_lowercase());
    ALL.into_iter().filter(|canary| dresses(canary).into_iter().any(is_seen)).collect()
}

#[track_caller]
pub fn assert_unseen(text: &str) {
    assert_eq!(seen(text), [""; 0], "in {text}");
}
