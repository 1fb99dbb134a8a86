//! Any well-formed document: it becomes a crate that is Rust.

#![no_main]

#[path = "../documents/mod.rs"]
mod documents;

use documents::{document, make, unparsed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let document = document(bytes);
    match make("document.json", document.to_string().into_bytes()) {
        Ok(made) => assert_eq!(unparsed(&made), None, "of {document:#}"),
        Err(problems) => panic!("{problems}\nof {document:#}"),
    }
});
