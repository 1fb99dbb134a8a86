use serde_json::{Value, json};

use super::runtime;
use super::runtime::{Decoder, Encode, Param};

runtime::open_enum! {
    /// The visibility of a channel.
    pub enum Visibility {
        /// For all.
        Public = "public",
        Private = "private",
        Two = "2",
    }
}

fn decode(value: Value) -> (Visibility, usize) {
    let mut at = Decoder::new();
    let decoded = at.read(Some(value)).expect("a value");
    (decoded, at.into_deviations().len())
}

#[test]
fn a_documented_value_is_its_variant() {
    assert_eq!(decode(json!("public")), (Visibility::Public, 0));
    assert_eq!(decode(json!(2)), (Visibility::Two, 0));
    assert_eq!(Visibility::from("private"), Visibility::Private);
}

#[test]
fn an_undocumented_value_is_kept_and_noted() {
    let secret = Visibility::Undocumented("secret".to_owned());
    assert_eq!(decode(json!("secret")), (secret.clone(), 1));
    assert_eq!(secret.encode(), json!("secret"));
    assert_eq!(decode(json!(true)).0.as_str(), "true");
}

#[test]
fn null_is_refused() {
    let error = Decoder::new().read::<Visibility>(Some(json!(null))).expect_err("null");
    assert_eq!(error.to_string(), "in the body: expected one of the documented values, found null");
}

#[test]
fn every_way_out_gives_the_value_of_the_document() {
    let private = Visibility::Private;
    assert_eq!(private.as_str(), "private");
    assert_eq!(private.to_string(), "private");
    assert_eq!(private.text(), "private");
    assert_eq!(private.encode(), json!("private"));
    assert_eq!(serde_json::to_value(&private).expect("JSON"), json!("private"));
}

#[test]
fn serde_reads_it() {
    let read: Vec<Visibility> = serde_json::from_str(r#"["public", "new"]"#).expect("values");
    assert_eq!(read, [Visibility::Public, Visibility::from("new")]);
}
