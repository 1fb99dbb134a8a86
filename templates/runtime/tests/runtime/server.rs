//! A server on the loopback interface that answers from a script and keeps what it received.

use std::iter;
use std::net;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::runtime::{Auth, Call, Client};

/// What a client sent: the head as text, with header names in lower case, and the body.
#[derive(Clone, Debug)]
pub struct Received {
    pub head: String,
    pub body: String,
}

impl Received {
    /// The request target: path and query.
    pub fn target(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

pub struct Server {
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    /// Answers the first request with the first response, and so on.
    pub async fn answering(responses: Vec<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let received = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(serve(listener, responses, Arc::clone(&received)));
        Self { url: format!("http://{address}"), received }
    }

    pub async fn answering_json(bodies: &[&str]) -> Self {
        let responses = bodies.iter().map(|body| json("200 OK", body)).collect();
        Self::answering(responses).await
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no panic").clone()
    }

    /// A client that makes one attempt, so that each response answers one call.
    pub fn client(&self) -> Client {
        Client::builder()
            .base_url(&self.url)
            .basic_auth("AC1", "hunter2")
            .max_retries(0)
            .build()
            .expect("a client")
    }

    /// A GET of `/things` without credentials.
    pub fn call(&self) -> Call {
        self.client().api(DOCUMENT, Auth::None).get("/things")
    }
}

/// A port on which nobody answers, and where no client may ever come.
pub struct Trap(net::TcpListener);

impl Trap {
    pub fn new() -> Self {
        let listener = net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a listener that does not wait");
        Self(listener)
    }

    pub fn address(&self) -> net::SocketAddr {
        self.0.local_addr().expect("an address")
    }

    /// How many connections were made since this was asked last.
    pub fn hits(&self) -> usize {
        iter::from_fn(|| self.0.accept().ok()).count()
    }
}

/// The server of the document, where no test may ever go.
pub const DOCUMENT: &str = "https://api.example.invalid";

pub fn json(status: &str, body: &str) -> Vec<u8> {
    response(status, "Content-Type: application/json\r\n", body.as_bytes())
}

pub fn response(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

async fn serve(
    listener: TcpListener,
    responses: Vec<Vec<u8>>,
    received: Arc<Mutex<Vec<Received>>>,
) {
    for response in responses {
        let (mut stream, request) = next(&listener).await;
        received.lock().expect("no panic").push(request);
        let _ = stream.write_all(&response).await;
    }
}

/// The next connection on which anything is asked for: a client may go away before it has spoken.
async fn next(listener: &TcpListener) -> (TcpStream, Received) {
    loop {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        if let Some(request) = receive(&mut stream).await {
            return (stream, request);
        }
    }
}

/// The next request on a connection; `None` if the client has gone.
pub async fn receive(stream: &mut TcpStream) -> Option<Received> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let received = Received { head: head.to_owned(), body: body.to_owned() };
            if is_whole(&received) {
                return Some(received);
            }
        }
        let read = stream.read_buf(&mut bytes).await.unwrap_or(0);
        if read == 0 {
            return None;
        }
    }
}

fn is_whole(received: &Received) -> bool {
    if received.header("transfer-encoding") == Some("chunked") {
        return received.body.ends_with("0\r\n\r\n");
    }
    let length = received.header("content-length").unwrap_or("0");
    received.body.len() >= length.parse().expect("a length")
}
