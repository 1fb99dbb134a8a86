//! Content that is read while it is sent.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Body;

use super::runtime::{Auth, Call, Client, Content, ErrorKind, FilePart};
use super::server::{DOCUMENT, Server, json};

/// Parts, one by one.
struct Parts(Vec<io::Result<Bytes>>);

impl Stream for Parts {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready((!self.0.is_empty()).then(|| self.0.remove(0)))
    }
}

fn parts(texts: &[&'static str]) -> Parts {
    Parts(texts.iter().map(|text| Ok(Bytes::from(*text))).collect())
}

/// A file that is larger than what is read of it at a time, and its content.
fn file(folder: &Path) -> (PathBuf, String) {
    let (path, text) = (folder.join("a\"b.txt"), "tea\r\n".repeat(30_000));
    std::fs::write(&path, &text).expect("a file");
    (path, text)
}

fn put(server: &Server, retries: u32) -> Call {
    let builder = Client::builder().base_url(&server.url).max_retries(retries);
    builder.build().expect("a client").api(DOCUMENT, Auth::None).put("/things")
}

#[tokio::test]
async fn a_file_goes_out_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, text) = file(folder.path());
    let server = Server::answering_json(&["{}"]).await;
    let content = Content::open(path).expect("a file");
    put(&server, 0).raw(content).send_empty().await.expect("no answer");
    let received = &server.received()[0];
    assert_eq!(received.header("content-length"), Some(&*text.len().to_string()));
    assert_eq!(received.header("content-type"), Some("application/octet-stream"));
    assert_eq!(received.body, text);
}

#[tokio::test]
async fn a_form_has_a_file_between_its_fields() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, text) = file(folder.path());
    let server = Server::answering_json(&["{}", "{}"]).await;
    let form = |file: FilePart| {
        let form = put(&server, 0).multipart_body().form("Title", "x");
        form.file("File", file.media_type("text/plain")).file("Other", "y")
    };
    let read = FilePart::open(path).expect("a file");
    let whole = FilePart::new("a\"b.txt", text);
    for file in [read, whole] {
        form(file).send_empty().await.expect("no answer");
    }
    let [read, whole] = &server.received()[..] else { panic!("two requests") };
    let boundary = |it: &super::server::Received| {
        let media_type = it.header("content-type").expect("a media type");
        media_type.split_once("boundary=").expect("a boundary").1.to_owned()
    };
    assert_ne!(boundary(read), boundary(whole));
    assert_eq!(read.header("content-length"), whole.header("content-length"));
    assert_eq!(read.body.replace(&boundary(read), &boundary(whole)), whole.body);
}

#[tokio::test]
async fn parts_of_no_known_length_go_out_in_chunks() {
    let server = Server::answering_json(&["{}"]).await;
    let content = Content::stream(None, || parts(&["one", "", "three"]));
    put(&server, 0).raw(content).send_empty().await.expect("no answer");
    let received = &server.received()[0];
    assert_eq!(received.header("transfer-encoding"), Some("chunked"));
    assert_eq!(received.body, "3\r\none\r\n5\r\nthree\r\n0\r\n\r\n");
}

#[tokio::test]
async fn each_attempt_reads_anew() {
    let answers = vec![json("503 Service Unavailable", "{}"), json("200 OK", "{}")];
    let server = Server::answering(answers).await;
    let opened = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&opened);
    let content = Content::stream(Some(6), move || {
        counter.fetch_add(1, Ordering::Relaxed);
        parts(&["one", "two"])
    });
    put(&server, 1).raw(content).send_empty().await.expect("no answer");
    let bodies: Vec<_> = server.received().into_iter().map(|it| it.body).collect();
    assert_eq!(bodies, ["onetwo", "onetwo"]);
    assert_eq!(opened.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn what_cannot_be_read_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, _) = file(folder.path());
    let gone = Content::open(&path).expect("a file");
    std::fs::remove_file(&path).expect("no file");
    let failing = || Parts(vec![Ok(Bytes::from("one")), Err(io::Error::other("the disk is gone"))]);
    for (content, cause) in [
        (gone, "No such file"),
        (Content::stream(None, failing), "the disk is gone"),
        (Content::stream(Some(9), || parts(&["one"])), "ends before the length"),
        (Content::stream(Some(3), || parts(&["one", "", "two"])), "goes on after the length"),
        (Content::stream(Some(5), || parts(&["one", "two"])), "goes on after the length"),
        (Content::stream(Some(0), || parts(&["", "one"])), "goes on after the length"),
    ] {
        let server = Server::answering_json(&["{}"]).await;
        let error = put(&server, 0).raw(content).send_empty().await.expect_err("no content");
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
        assert!(format!("{error:?}").contains(cause), "{error:?}");
    }
    assert!(Content::open(path).is_err());
}

#[tokio::test]
async fn an_empty_file_is_no_content() {
    let server = Server::answering_json(&["{}"]).await;
    let content = Content::stream(Some(0), || parts(&[""]));
    put(&server, 0).raw(content).send_empty().await.expect("no answer");
    let received = &server.received()[0];
    assert_eq!(received.header("content-length"), Some("0"));
    assert_eq!((received.header("transfer-encoding"), &*received.body), (None, ""));
}

#[tokio::test]
async fn a_request_can_be_looked_at_without_sending_it() {
    let content = Content::stream(Some(3), || parts(&["one"]));
    let client = Client::builder().build().expect("a client");
    let call = client.api(DOCUMENT, Auth::None).put("/things").raw(content);
    let request = call.send_empty().http_request().expect("a request");
    assert_eq!((request.body.bytes(), request.body.length()), (None, Some(3)));
    let mut body = request.body.body();
    assert_eq!(body.try_next().await.expect("a part").as_deref(), Some(&b"one"[..]));
    assert!(body.try_next().await.expect("the end").is_none());
    assert_eq!(format!("{:?}", request.body), "Content { length: Some(3), .. }");
}

#[tokio::test]
async fn a_form_does_not_hide_a_wrong_length() {
    for texts in [&["on"][..], &["one", "two"]] {
        let server = Server::answering_json(&["{}"]).await;
        let file = Content::stream(Some(3), move || parts(texts));
        let form = put(&server, 0).multipart_body().file("File", file).file("Other", "xx");
        let error = form.send_empty().await.expect_err("no content");
        assert!(format!("{error:?}").contains("the length that was said of it"), "{error:?}");
    }
}

#[tokio::test]
async fn a_body_is_over_after_its_end_and_after_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, _) = file(folder.path());
    let gone = Content::open(&path).expect("a file");
    std::fs::remove_file(&path).expect("no file");
    let mut body = gone.body();
    body.try_next().await.expect_err("no file");
    assert!(body.try_next().await.expect("the end").is_none());

    let mut body = Content::stream(Some(6), || parts(&["one", "two"])).body();
    for (left, is_over) in [(6, false), (3, false), (0, false), (0, true)] {
        assert_eq!((body.size_hint().exact(), body.is_end_stream()), (Some(left), is_over));
        body.try_next().await.expect("a part, or the end");
    }
    assert!(Content::default().body().is_end_stream());
}
