//! What overrides make of a client, over the wire.

use bindery_acceptance::cases::Client;
use bindery_acceptance::cases::replace::{Book, Shelf};
use bindery_acceptance::own::Amount;
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// A server that answers with that, and a client that calls it.
async fn answering(body: Value) -> (MockServer, Client) {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_json(body);
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = Client::builder().base_url(server.uri()).build().expect("a client");
    (server, client)
}

#[tokio::test]
async fn a_type_of_the_users_own_is_sent_and_read_as_serde_does() {
    let body = json!([{"title": "Emma", "price": "12.50", "earlier": ["9.00"]}]);
    let (server, client) = answering(body).await;
    let books = client.replace().books();
    let found = books.list().most(Amount(20_00)).send().await.expect("books");
    assert_eq!((found[0].price, &found[0].earlier), (Amount(12_50), &Some(vec![Amount(9_00)])));
    books.create(Book::new("Emma".to_owned(), Amount(5))).send().await.expect("nothing");
    let requests = server.received_requests().await.expect("requests");
    assert_eq!(requests[0].url.query(), Some("most=20.00"));
    assert_eq!(requests[1].body, br#"{"title":"Emma","price":"0.05"}"#);
}

#[tokio::test]
async fn what_such_a_type_refuses_is_an_error_with_its_path() {
    let (_server, client) = answering(json!([{"title": "Emma", "price": "a lot"}])).await;
    let error = client.replace().books().list().send().await.expect_err("no amount").to_string();
    assert!(error.contains("[0].price") && !error.contains("a lot"), "{error}");
}

#[test]
fn derived_traits_are_there() {
    fn keys<T: Eq>() {}
    keys::<Book>();
    let mut shelves = [Shelf::Top, Shelf::Bottom];
    shelves.sort();
    assert_eq!(shelves, [Shelf::Bottom, Shelf::Top]);
}
