//! Arrays of so many values: what is read of them, and what is noted.

use serde_json::{Value, json};

use super::runtime::{Decode, Decoder, Encode, round_trip};

type Pair = (String, Option<i64>);

/// What was read, and what was noted.
fn read<T: Decode + Encode>(body: Value) -> Result<(Value, Vec<String>), String> {
    match round_trip::<T>(&body.to_string()) {
        Ok((read, noted)) => Ok((read, noted.iter().map(ToString::to_string).collect())),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn each_value_has_the_type_of_its_position() {
    let mut at = Decoder::new();
    let pair: Pair = at.read(Some(json!(["a", 1]))).expect("a pair");
    assert_eq!(pair, ("a".to_owned(), Some(1)));
    assert_eq!(at.into_deviations(), []);
    assert_eq!(pair.encode(), json!(["a", 1]));
    let twelve = json!([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, true]);
    type Twelve = (i64, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64, bool);
    assert_eq!(read::<Twelve>(twelve.clone()), Ok((twelve, vec![])));
}

#[test]
fn null_stays_in_its_position() {
    assert_eq!(read::<Pair>(json!(["a", null])), Ok((json!(["a", null]), vec![])));
    let error = "at `[0]`: expected a string, found null";
    assert_eq!(read::<Pair>(json!([null, 1])), Err(error.to_owned()));
}

#[test]
fn another_length_is_noted_and_no_value_is_invented() {
    let noted = "in the body: expected an array of the documented length, found another length";
    let noted = vec![noted.to_owned()];
    assert_eq!(read::<Pair>(json!(["a", 1, true])), Ok((json!(["a", 1]), noted.clone())));
    assert_eq!(read::<Pair>(json!(["a"])), Ok((json!(["a", null]), noted)));
    let error = "at `[0]`: expected a value, found nothing";
    assert_eq!(read::<Pair>(json!([])), Err(error.to_owned()));
}

#[test]
fn what_is_wrong_is_named_by_its_position() {
    let error = "in the body: expected an array, found an object";
    assert_eq!(read::<Pair>(json!({"0": "a"})), Err(error.to_owned()));
    let nested = json!([["a", "1"], ["b", true]]);
    let error = "at `[1][1]`: expected an integer, found a boolean";
    assert_eq!(read::<(Pair, Pair)>(nested), Err(error.to_owned()));
    let noted = vec!["at `[1]`: expected an integer, found a string".to_owned()];
    assert_eq!(read::<Pair>(json!(["a", "1"])), Ok((json!(["a", 1]), noted)));
}
