//! Any bytes as JSON: they are refused, or become a crate that is Rust.

#![no_main]

#[path = "../documents/made.rs"]
mod made;

use libfuzzer_sys::fuzz_target;
use made::{make, unparsed};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(made) = make("document.json", bytes.to_vec()) {
        assert_eq!(made.model.documents.len(), 1);
        assert_eq!(unparsed(&made), None);
    }
});
