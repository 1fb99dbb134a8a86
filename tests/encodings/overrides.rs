//! What overrides make of a client, over the wire.

use bindery_acceptance::cases::replace::{Book, Shelf};
use bindery_acceptance::own::Amount;
use serde_json::json;

use super::answering_json;
use super::pages::{Pages, answer, ids, things};

#[tokio::test]
async fn a_type_of_the_users_own_is_sent_and_read_as_serde_does() {
    let body = json!([{"title": "Emma", "price": "12.50", "earlier": ["9.00"]}]);
    let (server, client) = answering_json(body).await;
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
    let (_server, client) = answering_json(json!([{"title": "Emma", "price": "a lot"}])).await;
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

#[tokio::test]
async fn a_cursor_in_the_body_leads_from_page_to_page() {
    let pages = Pages::of(|_, this| {
        let cursor = (this < 2).then(|| (this + 1).to_string());
        answer(json!({"books": things(this), "meta": {"cursor": cursor}}))
    });
    let pages = pages.await;
    assert_eq!(
        ids(pages.client().paging_rules().books().list().limit(9).stream()).await,
        ["0", "1", "2"]
    );
    assert_eq!(pages.queries().await, ["limit=9", "limit=9&cursor=1", "limit=9&cursor=2"]);
}

#[tokio::test]
async fn a_url_in_the_body_leads_from_page_to_page() {
    let pages = Pages::of(|uri, this| {
        let next = if this < 2 { format!("{uri}/pens?p={}", this + 1) } else { String::new() };
        answer(json!({"pens": things(this), "colours": ["red"], "next": next}))
    });
    let pages = pages.await;
    assert_eq!(ids(pages.client().paging_rules().pens().list().stream()).await, ["0", "1", "2"]);
}

#[tokio::test]
async fn an_offset_grows_by_the_items_of_each_page_until_one_has_none() {
    let pages = Pages::of(|_, this| answer(things(this))).await;
    assert_eq!(ids(pages.client().paging_rules().inks().list().stream()).await, ["0", "1", "2"]);
    assert_eq!(pages.queries().await, ["", "offset=1", "offset=2", "offset=3"]);
}

#[tokio::test]
async fn numbers_of_pages_begin_with_one() {
    let pages = Pages::of(|_, this| answer(json!({"maps": things(this - 1)}))).await;
    assert_eq!(ids(pages.client().paging_rules().maps().list().stream()).await, ["0", "1", "2"]);
    assert_eq!(pages.queries().await, ["page=1", "page=2", "page=3", "page=4"]);
    let pages = Pages::of(|_, this| answer(json!({"maps": things(this - 1)}))).await;
    assert_eq!(ids(pages.client().paging_rules().maps().list().page(3).stream()).await, ["2"]);
}

#[tokio::test]
async fn the_header_leads_from_page_to_page_at_the_same_server() {
    let pages = Pages::of(|_, this| {
        let link = format!("<https://elsewhere.invalid/globes?p={}>; rel=\"next\"", this + 1);
        let page = answer(things(this));
        if this < 2 { page.insert_header("Link", link.as_str()) } else { page }
    });
    let pages = pages.await;
    assert_eq!(ids(pages.client().paging_rules().globes().list().stream()).await, ["0", "1", "2"]);
    assert_eq!(pages.queries().await, ["", "p=1", "p=2"]);
}
