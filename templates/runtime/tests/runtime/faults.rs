//! Servers on a bad day, on the loopback interface: what they do, and a count of what arrived.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use super::server::receive;

/// What a server does instead of answering.
#[derive(Debug)]
pub struct Fault {
    pub name: &'static str,
    before: Before,
    sends: &'static str,
    then: Then,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Before {
    /// Its queue is full: no connection is made.
    NoAccept,
    /// It has seen the beginning of the request.
    Beginning,
    /// It has read the whole request.
    Request,
}

#[derive(Clone, Copy, Debug)]
enum Then {
    /// Says no more, and keeps the connection open.
    Hold,
    /// A little more now and then, without an end.
    Drip(&'static str),
    /// The same again and again, as fast as it goes.
    Repeat(&'static str),
    /// Ends its half of the connection.
    HalfClose,
    /// Breaks the connection.
    Reset,
    /// Reads the next request.
    Next,
}

const BEGUN: &str = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{\"a\":";
const CHUNKED: &str = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
const WHOLE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
const TWO_LENGTHS: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}";

/// Faults of servers and networks.
pub const FAULTS: &[Fault] = &[
    Fault { before: Before::NoAccept, ..fault("no connection", "", Then::Hold) },
    Fault { before: Before::Beginning, ..fault("resets in the request", "", Then::Reset) },
    fault("silent", "", Then::Hold),
    fault("closes", "", Then::HalfClose),
    fault("resets", "", Then::Reset),
    fault("garbage", "SSH-2.0-OpenSSH\r\n\r\n", Then::Hold),
    fault("informs for ever", "", Then::Drip("HTTP/1.1 103 Early Hints\r\n\r\n")),
    fault("drips the head", "HTTP/1.1 200 OK\r\nX-Drip: ", Then::Drip("a")),
    fault("stops in the head", "HTTP/1.1 200 O", Then::Hold),
    fault("two lengths", TWO_LENGTHS, Then::Hold),
    fault("drips the body", BEGUN, Then::Drip("a")),
    fault("stops in the body", BEGUN, Then::Hold),
    fault("closes in the body", BEGUN, Then::HalfClose),
    fault("resets in the body", BEGUN, Then::Reset),
    fault("a body without end", CHUNKED, Then::Repeat("8\r\n        \r\n")),
    fault(
        "a chunk without length",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        Then::Hold,
    ),
    fault("resets after the body", WHOLE, Then::Reset),
];

/// Statuses that may pass.
pub const STATUSES: &[Fault] = &[
    status("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"),
    status("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"),
    status("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"),
    status("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
    status("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"),
    status("HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n"),
];

const fn fault(name: &'static str, sends: &'static str, then: Then) -> Fault {
    Fault { name, before: Before::Request, sends, then }
}

const fn status(answer: &'static str) -> Fault {
    fault(answer, answer, Then::Next)
}

/// How often each request arrived, by its target.
type Arrivals = Arc<Mutex<BTreeMap<String, usize>>>;

/// A server with a fault.
pub struct FaultyServer {
    pub url: String,
    arrivals: Arrivals,
    /// Connections that fill the queue.
    _queue: Vec<TcpStream>,
}

impl FaultyServer {
    pub async fn with(fault: &'static Fault) -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind("127.0.0.1:0".parse().expect("an address")).expect("a free port");
        let is_full = fault.before == Before::NoAccept;
        let listener = socket.listen(if is_full { 0 } else { 1024 }).expect("a listener");
        let address = listener.local_addr().expect("an address");
        let arrivals = Arrivals::default();
        let mut queue = Vec::new();
        if is_full {
            queue.push(TcpStream::connect(address).await.expect("a place in the queue"));
        }
        tokio::spawn(serve(listener, fault, Arc::clone(&arrivals)));
        Self { url: format!("http://{address}"), arrivals, _queue: queue }
    }

    /// How often each request arrived, by its target.
    pub fn arrivals(&self) -> BTreeMap<String, usize> {
        self.arrivals.lock().expect("no panic").clone()
    }
}

async fn serve(listener: TcpListener, fault: &'static Fault, arrivals: Arrivals) {
    if fault.before == Before::NoAccept {
        return std::future::pending().await;
    }
    loop {
        let (stream, _) = listener.accept().await.expect("a connection");
        tokio::spawn(converse(stream, fault, Arc::clone(&arrivals)));
    }
}

async fn converse(mut stream: TcpStream, fault: &Fault, arrivals: Arrivals) -> io::Result<()> {
    loop {
        let Some(target) = arrived(&mut stream, fault).await else { return Ok(()) };
        *arrivals.lock().expect("no panic").entry(target).or_default() += 1;
        stream.write_all(fault.sends.as_bytes()).await?;
        match fault.then {
            Then::Next => continue,
            Then::Hold => hold(&mut stream).await?,
            Then::Drip(text) => drip(&mut stream, text).await?,
            Then::Repeat(text) => repeat(&mut stream, text).await?,
            Then::HalfClose => {
                stream.shutdown().await?;
                hold(&mut stream).await?;
            }
            Then::Reset => stream.set_zero_linger()?,
        }
        return Ok(());
    }
}

/// The target of the request that has arrived, or has begun to.
async fn arrived(stream: &mut TcpStream, fault: &Fault) -> Option<String> {
    if fault.before == Before::Request {
        return Some(receive(stream).await?.target().to_owned());
    }
    let mut beginning = [0; 64];
    let length = stream.peek(&mut beginning).await.ok()?;
    let text = String::from_utf8_lossy(&beginning[..length]);
    text.split(' ').nth(1).map(str::to_owned)
}

/// Waits until the client has gone.
async fn hold(stream: &mut TcpStream) -> io::Result<()> {
    tokio::io::copy(stream, &mut tokio::io::sink()).await.map(|_| ())
}

async fn drip(stream: &mut TcpStream, text: &str) -> io::Result<()> {
    let mut drops = tokio::time::interval(Duration::from_millis(5));
    loop {
        drops.tick().await;
        stream.write_all(text.as_bytes()).await?;
    }
}

async fn repeat(stream: &mut TcpStream, text: &str) -> io::Result<()> {
    let block = text.repeat(100);
    loop {
        stream.write_all(block.as_bytes()).await?;
    }
}
