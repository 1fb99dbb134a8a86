use super::runtime::{Error, ErrorKind};
use super::server::{Server, json, response};

async fn failure(response: Vec<u8>) -> Error {
    let server = Server::answering(vec![response]).await;
    server.call().send::<bool>().await.expect_err("an error")
}

#[tokio::test]
async fn twilios_error_body_is_read() {
    let body = r#"{"code": 20404, "message": "Not\nfound", "status": 404, "details": {"a": 1},
                   "more_info": "https://www.twilio.com/docs/errors/20404"}"#;
    let headers = "Twilio-Request-Id: RQ1\r\n";
    let error = failure(response("404 Not Found", headers, body.as_bytes())).await;
    assert_eq!(error.to_string(), "GET /things: status 404: code 20404 (request RQ1)");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!((error.status(), error.request_id()), (Some(404), Some("RQ1")));
    assert_eq!((error.method(), error.path()), (Some("GET"), Some("/things")));
    let said = error.api_error().expect("an API error");
    assert_eq!((said.status, said.code), (404, Some(20404)));
    assert_eq!(said.message, "Not\nfound");
    assert_eq!(said.request_id.as_deref(), Some("RQ1"));
    assert_eq!(said.body(), body);
    assert_eq!(said.details.as_ref().expect("details")["a"], 1);
    assert!(said.more_info.as_ref().expect("a link").to_url().is_ok());
}

#[tokio::test]
async fn a_problem_of_rfc_9457_is_read() {
    let body = r#"{"type": "/e/1", "title": "Bad", "status": 400, "detail": "No X", "code": "7",
                   "instance": "/i/2", "balance": 30}"#;
    let error = failure(json("400 Bad Request", body)).await;
    assert_eq!(error.to_string(), "GET /things: status 400: code 7");
    let said = error.api_error().expect("an API error");
    assert_eq!(said.r#type.as_ref().map(|it| it.as_str()), Some("/e/1"));
    assert_eq!(said.title.as_deref(), Some("Bad"));
    assert_eq!(said.instance.as_ref().map(|it| it.as_str()), Some("/i/2"));
    assert_eq!(said.details, Some(serde_json::json!({"balance": 30})));
    let error = failure(json("400 Bad Request", r#"{"title": "Bad"}"#)).await;
    assert_eq!(error.to_string(), "GET /things: status 400: Bad Request");
}

#[tokio::test]
async fn any_other_body_still_gives_an_api_error() {
    for body in [
        &b""[..],
        b"<html>",
        b"\xff\xfe\x00",
        b"[1]",
        b"null",
        b"{\"message\": {}}",
        b"{\"code\": [], \"message\": \"\"}",
    ] {
        let error = failure(response("503 Whatever", "", body)).await;
        assert_eq!(error.to_string(), "GET /things: status 503: Service Unavailable");
        assert_eq!(error.kind(), ErrorKind::Api);
        let said = error.api_error().expect("an API error");
        assert_eq!(said.body(), String::from_utf8_lossy(body));
    }
}

#[tokio::test]
async fn a_body_that_breaks_the_document_says_where() {
    let error = failure(response("200 OK", "X-Request-Id: 7\r\n", b"{}")).await;
    assert_eq!(
        error.to_string(),
        "GET /things: status 200: in the body: expected a boolean, found an object (request 7)"
    );
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.decode_error().expect("a path").found, "an object");
    let error = failure(response("200 OK", "", b"<html>")).await;
    assert_eq!(error.decode_error().expect("a path").expected, "JSON");
}

#[tokio::test]
async fn every_status_of_2xx_is_a_success() {
    for status in ["200 OK", "201 Created", "202 Accepted", "299 Other"] {
        let server = Server::answering(vec![json(status, "true")]).await;
        assert!(server.call().send::<bool>().await.expect(status));
    }
    let server = Server::answering(vec![response("204 No Content", "", b"")]).await;
    server.call().send_empty().await.expect("a success");
}

#[tokio::test]
async fn a_broken_connection_has_a_source() {
    let error = failure(b"nonsense".to_vec()).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.to_string(), "GET /things: the connection failed");
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_connection_error() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let client = super::runtime::Client::builder()
        .base_url(format!("http://{address}"))
        .build()
        .expect("a client");
    let call = client.api("", super::runtime::Auth::None).get("/things");
    let error = call.send_empty().await.expect_err("nobody there");
    assert_eq!(error.kind(), ErrorKind::Connect);
}

#[tokio::test]
async fn a_body_that_cannot_be_decoded_is_there_for_those_who_ask() {
    let long = "<p>".repeat(10_000);
    let bodies: [&[u8]; 5] = [b"<html>", b"", b"{\"a\": [1", b"\xff\xfe\x00", long.as_bytes()];
    for body in bodies {
        let error = failure(response("200 OK", "", body)).await;
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.decode_error().is_some());
        let kept = error.body().expect("a body");
        assert!(kept.len() <= 4 << 10);
        assert!(String::from_utf8_lossy(body).starts_with(kept));
        assert_eq!(kept.is_empty(), body.is_empty());
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("<p>") && !shown.contains("<html>"), "{shown}");
    }
}

#[tokio::test]
async fn an_error_says_whether_another_time_may_be_better() {
    for (status, is_retryable) in [
        ("400 Bad Request", false),
        ("404 Not Found", false),
        ("408 Request Timeout", true),
        ("429 Too Many Requests", true),
        ("500 Internal Server Error", true),
        ("501 Not Implemented", false),
        ("503 Service Unavailable", true),
    ] {
        let server = Server::answering(vec![response(status, "", b"")]).await;
        let error = server.call().send::<bool>().max_retries(0).await.expect_err("an error");
        assert_eq!(error.is_retryable(), is_retryable, "{status}");
    }
    assert!(!failure(json("200 OK", "7 8")).await.is_retryable());
}
