//! A file of any size takes no more memory than a part of it.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread;

use bindery_runtime::{Auth, Client, FilePart};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: usize = 1 << 20;
const SIZE: usize = 256 * MIB;

/// Answers one request when its body has come, and says how long that was.
fn serve(listener: &TcpListener) -> std::io::Result<u64> {
    let (mut stream, _) = listener.accept()?;
    let mut reader = BufReader::with_capacity(64 << 10, stream.try_clone()?);
    let (mut length, mut line) = (0, String::new());
    while reader.read_line(&mut line)? > 2 {
        if let Some(value) = line.to_lowercase().strip_prefix("content-length: ") {
            length = value.trim().parse().expect("a length");
        }
        line.clear();
    }
    let read = std::io::copy(&mut reader.take(length), &mut std::io::sink())?;
    write!(stream, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")?;
    Ok(read)
}

#[tokio::test]
async fn a_large_file_is_not_in_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large");
    // Only its size is written: all of it is a hole.
    File::create(&path).and_then(|file| file.set_len(SIZE as u64)).expect("a file");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let server = thread::spawn(move || serve(&listener));
    let client = Client::builder().base_url(url).max_retries(0).build().expect("a client");

    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let file = FilePart::open(&path).expect("a file");
    let call = client.api("", Auth::None).post("/things").multipart_body().file("File", file);
    call.send_empty().await.expect("no answer");
    let growth = MEMORY.peak_usage() - before;

    let read = server.join().expect("no panic").expect("a request");
    assert!(read > SIZE as u64, "{read} bytes");
    assert!(growth < 16 * MIB, "memory grew by {} MiB", growth / MIB);
    println!("memory grew by {} MiB", growth / MIB);
}
