use std::collections::BTreeMap;
use std::fmt::Debug;

use serde_json::{Value, json};

use super::runtime::{DateTime, Decode, DecodeError, Decoder, Uri};

fn decode<T: Decode>(value: Value) -> (Result<T, DecodeError>, usize) {
    let mut at = Decoder::new();
    let decoded = at.read(Some(value));
    (decoded, at.into_deviations().len())
}

#[track_caller]
fn exact<T: Decode + PartialEq + Debug>(value: Value, expected: T) {
    assert_eq!(decode(value), (Ok(expected), 0));
}

#[track_caller]
fn tolerated<T: Decode + PartialEq + Debug>(value: Value, expected: T) {
    assert_eq!(decode(value), (Ok(expected), 1));
}

#[track_caller]
fn refused<T: Decode + Debug>(value: Value, text: &str) {
    let error = decode::<T>(value).0.expect_err("should be refused");
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_value_of_its_schema_is_exact() {
    exact(json!("a"), "a".to_owned());
    exact(json!(true), true);
    exact(json!(-7), -7_i32);
    exact(json!(i64::MIN), i64::MIN);
    exact(json!(u64::MAX), u64::MAX);
    exact(json!(0.5), 0.5);
    exact(json!(3), 3.0);
    exact(json!([1, 2]), vec![1, 2]);
    exact(json!({"a": 1}), BTreeMap::from([("a".to_owned(), 1)]));
    exact(json!(null), None::<String>);
    exact(json!("a"), Some(Box::new("a".to_owned())));
    exact(json!("/relative?x"), Uri::from("/relative?x"));
    exact(json!([{}]), json!([{}]));
    exact(json!("whatever"), ());
}

#[test]
fn a_value_of_plain_meaning_is_tolerated() {
    tolerated(json!(12), "12".to_owned());
    tolerated(json!(false), "false".to_owned());
    tolerated(json!({"a": [1]}), r#"{"a":[1]}"#.to_owned());
    tolerated(json!("true"), true);
    tolerated(json!("12"), 12_i32);
    tolerated(json!("12"), 12_i64);
    tolerated(json!("12"), 12_u64);
    tolerated(json!("-0.0025"), -0.0025);
    tolerated(json!("12.0"), 12_i64);
    tolerated(json!(12.0), 12_i32);
    tolerated(json!(1e3), 1000_u64);
}

#[test]
fn nothing_is_invented() {
    refused::<String>(json!(null), "in the body: expected a string, found null");
    refused::<String>(
        serde_json::from_str("12345678901234567890123").expect("a number"),
        "in the body: expected a string, found a number too long to be read without a loss",
    );
    refused::<bool>(json!("yes"), "in the body: expected a boolean, found a string");
    refused::<i64>(json!("a dozen"), "in the body: expected an integer, found a string");
    refused::<i64>(json!(""), "in the body: expected an integer, found a string");
    refused::<i64>(json!(1.5), "in the body: expected an integer, found a number with a fraction");
    refused::<i32>(
        json!(1_i64 << 31),
        "in the body: expected an integer of 32 bits, found a number outside its range",
    );
    refused::<u64>(
        json!(-1),
        "in the body: expected an unsigned integer of 64 bits, found a number outside its range",
    );
    refused::<i64>(
        json!(1e300),
        "in the body: expected an integer, found a number outside its range",
    );
    refused::<f64>(json!(null), "in the body: expected a number, found null");
    refused::<f64>(json!("NaN"), "in the body: expected a number, found a string");
    refused::<Vec<i64>>(json!({}), "in the body: expected an array, found an object");
    refused::<DateTime>(json!(null), "in the body: expected a string, found null");
}

#[test]
fn an_error_says_where_and_shows_no_key_of_a_map() {
    refused::<BTreeMap<String, Vec<Option<bool>>>>(
        json!({"flags": [true, null, []]}),
        "at `*[2]`: expected a boolean, found an array",
    );
}

#[test]
fn a_deviation_says_where_and_shows_no_value() {
    let mut at = Decoder::new();
    let numbers = at.read::<Vec<BTreeMap<String, i64>>>(Some(json!([{"a": 1}, {"b": "2"}])));
    assert_eq!(numbers.expect("numbers")[1]["b"], 2);
    let deviations = at.into_deviations();
    assert_eq!(deviations.len(), 1);
    assert_eq!(deviations[0].path, "[1].b");
    assert_eq!(deviations[0].to_string(), "at `[1].*`: expected an integer, found a string");
}
