use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::runtime::{Decoder, Encode, Param};
use super::{runtime, runtime::Union};

runtime::object! {
    pub struct Card {
        pub kind: String,
        #[personal]
        pub number: Option<String>,
    }
}

runtime::object! {
    pub struct Cash {
        pub kind: Option<String>,
        pub amount: i64,
    }
}

runtime::union! {
    /// Told by a property.
    #[discriminator("kind")]
    pub enum Payment {
        Card(Card) = "card" | "credit",
        Cash(Cash) = "cash",
        Text(String),
    }
}

runtime::object! {
    #[derive(Default)]
    pub struct Small {
        pub name: Option<String>,
    }
}

runtime::object! {
    #[derive(Default)]
    pub struct Large {
        pub name: Option<String>,
        pub size: Option<i64>,
    }
}

runtime::object! {
    #[derive(Default)]
    pub struct Open {
        pub id: Option<i64>,
        #[rest]
        pub rest: BTreeMap<String, Value>,
    }
}

runtime::union! {
    /// Told by what fits.
    pub enum Anything {
        Value(Value),
        Open(Open),
        Small(Small),
        Large(Large),
        Integer(i64),
        Number(f64),
        String(String),
        List(Vec<Anything>),
    }
}

runtime::object! {
    pub struct One {
        pub next: Option<Box<Chain>>,
        pub one: i64,
    }
}

runtime::object! {
    pub struct Two {
        pub next: Option<Box<Chain>>,
        pub two: i64,
    }
}

runtime::union! {
    /// As deep as a body is.
    pub enum Chain {
        One(One),
        Two(Two),
    }
}

runtime::union! {
    pub enum Nest {
        Texts(Vec<String>),
        List(Vec<Nest>),
        Integer(i64),
    }
}

runtime::union! {
    /// Unions inside.
    pub enum Outer {
        Either(Either),
        Payment(Payment),
    }
}

runtime::union! {
    pub enum Either {
        Integer(i64),
        Flag(bool),
    }
}

/// The value as a union, and the texts of its deviations.
fn read<T: runtime::Decode>(value: &Value) -> (T, Vec<String>) {
    let mut at = Decoder::new();
    let read = at.read(Some(value.clone())).expect("a union");
    (read, at.into_deviations().iter().map(ToString::to_string).collect())
}

fn name_of<T: runtime::Decode + Union>(value: &Value) -> &'static str {
    read::<T>(value).0.variant().0
}

#[test]
fn a_discriminator_chooses() {
    let values = [
        (json!({"kind": "card", "number": "4"}), "Card"),
        (json!({"kind": "credit"}), "Card"),
        (json!({"kind": "cash", "amount": 4}), "Cash"),
        (json!("by cheque"), "Text"),
        (json!({"amount": 4}), "Cash"),
    ];
    for (value, name) in values {
        assert_eq!(name_of::<Payment>(&value), name, "{value}");
        assert_eq!(read::<Payment>(&value).1, Vec::<String>::new(), "{value}");
    }
}

#[test]
fn what_fits_no_variant_is_kept_and_noted() {
    let noted = ["in the body: expected one of the documented types, found another value"];
    let unknown = json!({"kind": "cheque", "number": "4"});
    let broken = json!({"kind": "cash", "amount": "four"});
    for value in [unknown, broken, json!(null), json!({"kind": "cash"})] {
        let (payment, deviations) = read::<Payment>(&value);
        assert!(matches!(&payment, Payment::Undocumented(kept) if *kept == value), "{value}");
        assert_eq!(deviations, noted, "{value}");
        assert_eq!(payment.encode(), value);
    }
    let (either, deviations) = read::<Either>(&json!([1]));
    assert!(matches!(either, Either::Undocumented(_)));
    assert_eq!(deviations, noted);
}

#[test]
fn what_fits_nothing_in_a_union_inside_is_not_of_that_union() {
    assert_eq!(name_of::<Outer>(&json!([1])), "Undocumented");
    assert_eq!(name_of::<Outer>(&json!(true)), "Either");
    assert_eq!(name_of::<Outer>(&json!({"kind": "cash", "amount": 1})), "Payment");
}

#[test]
fn a_discriminator_is_written_unless_it_says_so_already() {
    let card = |kind: &str| Payment::Card(Card { kind: kind.to_owned(), number: None });
    assert_eq!(card("").encode(), json!({"kind": "card"}));
    assert_eq!(card("credit").encode(), json!({"kind": "credit"}));
    let cash = Payment::Cash(Cash { kind: None, amount: 3 });
    assert_eq!(cash.encode(), json!({"amount": 3, "kind": "cash"}));
    assert_eq!(Payment::Text("by cheque".to_owned()).encode(), json!("by cheque"));
    assert_eq!(cash, read(&json!({"kind": "cash", "amount": 3})).0);
    assert_ne!(cash, card("card"));
}

#[test]
fn without_a_discriminator_the_variant_that_names_most_is_chosen() {
    let values = [
        (json!(1), "Integer"),
        (json!(1.5), "Number"),
        (json!("1"), "String"),
        (json!({"name": "a"}), "Small"),
        (json!({"name": "a", "size": 1}), "Large"),
        (json!({"id": 1, "size": 1}), "Open"),
        (json!({"id": 1}), "Open"),
        (json!([1, "a"]), "List"),
        (json!(true), "Value"),
    ];
    for (value, name) in values {
        let (read, deviations) = read::<Anything>(&value);
        assert_eq!(read.variant().0, name, "{value}");
        assert_eq!(read.encode(), value);
        assert_eq!(deviations, Vec::<String>::new(), "{value}");
    }
}

#[test]
fn of_variants_that_deviate_the_one_that_keeps_most_is_chosen() {
    let (either, deviations) = read::<Either>(&json!("12"));
    assert!(matches!(either, Either::Integer(12)));
    assert_eq!(deviations, ["in the body: expected an integer, found a string"]);
    let (chain, deviations) = read::<Chain>(&json!({"two": "2", "three": 3}));
    assert!(matches!(chain, Chain::Two(Two { two: 2, .. })));
    assert_eq!(deviations, ["at `two`: expected an integer, found a string"]);
}

fn chain(levels: usize, last: Value) -> Value {
    let own = |level: usize| if level % 2 == 0 { "one" } else { "two" };
    let link = |next: Value, level: usize| json!({"next": next, own(level): level});
    (0..levels).fold(last, link)
}

/// What is deviates so deep that each variant of each link must be tried.
#[test]
fn a_chain_as_long_as_a_body_is_deep_is_read_to_its_end() {
    let (_, deviations) = read::<Chain>(&chain(60, json!({"one": "1"})));
    let expected = "expected an integer, found a string";
    assert_eq!(deviations, [format!("at `{}one`: {expected}", "next.".repeat(60))]);
}

#[test]
fn what_would_be_tried_without_end_is_kept_and_noted() {
    let wide = json!(vec![1; 20_000]);
    let deep = (0..100).fold(wide, |inner, _| json!([inner]));
    let (read, deviations) = read::<Nest>(&deep);
    assert!(read.encode() == deep, "something is lost");
    assert_eq!(deviations.len(), 1);
}

#[test]
fn a_deviation_says_where_it_is() {
    let (_, deviations) = read::<Chain>(&chain(2, json!({"one": "1"})));
    assert_eq!(deviations, ["at `next.next.one`: expected an integer, found a string"]);
    let (_, deviations) = read::<Chain>(&chain(2, json!({"three": 3})));
    let expected = "expected one of the documented types, found another value";
    assert_eq!(deviations, [format!("at `next.next`: {expected}")]);
}

#[test]
fn debug_shows_neither_personal_values_nor_what_no_document_names() {
    let (card, _) = read::<Payment>(&json!({"kind": "card", "number": "4"}));
    let text = "Card(Card { kind: \"card\", number: <redacted> })";
    assert_eq!(format!("{card:?}"), text);
    let (unknown, _) = read::<Payment>(&json!({"kind": "cheque", "number": "4"}));
    assert_eq!(format!("{unknown:?}"), "Undocumented(an object)");
}

#[test]
fn as_a_parameter_a_union_is_what_is_in_it() {
    assert_eq!(Anything::String("a b".to_owned()).text(), "a b");
    assert_eq!(Anything::Integer(7).text(), "7");
}

#[test]
fn serde_takes_the_same_way_as_for_objects() {
    let value = json!({"kind": "cash", "amount": 4});
    let cash: Payment = serde_json::from_value(value.clone()).expect("a payment");
    assert_eq!(serde_json::to_value(&cash).expect("JSON"), value);
}

/// JSON of a few levels, with the properties that the unions know among others.
fn any_json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![Just("kind"), Just("amount"), Just("name"), Just("next"), Just("x")];
    let text = prop_oneof![Just("card"), Just("cash"), Just("12"), Just("")];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let entries =
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner.clone(), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            entries.prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_value_makes_a_call_fail_and_what_is_free_form_comes_back(value in any_json()) {
        read::<Payment>(&value);
        read::<Chain>(&value);
        read::<Either>(&value);
        let (anything, _) = read::<Anything>(&value);
        let again = read::<Anything>(&anything.encode()).0;
        prop_assert_eq!(again, anything);
    }
}
