use serde_json::{Value, json};

use super::runtime;
use super::runtime::{Decoder, Encode, Param};

runtime::integer_enum! {
    /// How bad it is.
    pub enum Alert {
        None = -1,
        /// Stay inside.
        Severe = 10,
    }
}

fn decode(value: Value) -> (Alert, usize) {
    let mut at = Decoder::new();
    let decoded = at.read(Some(value)).expect("a value");
    (decoded, at.into_deviations().len())
}

#[test]
fn a_documented_integer_is_its_variant() {
    assert_eq!(decode(json!(10)), (Alert::Severe, 0));
    assert_eq!(Alert::from(-1), Alert::None);
}

#[test]
fn what_stands_for_an_integer_is_read_and_noted() {
    assert_eq!(decode(json!("-1")), (Alert::None, 1));
    assert_eq!(decode(json!(10.0)), (Alert::Severe, 1));
}

#[test]
fn an_undocumented_integer_is_kept_and_noted() {
    assert_eq!(decode(json!(3)), (Alert::Undocumented(3), 1));
    assert_eq!(Alert::Undocumented(3).encode(), json!(3));
}

#[test]
fn what_is_no_integer_is_refused() {
    for (value, found) in [(json!("severe"), "a string"), (json!(null), "null")] {
        let error = Decoder::new().read::<Alert>(Some(value)).expect_err("no integer");
        let expected = format!("in the body: expected an integer, found {found}");
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn every_way_out_gives_the_integer_of_the_document() {
    let severe = Alert::Severe;
    assert_eq!(severe.as_i64(), 10);
    assert_eq!(severe.to_string(), "10");
    assert_eq!(severe.text(), "10");
    assert_eq!(severe.encode(), json!(10));
    assert_eq!(serde_json::to_value(severe).expect("JSON"), json!(10));
}

#[test]
fn serde_reads_it() {
    let read: Vec<Alert> = serde_json::from_str("[-1, 4]").expect("integers");
    assert_eq!(read, [Alert::None, Alert::from(4)]);
}
