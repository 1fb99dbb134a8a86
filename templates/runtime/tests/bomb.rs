//! A response that unpacks to a thousand times its size takes no more memory than the limit allows.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use bindery_runtime::{Auth, Client, ErrorKind};
use flate2::write::GzEncoder;
use flate2::{Compression, FlushCompress};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: usize = 1 << 20;

/// 1 GiB of blanks as gzip, in about 1 MiB, without taking the time to compress them all: after a
/// full flush the compressed form of a block does not depend on what came before it.
fn bomb() -> Vec<u8> {
    let mut gzip =
        GzEncoder::new(Vec::new(), Compression::best()).finish().expect("memory")[..10].to_vec();
    let mut block = Vec::with_capacity(8 << 10);
    let mut deflate = flate2::Compress::new(Compression::best(), false);
    let blanks = vec![b' '; MIB];
    deflate.compress_vec(&blanks, &mut block, FlushCompress::Full).expect("deflate");
    for _ in 0..1024 {
        gzip.extend_from_slice(&block);
    }
    gzip
}

fn serve(listener: &TcpListener, body: &[u8]) -> std::io::Result<()> {
    let (mut stream, _) = listener.accept()?;
    let mut lines = BufReader::new(TcpStream::try_clone(&stream)?).lines();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {length}\r\n\r\n"
    )?;
    stream.write_all(body)
}

#[tokio::test]
async fn a_bomb_is_not_unpacked() {
    let bomb = bomb();
    assert!((MIB..2 * MIB).contains(&bomb.len()), "{} bytes", bomb.len());
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let server = thread::spawn(move || serve(&listener, &bomb));
    let client = Client::builder().base_url(url).max_retries(0).build().expect("a client");

    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let call = client.api("", Auth::None).get("/things");
    let error = call.send_bytes().await.expect_err("it is too large");
    let growth = MEMORY.peak_usage() - before;

    assert_eq!(error.kind(), ErrorKind::Limit, "{error}");
    assert!(growth < 64 * MIB, "memory grew by {} MiB", growth / MIB);
    println!("memory grew by {} MiB", growth / MIB);
    drop(client);
    let _ = server.join().expect("no panic");
}
