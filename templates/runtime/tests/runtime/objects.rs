use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::runtime;
use super::runtime::{Decoder, Encode, Param};

runtime::object! {
    /// A channel.
    #[derive(Default)]
    pub struct Channel {
        /// Required.
        pub sid: String,
        /// Renamed.
        #[wire("type")]
        pub r#type: Option<String>,
        /// No longer sent.
        #[deprecated = "no longer sent"]
        #[wire("Unique.Name")]
        pub unique_name: Option<String>,
        #[wire("friendlyName")]
        #[personal]
        pub friendly_name: Option<String>,
        #[personal]
        pub attributes: Value,
        pub parent: Option<Box<Channel>>,
        /// Everything else.
        #[rest]
        pub rest: BTreeMap<String, i64>,
    }
}

runtime::object! {
    /// What may be null, and what must be there.
    #[derive(Default)]
    pub struct Nulls {
        #[nullable]
        pub may: Option<i64>,
        #[nullable]
        #[required]
        pub must: Option<i64>,
        #[nullable]
        #[optional]
        pub need_not: Option<i64>,
        pub never: Option<i64>,
    }
}

runtime::object! {
    /// Nothing inside.
    pub struct Empty {}
}

runtime::object! {
    /// Nobody should use it.
    #[deprecated]
    pub struct Old {
        pub sid: Option<String>,
    }
}

runtime::object! {
    /// It has no finite value.
    pub struct Endless {
        pub next: Box<Endless>,
        pub other: Box<Endless>,
    }
}

fn sample() -> Value {
    json!({
        "sid": "CH1",
        "type": "private",
        "friendlyName": "Ann's",
        "attributes": {},
        "parent": {"sid": "CH0", "attributes": null},
        "members": 3,
    })
}

fn decode(value: Value) -> Channel {
    Decoder::new().read(Some(value)).expect("a channel")
}

#[test]
fn properties_become_fields() {
    let channel = decode(sample());
    assert_eq!(channel.sid, "CH1");
    assert_eq!(channel.r#type.as_deref(), Some("private"));
    assert_eq!(channel.friendly_name.as_deref(), Some("Ann's"));
    assert_eq!(channel.parent.expect("a parent").sid, "CH0");
    assert_eq!(channel.rest, BTreeMap::from([("members".to_owned(), 3)]));
}

#[test]
fn an_object_encodes_to_what_it_was_decoded_from() {
    assert_eq!(decode(sample()).encode(), sample());
}

#[test]
fn objects_are_equal_when_their_json_is() {
    let mut channel = decode(sample());
    assert!(channel == decode(sample()));
    channel.friendly_name = None;
    assert!(channel != decode(sample()));
}

#[test]
fn only_the_first_error_is_given_out() {
    let mut at = Decoder::new();
    let error = at.read::<Channel>(Some(json!({"sid": null, "type": 1, "attributes": 2})));
    assert_eq!(error.expect_err("null").path, "sid");
    assert!(at.into_deviations().is_empty(), "what follows an error says nothing");
}

#[test]
fn a_field_has_precedence_over_the_rest() {
    let mut channel = decode(sample());
    channel.rest.insert("sid".to_owned(), 0);
    assert_eq!(channel.encode()["sid"], "CH1");
}

#[test]
fn serde_takes_the_same_way() {
    let channel: Channel = serde_json::from_value(sample()).expect("a channel");
    assert_eq!(channel, decode(sample()));
    assert_eq!(serde_json::to_value(&channel).expect("JSON"), sample());

    let error = serde_json::from_value::<Channel>(json!({"sid": "CH1", "parent": {}}));
    let text = error.expect_err("no sid").to_string();
    assert_eq!(text, "at `attributes`: expected a value, found nothing");
}

#[test]
fn an_error_names_properties_as_json_does() {
    let value = json!({"sid": "", "friendlyName": null, "attributes": 1, "parent": {"sid": null}});
    let error = Decoder::new().read::<Channel>(Some(value)).expect_err("null");
    assert_eq!(error.path, "parent.sid");
}

#[test]
fn debug_hides_personal_values() {
    let mut channel = decode(sample());
    channel.parent = None;
    assert_eq!(
        format!("{channel:?}"),
        "Channel { sid: \"CH1\", type: Some(\"private\"), unique_name: None, \
         friendly_name: <redacted>, attributes: <redacted>, parent: None, rest: {\"members\": 3} }"
    );
}

#[test]
fn debug_shows_that_a_personal_value_is_absent() {
    assert!(format!("{:?}", Channel::default()).contains("friendly_name: None"));
}

#[test]
fn as_a_parameter_an_object_is_json_text() {
    let old: Empty = serde_json::from_str(r#"{"unknown": 1}"#).expect("an object");
    assert_eq!(old.text(), "{}");
}

#[test]
fn anything_but_an_object_is_refused() {
    let error = Decoder::new().read::<Empty>(Some(json!([]))).expect_err("an array");
    assert_eq!(error.to_string(), "in the body: expected an object, found an array");
}

#[test]
#[expect(deprecated, reason = "a deprecated type still works")]
fn a_deprecated_object_still_works() {
    let old: Old = serde_json::from_str(r#"{"sid": "CH1"}"#).expect("an object");
    assert_eq!(format!("{old:?}"), "Old { sid: Some(\"CH1\") }");
}

#[test]
#[should_panic = "a type requires itself"]
fn a_type_that_requires_itself_panics_instead_of_overflowing_the_stack() {
    let _ = Decoder::new().read::<Endless>(Some(json!({})));
}

#[test]
fn null_is_a_deviation_where_the_document_does_not_allow_it() {
    let mut at = Decoder::new();
    let read = at.read::<Nulls>(Some(json!({"may": null, "must": null, "never": null})));
    assert_eq!(read.expect("an object"), Nulls::default());
    let deviations: Vec<_> = at.into_deviations().iter().map(ToString::to_string).collect();
    assert_eq!(deviations, ["at `never`: expected a value, found null"]);
    let mut at = Decoder::new();
    at.read::<Nulls>(Some(json!({}))).expect("an object");
    let deviations: Vec<_> = at.into_deviations().iter().map(ToString::to_string).collect();
    assert_eq!(deviations, ["at `must`: expected a value or null, found nothing"]);
}

#[test]
fn what_may_be_null_is_written_as_null_unless_it_is_optional() {
    assert_eq!(Nulls::default().encode(), json!({"may": null, "must": null}));
    let full = Nulls { may: Some(1), must: Some(2), need_not: Some(3), never: Some(4) };
    assert_eq!(full.encode(), json!({"may": 1, "must": 2, "need_not": 3, "never": 4}));
}
