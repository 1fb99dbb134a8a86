//! Lists that are read page after page.

use serde_json::{Value, json};
use twilio_client::chat_v2::{Channel, ListChannel};
use twilio_client::{ErrorKind, Items};

use super::server::{Received, SERVICE, Server};
use super::specs;

const PATH: &str = "/v2/Services/IS7aca59afb37454f4858c7587c1c1ec24/Channels";

fn page(sids: &[&str], next: Option<&str>) -> Value {
    let channels: Vec<Value> = sids.iter().map(|sid| json!({"sid": sid})).collect();
    let next = next.map(|query| format!("https://chat.twilio.com{PATH}?{query}"));
    json!({"channels": channels, "meta": {"key": "channels", "next_page_url": next}})
}

async fn three_pages() -> Server {
    Server::answering_in_turn(&[
        page(&["CH1", "CH2"], Some("PageSize=2&Page=1&PageToken=PTa%2Fb")),
        page(&["CH3", "CH4"], Some("PageSize=2&Page=2&PageToken=PTc")),
        page(&["CH5"], None),
    ])
    .await
}

fn list(server: &Server) -> ListChannel {
    server.client().chat_v2().channels(SERVICE).list()
}

async fn sids(mut channels: Items<Channel>) -> Vec<String> {
    let mut sids = Vec::new();
    while let Some(channel) = channels.try_next().await.expect("a channel") {
        sids.extend(channel.sid.map(|sid| sid.to_string()));
    }
    sids
}

async fn lines(server: &Server) -> Vec<String> {
    server.received().await.iter().map(Received::line).collect()
}

#[tokio::test]
async fn a_stream_reads_all_pages_from_the_server_of_the_first() {
    let server = three_pages().await;
    let channels = list(&server).page_size(2).stream();
    assert_eq!(sids(channels).await, ["CH1", "CH2", "CH3", "CH4", "CH5"]);
    let expected = [
        format!("GET {PATH}?PageSize=2"),
        format!("GET {PATH}?PageSize=2&Page=1&PageToken=PTa%2Fb"),
        format!("GET {PATH}?PageSize=2&Page=2&PageToken=PTc"),
    ];
    assert_eq!(lines(&server).await, expected);
    assert!(server.received().await.iter().all(|it| it.header("authorization").is_some()));
}

#[tokio::test]
async fn one_page_has_its_items_and_what_surrounds_them() {
    let server = three_pages().await;
    let page = list(&server).page_size(2).send().await.expect("a page");
    let sids: Vec<_> = page.items.iter().filter_map(|channel| channel.sid.as_deref()).collect();
    assert_eq!(sids, ["CH1", "CH2"]);
    assert_eq!(page.envelope["meta"]["key"], "channels");
    assert!(!format!("{page:?}").contains("PageToken"), "a URL repeats what was asked for");
    assert_eq!(lines(&server).await, [format!("GET {PATH}?PageSize=2")]);
}

#[tokio::test]
async fn a_limit_ends_the_stream_before_the_pages_end() {
    let server = three_pages().await;
    let channels = list(&server).page_size(2).limit(3).stream();
    assert_eq!(sids(channels).await, ["CH1", "CH2", "CH3"]);
    assert_eq!(lines(&server).await.len(), 2);
}

#[tokio::test]
async fn a_limit_asks_for_pages_no_larger_than_itself_or_the_document_allows() {
    for (limit, size) in [(3, 3), (100, 100), (5000, 100)] {
        let server = Server::answering_json(200, &page(&[], None)).await;
        assert_eq!(sids(list(&server).limit(limit).stream()).await, [""; 0]);
        assert_eq!(lines(&server).await, [format!("GET {PATH}?PageSize={size}")]);
    }
}

#[tokio::test]
async fn the_documented_page_arrives_item_by_item() {
    let operation = format!("{}/get", specs::CHANNELS);
    let body = specs::example("twilio_chat_v2", &operation, 200, "full");
    let server = Server::answering_json(200, &body).await;
    let mut channels = list(&server).stream();
    for documented in body["channels"].as_array().expect("channels") {
        let channel = channels.try_next().await.expect("a page").expect("a channel");
        assert_eq!(channel.sid.as_deref(), documented["sid"].as_str());
        assert_eq!(channel.messages_count, documented["messages_count"].as_i64());
        let links = channel.links.expect("links");
        let last_message = links["last_message"].as_ref().map(|link| link.as_str());
        assert_eq!(last_message, documented["links"]["last_message"].as_str());
    }
    assert_eq!(channels.try_next().await.expect("the end"), None);
}

#[tokio::test]
async fn the_documented_empty_page_has_no_items() {
    let operation = format!("{}/get", specs::CHANNELS);
    let body = specs::example("twilio_chat_v2", &operation, 200, "empty");
    let server = Server::answering_json(200, &body).await;
    assert_eq!(sids(list(&server).stream()).await, [""; 0]);
}

#[tokio::test]
async fn an_item_that_cannot_be_read_ends_the_stream_and_says_where_it_stands() {
    let body = json!({"channels": [{"sid": "CH1"}, {"members_count": []}, {"sid": "CH3"}]});
    let server = Server::answering_json(200, &body).await;
    let mut channels = list(&server).stream();
    assert!(channels.try_next().await.expect("an item").is_some());
    let error = channels.try_next().await.expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Decode);
    let path = error.decode_error().map(|error| error.path.as_str());
    assert_eq!(path, Some("channels[1].members_count"));
    assert!(channels.try_next().await.expect("the end").is_none());
}
