use serde_json::json;

use super::runtime::{Auth, ErrorKind, Sid};
use super::server::{DOCUMENT, Received, Server, response};

async fn sent(build: impl FnOnce(super::runtime::Api) -> super::runtime::Call) -> Received {
    let server = Server::answering_json(&["{}"]).await;
    let call = build(server.client().api(DOCUMENT, Auth::None));
    call.send_empty().await.expect("a response");
    server.received()[0].clone()
}

#[tokio::test]
async fn a_form_has_these_bytes() {
    let received = sent(|api| {
        api.post("/things")
            .form("To", "+1 (555)")
            .form_all("MediaUrl", ["https://a/?b=c&d", "é"])
            .form("DateSent<", true)
            .form("Tags", json!({"a": [1]}))
            .form("To", "2")
    })
    .await;
    assert_eq!(
        received.body,
        "MediaUrl=https%3A%2F%2Fa%2F%3Fb%3Dc%26d&MediaUrl=%C3%A9&DateSent%3C=true\
         &Tags=%7B%22a%22%3A%5B1%5D%7D&To=2"
    );
    assert_eq!(received.header("content-type"), Some("application/x-www-form-urlencoded"));
}

#[tokio::test]
async fn an_empty_form_is_still_a_form() {
    let received = sent(|api| api.post("/things").form_body()).await;
    assert_eq!(received.header("content-length"), Some("0"));
    assert_eq!(received.header("content-type"), Some("application/x-www-form-urlencoded"));
}

#[tokio::test]
async fn without_a_body_there_is_no_media_type() {
    let received = sent(|api| api.post("/things")).await;
    assert_eq!(received.header("content-type"), None);
    assert_eq!(received.header("content-length"), Some("0"));
}

#[tokio::test]
async fn a_query_keeps_the_order_of_the_calls() {
    let received = sent(|api| {
        api.get("/things")
            .query("PageSize", 50)
            .query("StartTime>", "2015-12-16")
            .query_all("Status", ["a b", "c&d"])
            .query("Price", 0.5)
    })
    .await;
    assert_eq!(
        received.target(),
        "/things?PageSize=50&StartTime%3E=2015-12-16&Status=a+b&Status=c%26d&Price=0.5"
    );
}

#[tokio::test]
async fn properties_make_a_json_object() {
    let received = sent(|api| {
        api.put("/things")
            .json_property("name", "x")
            .json_property("gone", None::<bool>)
            .json_property("count", 2)
    })
    .await;
    assert_eq!(received.header("content-type"), Some("application/json"));
    let body: serde_json::Value = serde_json::from_str(&received.body).expect("JSON");
    assert_eq!(body, json!({"name": "x", "count": 2}));
}

#[tokio::test]
async fn a_json_body_is_any_value() {
    let received = sent(|api| api.patch("/things").json(&vec![1, 2])).await;
    assert_eq!(received.body, "[1,2]");
}

#[tokio::test]
async fn each_call_says_who_asks_and_what_for() {
    let received = sent(|api| api.get("/things").header("If-Match", "W/\"é\"")).await;
    assert_eq!(received.header("accept"), Some("application/json"));
    assert_eq!(received.header("user-agent"), Some("bindery-runtime/0.1.0"));
    assert_eq!(received.header("if-match"), Some("W/\"é\""));
}

#[tokio::test]
async fn a_header_that_could_start_another_is_refused_by_name() {
    let server = Server::answering_json(&[]).await;
    for value in ["a\r\nX-Evil: 1", "a\nb", "a\0b"] {
        let error = server.call().header("If-Match", value).send_empty().await;
        let error = error.expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::Request);
        assert_eq!(
            error.to_string(),
            "GET /things: `If-Match` holds a character that no header can carry"
        );
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_call_can_be_sent_twice() {
    let server = Server::answering_json(&["1", "2"]).await;
    let call = server.call().query("a", "b");
    assert_eq!(call.clone().send::<i64>().await.expect("a number"), 1);
    assert_eq!(call.send::<i64>().await.expect("a number"), 2);
    assert_eq!(server.received()[0].head, server.received()[1].head);
}

#[tokio::test]
async fn text_and_bytes_come_as_they_are() {
    let server = Server::answering_json(&["a,b\n", "\u{1}"]).await;
    assert_eq!(server.call().send_text().await.expect("text"), "a,b\n");
    assert_eq!(server.call().send_bytes().await.expect("bytes"), [1]);
}

#[tokio::test]
async fn an_empty_body_is_an_absent_value() {
    let server = Server::answering_json(&["", ""]).await;
    assert_eq!(server.call().send::<Option<i64>>().await.expect("nothing"), None);
    let error = server.call().send::<i64>().await.expect_err("nothing");
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_list_of_ids_that_replaces_a_refused_one_is_sent() {
    let received = sent(|api| {
        let refused: Sid<'C', 'H'> = "CH1".into();
        let good: Sid<'C', 'H'> = "CH00000000000000000000000000000001".into();
        api.get("/things").query_all("Sid", [good.clone(), refused]).query_all("Sid", [good])
    })
    .await;
    assert_eq!(received.target(), "/things?Sid=CH00000000000000000000000000000001");
}

#[tokio::test]
async fn one_of_a_group_must_be_given() {
    let server = Server::answering_json(&["{}", "{}"]).await;
    let api = server.client().api(DOCUMENT, Auth::None);
    let call = api.post("/things").form_body();
    let error = call.clone().one_of(&["Body", "MediaUrl"]).send_empty().await.expect_err("neither");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert_eq!(error.to_string(), "POST /things: `Body` or `MediaUrl` must be given");
    let one = call.form_all("MediaUrl", ["a"]).one_of(&["Body", "MediaUrl"]);
    one.send_empty().await.expect("a response");
    api.get("/things").query("Tag", "a").one_of(&["Tag"]).send_empty().await.expect("a response");
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn the_head_of_a_response_stands_beside_its_value() {
    let headers = "X-Quota: 7\r\n";
    let server = Server::answering(vec![response("201 Created", headers, b"true")]).await;
    let brought = server.call().send::<bool>().response().await.expect("a response");
    assert_eq!((brought.status.as_u16(), brought.value), (201, true));
    assert_eq!(brought.headers["x-quota"], "7");
    let shown = format!("{brought:?}");
    assert!(shown.contains("x-quota") && !shown.contains('7'), "{shown}");
}
