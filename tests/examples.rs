//! The documented responses of the cases, as tests that the build script wrote; and that these fail
//! when something is not as they say.

use bindery_acceptance::cases as client;

include!(concat!(env!("OUT_DIR"), "/cases/tests/examples/main.rs"));

/// Holds one response of the type `Parcel` against what is said of it.
fn hold(body: &'static str, exceptions: &'static [&'static str]) {
    let response = harness::Response { name: "parcel", body };
    let round_trip = client::round_trip::<client::tested_examples::Parcel>;
    harness::hold("case", &[response.of(round_trip).except(exceptions)]);
}

#[test]
fn what_is_said_of_a_response_holds() {
    hold(r#"{"id": "p", "note": null, "weight": 1}"#, &[]);
    hold(
        r#"{"id": "p", "note": null, "weight": "1"}"#,
        &["weight: expected a number, found a string"],
    );
    hold(r#"{"id": null}"#, &["not read: id: expected a string, found null"]);
}

#[test]
#[should_panic(expected = "parcel: new: weight: expected a number, found a string")]
fn a_new_exception_fails() {
    hold(r#"{"id": "p", "note": null, "weight": "1"}"#, &[]);
}

#[test]
#[should_panic(expected = "parcel: no longer so: weight: expected a number, found a string")]
fn an_exception_that_no_longer_holds_fails() {
    hold(r#"{"id": "p", "note": null}"#, &["weight: expected a number, found a string"]);
}

#[test]
#[should_panic(expected = "parcel: new: not read: id: expected a value, found nothing")]
fn a_response_that_cannot_be_read_fails() {
    hold("{}", &[]);
}

#[test]
#[should_panic(expected = "parcel: new: colour: not in the schema")]
fn what_is_lost_without_a_word_fails() {
    hold(r#"{"id": "p", "note": null, "colour": "red"}"#, &[]);
}
