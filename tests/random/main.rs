//! Whatever well-formed document comes: a crate that is Rust, has every operation and is the same each time.
//!
//! The same 64 documents each time, so that nobody's change is stopped by what it did not do; if
//! `PROPTEST_CASES` says how many, others each time.

#[path = "../documents/mod.rs"]
mod documents;
mod operations;

use documents::{document, make, unparsed};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, TestCaseError, any};
use proptest::test_runner::RngSeed;
use proptest::{prop_assert, prop_assert_eq, proptest};

/// Enough for a few paths with all that belongs to them.
const BYTES: usize = 1500;

fn config() -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(0), ..config },
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_well_formed_document_becomes_a_crate(bytes in vec(any::<u8>(), 0..BYTES)) {
        let document = document(&bytes);
        let made = || make("document.json", document.to_string().into_bytes());
        let made = [made(), made()].map(|it| it.map_err(|problems| {
            TestCaseError::fail(format!("{problems}\nof {document:#}"))
        }));
        let [once, again] = made;
        let (once, again) = (once?, again?);
        prop_assert_eq!(unparsed(&once), None, "of {:#}", document);
        let lost = operations::lost(&document, &once.model);
        prop_assert!(lost.is_empty(), "{:?} of {:#}", lost, document);
        prop_assert!(once.files == again.files, "twice differs: {:#}", document);
    }
}
