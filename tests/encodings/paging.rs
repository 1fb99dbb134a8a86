//! Lists of which the document itself shows how they are paged, over the wire.

use bindery_acceptance::cases::Items;
use bindery_acceptance::cases::paging_shapes::{ListUnchangedAnswer, PagingShapes, Thing};
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use super::pages::{Pages, answer, ids, things};

const ALL: [&str; 3] = ["0", "1", "2"];

/// Reads a list to its end from a server that is asked for a page by its number, and gives what was asked.
async fn read(
    list: impl Fn(&PagingShapes) -> Items<Thing>,
    page: impl Fn(&str, usize) -> ResponseTemplate + Send + Sync + 'static,
) -> Vec<String> {
    let pages = Pages::of(page).await;
    assert_eq!(ids(list(&pages.client().paging_shapes())).await, ALL);
    pages.queries().await
}

/// What leads to the page after this one, unless this is the last.
fn next(this: usize, lead: impl Fn(usize) -> String) -> Value {
    (this < 2).then(|| lead(this + 1)).into()
}

#[tokio::test]
async fn a_documented_link_leads_on() {
    let page = |_: &str, this: usize| {
        let page = answer(things(this));
        let link = format!("</links?p={}>; rel=\"next\"", this + 1);
        if this < 2 { page.insert_header("Link", link.as_str()) } else { page }
    };
    assert_eq!(read(|it| it.links().list().stream(), page).await, ["", "p=1", "p=2"]);
    assert_eq!(read(|it| it.unchanged().list().stream(), page).await, ["", "p=1", "p=2"]);
}

#[tokio::test]
async fn what_a_request_brings_is_what_it_was() {
    let pages = Pages::of(|_, _| ResponseTemplate::new(304)).await;
    let answer = pages.client().paging_shapes().unchanged().list().send().await;
    assert_eq!(answer.expect("an answer"), ListUnchangedAnswer::NotModified);
}

#[tokio::test]
async fn a_url_leads_on_wherever_it_stands() {
    let url = |this| next(this, |next| format!("https://elsewhere.invalid/any?p={next}"));
    let asked = ["", "p=1", "p=2"];
    let urls = move |_: &str, this| {
        answer(json!({"things": things(this), "errors": ["one"], "next_page_url": url(this)}))
    };
    assert_eq!(read(|it| it.urls().list().stream(), urls).await, asked);
    let odata =
        move |_: &str, this| answer(json!({"value": things(this), "@odata.nextLink": url(this)}));
    assert_eq!(read(|it| it.odata().list().stream(), odata).await, asked);
    let hal = move |_: &str, this| {
        answer(json!({"things": things(this), "_links": {"next": {"href": url(this)}}}))
    };
    assert_eq!(read(|it| it.hal().list().stream(), hal).await, asked);
    let framework =
        move |_: &str, this| answer(json!({"results": things(this), "next": url(this)}));
    assert_eq!(read(|it| it.frameworks().list().stream(), framework).await, asked);
    let shown = move |_: &str, this| answer(json!({"items": things(this), "next": url(this)}));
    assert_eq!(read(|it| it.shown().list().stream(), shown).await, asked);
}

#[tokio::test]
async fn a_cursor_leads_on_by_the_parameter_that_is_called_like_it() {
    let cursor = |this| next(this, |next| next.to_string());
    let tokens = move |_: &str, this| {
        answer(json!({"things": things(this), "next_page_token": cursor(this)}))
    };
    let asked = read(|it| it.tokens().list().stream(), tokens).await;
    assert_eq!(asked, ["", "page_token=1", "page_token=2"]);
    let cursors = move |_: &str, this| {
        let around = json!({"next_cursor": cursor(this).as_str().unwrap_or_default()});
        answer(json!({"ok": true, "things": things(this), "response_metadata": around}))
    };
    let asked = read(|it| it.cursors().list().stream(), cursors).await;
    assert_eq!(asked, ["", "cursor=1", "cursor=2"]);
    let required = move |_: &str, this| match cursor(this) {
        Value::Null => answer(json!({"results": things(this)})),
        after => answer(json!({"results": things(this), "paging": {"next": {"after": after}}})),
    };
    let asked = read(|it| it.required().list().stream(), required).await;
    assert_eq!(asked, ["", "after=1", "after=2"]);
    let continued = move |_: &str, this| {
        answer(json!({"items": things(this), "metadata": {"continue": cursor(this)}}))
    };
    let asked = read(|it| it.continued().list().limit(9).stream(), continued).await;
    assert_eq!(asked, ["limit=9", "limit=9&continue=1", "limit=9&continue=2"]);
    let bracketed = move |_: &str, this| {
        answer(json!({"data": things(this), "included": [], "meta": {"next_cursor": cursor(this)}}))
    };
    let asked = read(|it| it.bracketed().list().stream(), bracketed).await;
    assert_eq!(asked, ["", "page%5Bcursor%5D=1", "page%5Bcursor%5D=2"]);
}

#[tokio::test]
async fn the_last_item_leads_on_while_there_are_more() {
    let pages = Pages::of(|_, after| {
        let body = |this: usize| json!({"data": things(this), "has_more": this < 2});
        answer(body(if after == 9 { 0 } else { after + 1 }))
    });
    let lasts = pages.await;
    let list = lasts.client().paging_shapes().lasts().list();
    assert_eq!(ids(list.starting_after("9").stream()).await, ALL);
    assert_eq!(lasts.queries().await, ["starting_after=9", "starting_after=0", "starting_after=1"]);
}

#[tokio::test]
async fn items_are_counted_until_a_page_has_none() {
    let list = |_: &str, this| answer(things(this));
    let asked = read(|it| it.offsets().list().stream(), list).await;
    assert_eq!(asked, ["", "offset=1", "offset=2", "offset=3"]);
    let skips = |_: &str, this| answer(json!({"value": things(this)}));
    let asked = read(|it| it.skips().list().stream(), skips).await;
    assert_eq!(asked, ["", "%24skip=1", "%24skip=2", "%24skip=3"]);
    let starts = |_: &str, this| answer(json!({"things": things(this)}));
    let asked = read(|it| it.starts().list().stream(), starts).await;
    assert_eq!(asked, ["", "start=1", "start=2", "start=3"]);
}

#[tokio::test]
async fn pages_are_counted_from_the_first_number_of_the_document() {
    let numbers = |_: &str, this: usize| answer(json!({"things": things(this - 1)}));
    let asked = read(|it| it.numbers().list().stream(), numbers).await;
    assert_eq!(asked, ["page=1", "page=2", "page=3", "page=4"]);
    let zeros = |_: &str, this| answer(json!({"content": things(this), "totalPages": 3}));
    let asked = read(|it| it.zeros().list().stream(), zeros).await;
    assert_eq!(asked, ["page=0", "page=1", "page=2", "page=3"]);
    let told = |_: &str, this| answer(things(this));
    let asked = read(|it| it.told_zeros().list().stream(), told).await;
    assert_eq!(asked, ["pageNumber=0", "pageNumber=1", "pageNumber=2", "pageNumber=3"]);
}

#[tokio::test]
async fn a_limit_asks_for_pages_no_larger_than_the_document_allows() {
    let pages = Pages::of(|_, this| answer(things(this))).await;
    let offsets = pages.client().paging_shapes().offsets();
    assert_eq!(ids(offsets.list().limit(3).stream()).await, ALL);
    assert_eq!(ids(offsets.list().limit(1).stream()).await, ["0"]);
    assert_eq!(
        pages.queries().await,
        ["limit=2", "limit=2&offset=1", "limit=2&offset=2", "limit=1"]
    );
}

#[tokio::test]
async fn a_limit_is_still_what_one_request_asks_for() {
    let pages = Pages::of(|_, this| answer(things(this))).await;
    let offsets = pages.client().paging_shapes().offsets();
    offsets.list().limit(7).send().await.expect("a page");
    offsets.list().limit(7).limit_query(3).send().await.expect("a page");
    offsets.list().send().await.expect("a page");
    assert_eq!(pages.queries().await, ["limit=7", "limit=3", ""]);
}

#[tokio::test]
async fn no_page_is_smaller_than_the_document_allows() {
    let pages = Pages::of(|_, this| answer(things(this))).await;
    let leasts = pages.client().paging_shapes().leasts();
    assert_eq!(ids(leasts.list().limit(1).stream()).await, ["0"]);
    leasts.list().limit(7).send().await.expect("a page");
    assert_eq!(pages.queries().await, ["", "limit=7"]);
}
