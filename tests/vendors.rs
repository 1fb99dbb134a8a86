//! What a crate has of a vendor's own, alone and beside documents of others.

use bindery::model::Model;
use bindery::pipeline::{Input, Job, make};

fn model(documents: &[&str]) -> Model {
    let job = Job::of("several", documents.iter().map(|it| Input::file(it.as_ref())).collect());
    make(&job).expect("sound documents").model
}

/// The entries of the ledger that tell what a crate lacks of its vendor's.
fn lacks(model: &Model) -> Vec<&str> {
    let entries = model.documents.iter().flat_map(|it| &it.ledger);
    entries.filter(|it| it.pointer == "/servers").map(|it| it.what.as_str()).collect()
}

#[test]
fn a_crate_of_one_vendor_has_its_client_and_one_of_several_says_that_it_has_not() {
    const TWILIO: &str = "specs/twilio_chat_v2.json";
    let alone = model(&[TWILIO]);
    assert!(alone.client.is_some() && !alone.extensions.is_empty());
    assert_eq!(lacks(&alone), [""; 0]);
    let beside = model(&[TWILIO, "tests/cases/maps/spec.json"]);
    assert!(beside.client.is_none() && beside.extensions.is_empty());
    assert_eq!(
        lacks(&beside),
        ["what only crates of `twilio` alone have: its client and its features"]
    );
}
