use serde_json::{Value, json};

use super::runtime::{Decoder, Deviation, Encode, Page};

fn decode(value: &Value) -> (Page<String>, Vec<Deviation>) {
    let mut at = Decoder::new();
    let page = at.read(Some(value.clone())).expect("a page");
    (page, at.into_deviations())
}

#[test]
fn the_only_array_is_the_items_and_the_rest_is_the_envelope() {
    let value = json!({"tags": ["a", "b"], "meta": {"next_page_url": "https://example.com"}});
    let (page, deviations) = decode(&value);
    assert_eq!(page.items, ["a", "b"]);
    assert_eq!(page.envelope, json!({"meta": {"next_page_url": "https://example.com"}}));
    assert_eq!(deviations, []);
    assert_eq!(page.encode(), value);
}

#[test]
fn a_page_that_cannot_be_told_from_another_object_loses_nothing() {
    for value in [json!({"tags": null}), json!({"tags": ["a"], "others": []}), json!({})] {
        let (page, deviations) = decode(&value);
        assert_eq!(page.items, [""; 0]);
        assert_eq!(deviations.len(), 1, "{value}");
        assert_eq!(page.encode(), value);
    }
}

#[test]
fn an_item_that_cannot_be_read_is_named_by_its_place() {
    let error = Decoder::new().read::<Page<bool>>(Some(json!({"tags": [true, "b"]})));
    assert_eq!(error.expect_err("text").path, "tags[1]");
}

#[test]
fn what_is_no_object_is_no_page() {
    let error = Decoder::new().read::<Page<bool>>(Some(json!([true])));
    assert_eq!(error.expect_err("an array").expected, "an object");
}

#[test]
fn debug_shows_the_items_alone() {
    let (page, _) = decode(&json!({"tags": ["a"], "next_page_uri": "/tags?To=%2B15550100"}));
    assert_eq!(format!("{page:?}"), r#"Page { items: ["a"], .. }"#);
}
