//! What clients read from responses that come part by part.

use std::fmt::Debug;

use bindery_acceptance::cases::{Bytes, Client, ErrorKind, Result, Sending, Streamed};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A client, and a server that answers one request with these chunks (RFC 9112, section 7.1) and then
/// waits until the connection is closed, unless an empty chunk has ended the body.
async fn serving(media_type: &str, chunks: &[&[u8]]) -> (Client, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nTransfer-Encoding: chunked\r\n\r\n"
    );
    let chunks: Vec<Vec<u8>> = chunks.iter().map(|it| it.to_vec()).collect();
    let is_whole = chunks.last().is_some_and(Vec::is_empty);
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            request.push(stream.read_u8().await.expect("a request"));
        }
        stream.write_all(head.as_bytes()).await.expect("a head that is taken");
        for chunk in chunks {
            let framed = [format!("{:x}\r\n", chunk.len()).as_bytes(), &chunk, b"\r\n"].concat();
            if stream.write_all(&framed).await.is_err() {
                break;
            }
        }
        if !is_whole {
            let _closed = stream.read_to_end(&mut Vec::new()).await;
        }
        String::from_utf8(request).expect("UTF-8")
    });
    let client = Client::builder().base_url(format!("http://{address}")).build().expect("a client");
    (client, server)
}

/// All that comes of a stream, each as text.
async fn all<T: Debug>(sending: Sending<Streamed<T>>) -> Vec<String> {
    let mut stream = sending.await.expect("a stream");
    let mut all = Vec::new();
    while let Some(next) = stream.try_next().await.transpose() {
        all.push(match next {
            Ok(value) => format!("{value:?}"),
            Err(error) => format!("{:?}: {error}", error.kind()),
        });
    }
    all
}

async fn announcements(chunks: &[&[u8]]) -> Vec<(String, String, String)> {
    let (client, _server) = serving("text/event-stream", chunks).await;
    let mut stream = client.streams().announcements().listen().send().await.expect("a stream");
    let mut all = Vec::new();
    while let Some(it) = stream.try_next().await.expect("an event") {
        all.push((it.event, it.id, it.data));
    }
    all
}

fn event(event: &str, id: &str, data: &str) -> (String, String, String) {
    (event.to_owned(), id.to_owned(), data.to_owned())
}

/// The examples of WHATWG HTML, section 9.2.6, and what its rules say of the rest.
#[tokio::test]
async fn events_are_read_as_browsers_do() {
    let chunks: [(&[u8], &[_]); 9] = [
        (b"event: a\r\ndata: 1\r\ndata: 2\r\n\r\n", &[event("a", "", "1\n2")]),
        (b"data: YHOO\ndata: +2\ndata: 10\n\n", &[event("message", "", "YHOO\n+2\n10")]),
        (
            b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\ndata: cut",
            &[event("message", "1", "first event"), event("message", "", "second event"), event("message", "", " third event")],
        ),
        (b"data\n\ndata\ndata\n\ndata:", &[event("message", "", ""), event("message", "", "\n")]),
        (b"\xef\xbb\xbfevent: add\rdata: 1\r\rdata: 2\r\n\r\n", &[event("add", "", "1"), event("message", "", "2")]),
        (b"id: 7\ndata: a\n\nid: 8\0\ndata: b\n\n", &[event("message", "7", "a"), event("message", "7", "b")]),
        (b"event: ping\n\ndata: a\nunknown: b\n\n", &[event("message", "", "a")]),
        (b"data: \xff[DONE]\n\ndata: [DONE]\n\n", &[event("message", "", "\u{fffd}[DONE]"), event("message", "", "[DONE]")]),
        (b"", &[]),
    ];
    for (chunk, expected) in chunks {
        let text = String::from_utf8_lossy(chunk);
        assert_eq!(announcements(&[chunk, b""]).await, expected, "{text}");
        let bytes: Vec<&[u8]> = chunk.chunks(1).chain([&b""[..]]).collect();
        assert_eq!(announcements(&bytes).await, expected, "byte by byte: {text}");
    }
}

#[tokio::test]
async fn the_data_of_an_event_has_its_type_and_an_error_does_not_end_the_stream() {
    let chunks: [&[u8]; 4] = [
        b"retry: 1500\ndata: {\"latitude\": 1.5, \"longitude\": 2, \"note\": \"\xc3",
        b"\xa9\"}\n\ndata: {\"latitude\": 1}\n\ndata: ping\n\n",
        b"data: {\"latitude\": \"3\", \"longitude\": 4}\n\ndata: [DONE]\n\ndata: {}\n\n",
        b"",
    ];
    let (client, server) = serving("text/event-stream", &chunks).await;
    let watch = client.streams().positions("7").watch().every(5);
    let found = all(watch.send()).await;
    assert_eq!(found.len(), 4, "{found:?}");
    let first = "Event { event: \"message\", id: \"\", retry: Some(1.5s), data: Position {";
    assert!(found[0].starts_with(first) && found[0].contains('é'), "{}", found[0]);
    assert!(found[1].starts_with("Decode: ") && found[1].contains("[1].longitude"), "{}", found[1]);
    assert!(found[2].starts_with("Decode: ") && found[2].contains("an object"), "{}", found[2]);
    assert!(found[3].contains("latitude: 3.0"), "{}", found[3]);
    let request = server.await.expect("a server that has sent all");
    assert!(request.starts_with("GET /ships/7/positions?every=5 "), "{request}");
    assert!(request.contains("accept: text/event-stream\r\n"), "{request}");
}

#[tokio::test]
async fn json_comes_in_lines_or_after_a_control_character() {
    let lines: [&[u8]; 4] =
        [b"{\"name\": \"A\"}\r\n\n{\"na", b"me\": \"B\"}\n{\n{\"name\":", b" \"C\"}", b""];
    let (client, _server) = serving("application/x-ndjson", &lines).await;
    let found = all(client.streams().export().export_ships().send()).await;
    assert!(found[2].starts_with("Decode: ") && found[2].contains("[2]"), "{}", found[2]);
    let names = [&found[0], &found[1], &found[3]].map(String::as_str);
    assert_eq!(names, ["Ship { name: \"A\" }", "Ship { name: \"B\" }", "Ship { name: \"C\" }"]);
    let sequence: [&[u8]; 3] =
        [b"\x1e{\"metres\":\n 1}\n\x1e{\"me", b"\n\x1e{\"metres\": 2}\n", b""];
    let (client, _server) = serving("application/json-seq", &sequence).await;
    let found = all(client.streams().tides().read().send()).await;
    assert_eq!(found.len(), 3);
    assert!(found[0].contains("metres: 1.0") && found[2].contains("metres: 2.0"), "{found:?}");
    assert!(found[1].starts_with("Decode: "), "{}", found[1]);
}

#[tokio::test]
async fn a_value_has_the_limit_of_a_body_and_a_stream_of_them_has_none() {
    let line = format!("{{\"name\": \"{}\"}}\n", "x".repeat(80));
    let long = "x".repeat(101);
    let chunks: [&[u8]; 4] = [line.as_bytes(), line.as_bytes(), long.as_bytes(), line.as_bytes()];
    let (client, server) = serving("application/x-ndjson", &chunks).await;
    let found = all(client.streams().export().export_ships().send().max_body(100)).await;
    assert_eq!(found.len(), 3);
    assert!(found[2].starts_with("Limit: ") && found[2].contains("100 bytes"), "{}", found[2]);
    server.await.expect("a connection that is closed");
    let many: Vec<&[u8]> = vec![b"data: 0123456789\n"; 10];
    let (client, server) = serving("text/event-stream", &many).await;
    let found = all(client.streams().announcements().listen().send().max_body(100)).await;
    assert!(found.len() == 1 && found[0].starts_with("Limit: "), "{found:?}");
    server.await.expect("a connection that is closed");
}

#[tokio::test]
async fn bytes_come_part_by_part_whatever_their_size() {
    let part = [7; 60];
    let (client, server) = serving("application/octet-stream", &[&part, &part, &part, b""]).await;
    let chart = client.streams().charts().get("1");
    let mut parts = chart.clone().stream().max_body(100).await.expect("a body");
    let mut count = 0;
    while let Some(part) = parts.try_next().await.expect("a part") {
        assert!(part.iter().all(|byte| *byte == 7));
        count += Bytes::len(&part);
    }
    assert_eq!(count, 180);
    server.await.expect("a server that has sent all");
    let (client, _server) = serving("application/octet-stream", &[&part, &part, b""]).await;
    let refused = client.streams().charts().get("1").send().max_body(100).await;
    assert_eq!(refused.expect_err("a limit").kind(), ErrorKind::Limit);
}

#[tokio::test]
async fn text_comes_part_by_part_as_well() {
    let (client, server) = serving("text/plain", &[b"Land in ", b"sight", b""]).await;
    let read = client.streams().log("1").read().stream_query(true);
    let mut parts = read.stream().max_body(4).await.expect("a body");
    let mut text = Vec::new();
    while let Some(part) = parts.try_next().await.expect("a part") {
        text.extend_from_slice(&part);
    }
    assert_eq!(text, b"Land in sight");
    server.await.expect("a server that has sent all");
}

#[tokio::test]
async fn a_stream_that_is_dropped_closes_its_connection_and_a_silent_one_ends() {
    let (client, server) = serving("text/event-stream", &[b"data: a\n\n"]).await;
    let mut stream = client.streams().announcements().listen().send().await.expect("a stream");
    stream.try_next().await.expect("an event").expect("an event");
    drop(stream);
    server.await.expect("a server whose connection has been closed");
    let (client, server) = serving("text/event-stream", &[b"data: a\n\n"]).await;
    let limit = std::time::Duration::from_millis(50);
    let listen = client.streams().announcements().listen().send().attempt_timeout(limit);
    let mut stream = listen.await.expect("a stream");
    assert!(stream.try_next().await.is_ok_and(|it| it.is_some()));
    let silent: Result<_> = stream.try_next().await;
    assert_eq!(silent.expect_err("silence").kind(), ErrorKind::Timeout);
    assert!(stream.try_next().await.is_ok_and(|it| it.is_none()));
    server.await.expect("a connection that is closed");
}
