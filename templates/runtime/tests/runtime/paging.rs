use std::time::Duration;

use serde_json::json;

use super::runtime::{Auth, Client, ErrorKind, Items};
use super::server::{DOCUMENT, Server, json as json_response};

const ITEMS: &str = "things";
const NEXT: &str = "meta.next_page_url";

fn page(items: &[i64], next: serde_json::Value) -> String {
    json!({"things": items, "meta": {"next_page_url": next}}).to_string()
}

async fn collect(mut items: Items<i64>) -> (Vec<i64>, Option<ErrorKind>) {
    let mut collected = Vec::new();
    loop {
        match items.try_next().await {
            Ok(Some(item)) => collected.push(item),
            Ok(None) => return (collected, None),
            Err(error) => {
                assert!(items.try_next().await.expect("the end").is_none());
                return (collected, Some(error.kind()));
            }
        }
    }
}

fn targets(server: &Server) -> Vec<String> {
    let received = server.received();
    received.iter().map(|request| request.target().to_owned()).collect()
}

async fn three_pages() -> Server {
    let pages = [
        page(&[1, 2], json!("https://elsewhere.example.invalid/things?Page=1&PageToken=a%2Fb")),
        page(&[3], json!("/things?Page=2")),
        page(&[4, 5], json!(null)),
    ];
    Server::answering_json(&[&pages[0], &pages[1], &pages[2]]).await
}

#[tokio::test]
async fn all_pages_are_read_from_the_server_of_the_first() {
    let server = three_pages().await;
    let items = server.call().query("Status", "new").items(ITEMS, NEXT);
    assert_eq!(collect(items).await, (vec![1, 2, 3, 4, 5], None));
    let expected = ["/things?Status=new", "/things?Page=1&PageToken=a%2Fb", "/things?Page=2"];
    assert_eq!(targets(&server), expected);
}

#[tokio::test]
async fn credentials_go_with_every_page() {
    let server = three_pages().await;
    let items = server.call().auth(Auth::Basic).items(ITEMS, NEXT);
    assert_eq!(collect(items).await.0.len(), 5);
    for request in server.received() {
        assert!(request.header("authorization").is_some());
    }
}

#[tokio::test]
async fn a_limit_ends_the_stream_and_sets_the_page_size() {
    let server = three_pages().await;
    assert_eq!(
        collect(server.call().limit(3).page_size("PageSize", 1000).items(ITEMS, NEXT)).await,
        (vec![1, 2, 3], None)
    );
    assert_eq!(targets(&server), ["/things?PageSize=3", "/things?Page=1&PageToken=a%2Fb"]);
}

#[tokio::test]
async fn a_page_size_has_a_maximum_and_the_caller_the_last_word() {
    let last = page(&[], json!(""));
    let server = Server::answering_json(&[&last, &last]).await;
    collect(server.call().limit(5000).page_size("PageSize", 1000).items(ITEMS, NEXT)).await;
    collect(
        server.call().query("PageSize", 7).limit(3).page_size("PageSize", 1000).items(ITEMS, NEXT),
    )
    .await;
    assert_eq!(targets(&server), ["/things?PageSize=1000", "/things?PageSize=7"]);
}

#[tokio::test]
async fn a_limit_of_nothing_asks_for_nothing() {
    let server = Server::answering_json(&[]).await;
    assert_eq!(collect(server.call().limit(0).items(ITEMS, NEXT)).await, (vec![], None));
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_page_that_was_already_read_is_an_error() {
    let again = page(&[1], json!("https://elsewhere.example.invalid/things"));
    let server = Server::answering_json(&[&again]).await;
    let items = server.call().items(ITEMS, NEXT);
    assert_eq!(collect(items).await, (vec![1], Some(ErrorKind::Decode)));
}

#[tokio::test]
async fn pages_that_go_round_in_a_circle_are_an_error() {
    let links = ["/things?Page=1", "/things?Page=2", "/things?Page=1"];
    let pages = links.map(|link| page(&[1], json!(link)));
    let server = Server::answering_json(&[&pages[0], &pages[1], &pages[2]]).await;
    let items = server.call().items(ITEMS, NEXT);
    assert_eq!(collect(items).await, (vec![1, 1, 1], Some(ErrorKind::Decode)));
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_list_without_an_end_is_an_error() {
    let pages: Vec<String> =
        (1..9).map(|number| page(&[], json!(format!("/things?Page={number}")))).collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let server = Server::answering_json(&pages).await;
    let mut items: Items<i64> = server.call().items(ITEMS, NEXT).max_pages(3);
    let error = items.try_next().await.expect_err("a fourth page");
    assert_eq!(error.kind(), ErrorKind::Limit);
    assert_eq!(error.to_string(), "GET /things: status 200: the list has more than 3 pages");
    assert!(items.try_next().await.expect("the end").is_none());
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_list_of_just_so_many_pages_as_the_limit_is_read_to_its_end() {
    let server = three_pages().await;
    let builder = Client::builder().base_url(&server.url).max_pages(3);
    let api = builder.build().expect("a client").api(DOCUMENT, Auth::None);
    assert_eq!(collect(api.get("/things").items(ITEMS, NEXT)).await, (vec![1, 2, 3, 4, 5], None));
}

#[tokio::test]
async fn a_stream_has_the_limits_of_a_call() {
    let server = three_pages().await;
    let items = server.call().items(ITEMS, NEXT).max_body(90);
    assert_eq!(collect(items).await, (vec![], Some(ErrorKind::Limit)));
    let failed = json_response("503 Service Unavailable", "");
    let last = json_response("200 OK", &page(&[1], json!(null)));
    let server = Server::answering(vec![failed, last]).await;
    let items = server.call().items(ITEMS, NEXT).max_retries(1).backoff(Duration::ZERO);
    assert_eq!(collect(items).await, (vec![1], None));
}

#[tokio::test]
async fn a_url_that_is_too_long_is_an_error() {
    let next = page(&[1], json!(format!("/things?Page={}", "1".repeat(8 << 10))));
    let server = Server::answering_json(&[&next]).await;
    let items = server.call().items(ITEMS, NEXT);
    assert_eq!(collect(items).await, (vec![1], Some(ErrorKind::Decode)));
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn a_page_that_fails_is_an_error_and_the_end() {
    let first = page(&[1], json!("/things?Page=1"));
    let failed = json_response("500 Internal Server Error", "");
    let server = Server::answering(vec![json_response("200 OK", &first), failed]).await;
    let items = server.call().items(ITEMS, NEXT);
    assert_eq!(collect(items).await, (vec![1], Some(ErrorKind::Api)));
}

#[tokio::test]
async fn an_item_that_breaks_its_schema_says_where() {
    let server = Server::answering_json(&[r#"{"things": [1, {}]}"#]).await;
    let mut items: Items<i64> = server.call().items(ITEMS, NEXT);
    assert_eq!(items.try_next().await.expect("an item"), Some(1));
    let error = items.try_next().await.expect_err("an object");
    assert_eq!(error.decode_error().expect("a path").path, "things[1]");
    assert!(items.try_next().await.expect("the end").is_none());
}

#[tokio::test]
async fn a_page_without_items_is_an_error() {
    for body in ["{}", r#"{"others": [1], "warnings": []}"#] {
        let server = Server::answering_json(&[body]).await;
        let error = server.call().items::<i64>(ITEMS, NEXT).try_next().await;
        assert_eq!(
            error.expect_err("no items").to_string(),
            "GET /things: status 200: at `things`: expected an array, found nothing"
        );
    }
}

#[tokio::test]
async fn the_only_array_of_a_page_is_its_items_for_those_who_are_not_strict() {
    for strict in [false, true] {
        let server = Server::answering_json(&[r#"{"others": [1, {}]}"#]).await;
        let builder = Client::builder().base_url(&server.url).strict(strict);
        let call = builder.build().expect("a client").api(DOCUMENT, Auth::None).get("/things");
        let mut items: Items<i64> = call.items(ITEMS, NEXT);
        let first = items.try_next().await;
        let error = if strict {
            first.expect_err("others")
        } else {
            assert_eq!(first.expect("an item"), Some(1));
            items.try_next().await.expect_err("an object")
        };
        let expected = if strict { "things" } else { "others[1]" };
        assert_eq!(error.decode_error().expect("a path").path, expected);
    }
}

#[tokio::test]
async fn a_next_page_that_is_no_url_is_an_error() {
    for next in [json!(7), json!("https://[")] {
        let server = Server::answering_json(&[&page(&[1], next)]).await;
        let error = server.call().items::<i64>(ITEMS, NEXT).try_next().await;
        assert_eq!(error.expect_err("no URL").kind(), ErrorKind::Decode);
    }
}

#[tokio::test]
async fn a_page_lies_under_the_path_of_the_base_url() {
    let pages = [
        page(&[1], json!("https://api.example.invalid/v1/things?Page=1")),
        page(&[2], json!("/proxy/v1/things?Page=2")),
        page(&[3], json!(null)),
    ];
    let server = Server::answering_json(&[&pages[0], &pages[1], &pages[2]]).await;
    let builder = Client::builder().base_url(format!("{}/proxy", server.url));
    let api = builder.build().expect("a client").api(DOCUMENT, Auth::None);
    assert_eq!(collect(api.get("/v1/things").items(ITEMS, NEXT)).await.0, [1, 2, 3]);
    let expected = ["/proxy/v1/things", "/proxy/v1/things?Page=1", "/proxy/v1/things?Page=2"];
    assert_eq!(targets(&server), expected);
}

#[test]
fn a_stream_can_go_anywhere() {
    fn anywhere<T: futures_core::Stream + Send + Unpin>() {}
    anywhere::<Items<String>>();
}

#[tokio::test]
async fn a_token_takes_the_place_of_the_one_before() {
    let page = |items: &[i64], next: serde_json::Value| {
        json!({"things": items, "meta": {"next_token": next}}).to_string()
    };
    let pages = [page(&[1], json!("a b")), page(&[2], json!("c")), page(&[3], json!(null))];
    let server = Server::answering_json(&[&pages[0], &pages[1], &pages[2]]).await;
    let items =
        server.call().query("Status", "new").items_by_token(ITEMS, "meta.next_token", "Token");
    assert_eq!(collect(items).await, (vec![1, 2, 3], None));
    let expected =
        ["/things?Status=new", "/things?Status=new&Token=a+b", "/things?Status=new&Token=c"];
    assert_eq!(targets(&server), expected);
}

#[tokio::test]
async fn a_token_that_comes_again_is_an_error() {
    let page = json!({"things": [1], "meta": {"next_token": "a"}}).to_string();
    let server = Server::answering_json(&[&page, &page]).await;
    let items = server.call().items_by_token(ITEMS, "meta.next_token", "Token");
    assert_eq!(collect(items).await, (vec![1, 1], Some(ErrorKind::Decode)));
}
