//! What clients read from the headers of responses.

use bindery_acceptance::cases::response_headers::{Kind, XMood, headers};
use bindery_acceptance::cases::{Client, Header, Response};
use serde_json::json;
use wiremock::ResponseTemplate;

use super::answering;

async fn list(headers: &[(&'static str, &'static str)]) -> Response<Vec<String>> {
    let template = ResponseTemplate::new(200).set_body_json(json!(["Wanda"]));
    let add =
        |template: ResponseTemplate, (name, value): &(_, _)| template.append_header(*name, *value);
    let (_server, client) = answering(headers.iter().fold(template, add)).await;
    let fish = client.response_headers().fish().list();
    fish.send().response().await.expect("fish")
}

#[tokio::test]
async fn each_header_has_the_type_that_the_document_gives_it() {
    let response = list(&[
        ("x-left", "12"),
        ("x-warm", "true"),
        ("x-degrees", " 21.5e0 "),
        ("x-fed-at", "2026-11-27T04:00:00Z"),
        ("x-tanks", "1, 2,,3"),
        ("x-tanks", "4"),
        ("x-kinds", "carp,eel"),
        ("x-mood", "hungry"),
        ("etag", "\"7\""),
    ])
    .await;
    assert_eq!(response.header(headers::X_LEFT), Ok(Some(12)));
    assert_eq!(response.header(headers::X_WARM), Ok(Some(true)));
    assert_eq!(response.header(headers::X_DEGREES), Ok(Some(21.5)));
    let fed = response.header(headers::X_FED_AT).expect("a date").expect("a value");
    assert!(fed.timestamp().is_some());
    assert_eq!(response.header(headers::X_TANKS), Ok(Some(vec![1, 2, 3, 4])));
    let kinds = vec![Kind::Carp, Kind::Undocumented("eel".to_owned())];
    assert_eq!(response.header(headers::X_KINDS), Ok(Some(kinds)));
    assert_eq!(response.header(headers::X_MOOD), Ok(Some(XMood::Hungry)));
    assert_eq!(response.header(headers::ETAG).as_ref().map(Option::as_deref), Ok(Some("\"7\"")));
    assert_eq!(response.value, ["Wanda"]);
}

#[tokio::test]
async fn a_header_that_is_not_there_is_none() {
    let response = list(&[]).await;
    assert_eq!(response.header(headers::X_LEFT), Ok(None));
    assert_eq!(response.header(headers::X_TANKS), Ok(None));
    assert_eq!(response.header(headers::X_MOOD), Ok(None));
}

#[tokio::test]
async fn a_value_of_another_type_is_an_error_that_names_the_header() {
    #[track_caller]
    fn refused<T: std::fmt::Debug>(
        response: &Response<Vec<String>>,
        header: Header<T>,
        text: &str,
    ) {
        let error = response.header(header).expect_err("an error");
        assert_eq!(error.to_string(), text);
    }
    let response =
        list(&[("x-left", "many"), ("x-warm", "yes"), ("x-degrees", ""), ("x-tanks", "1,a")]).await;
    refused(&response, headers::X_LEFT, "at `X-Left`: expected an integer, found a string");
    refused(&response, headers::X_WARM, "at `X-Warm`: expected a boolean, found a string");
    refused(&response, headers::X_DEGREES, "at `X-Degrees`: expected a number, found a string");
    refused(&response, headers::X_TANKS, "at `X-Tanks[1]`: expected an integer, found a string");
}

#[tokio::test]
async fn failures_have_headers_too() {
    let template = ResponseTemplate::new(429).insert_header("Retry-After", "30");
    let (server, _client) = answering(template).await;
    let client = Client::builder().base_url(server.uri()).max_retries(0);
    let fish = client.build().expect("a client").response_headers().fish();
    let error = fish.list().send().await.expect_err("a failure");
    let said = error.api_error().expect("what the server says");
    assert_eq!(said.header(headers::RETRY_AFTER), Ok(Some(30)));
    assert_eq!(said.header(headers::X_LEFT), Ok(None));
}

#[test]
fn of_two_types_under_one_name_the_rarer_is_called_like_its_operation() {
    let rarer: Header<String> = headers::ADD_FISH_X_WARM;
    assert_eq!((rarer.name(), headers::X_WARM.name()), ("X-Warm", "X-Warm"));
}
