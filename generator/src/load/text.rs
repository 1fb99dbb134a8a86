//! Bytes of a file in, UTF-8 text without a byte order mark out.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::fault::{self, Fault};
use super::{Limit, Limits, lines};

/// What a file opens with when it is no UTF-8 text.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
    (b"{\0", "UTF-16 text"),
    (b"\0{", "UTF-16 text"),
];

/// Reads a file's bytes, one more than are allowed at most.
pub(super) fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let limit = (limits.bytes as u64).saturating_add(1);
    open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut bytes))
        .map_err(|error| fault::unreadable(&error))?;
    Ok(bytes)
}

/// Opens a regular file; a pipe or a device could make the reader wait for ever.
fn open(path: &Path) -> io::Result<File> {
    if std::fs::metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"))
    }
}

/// Turns bytes into text and skips a byte order mark.
pub(super) fn decode(bytes: Vec<u8>, limits: &Limits) -> Result<String, Fault> {
    if bytes.len() > limits.bytes {
        return Err(fault::over(Limit::Bytes, limits, 1, 1));
    }
    if let Some(found) = signature(&bytes) {
        return Err(fault::not_text(found));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| invalid_utf8(&error))?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    if text.trim().is_empty() { Err(fault::empty()) } else { Ok(text) }
}

/// Names the content of a file that opens as another format does.
fn signature(bytes: &[u8]) -> Option<&'static str> {
    SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| *name)
}

fn invalid_utf8(error: &std::string::FromUtf8Error) -> Fault {
    let valid = error.utf8_error().valid_up_to();
    let before = String::from_utf8_lossy(&error.as_bytes()[..valid]);
    let (line, column) = lines::end_of(&before);
    let text = String::from_utf8_lossy(error.as_bytes());
    fault::invalid_utf8(valid, line, column).within(&text)
}

#[cfg(test)]
mod tests {
    use super::{Fault, Limits};

    fn decode(bytes: Vec<u8>) -> Result<String, Fault> {
        super::decode(bytes, &Limits { bytes: 100, ..Limits::DEFAULT })
    }

    fn message(bytes: &[u8]) -> String {
        decode(bytes.to_vec()).unwrap_err().problem.message
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(decode(b"\xef\xbb\xbf{}".to_vec()).ok().as_deref(), Some("{}"));
    }

    #[test]
    fn other_formats_are_named() {
        assert_eq!(
            message(b"\x1f\x8b\x08"),
            "the file is not JSON or YAML: it looks like gzip data"
        );
        assert_eq!(
            message(b"\xff\xfe{\0"),
            "the file is not JSON or YAML: it looks like UTF-16 text"
        );
    }

    #[test]
    fn an_invalid_byte_is_placed() {
        let fault = decode(b"a: b\nc: \xe9\n".to_vec()).unwrap_err();
        assert_eq!((fault.line, fault.column), (2, 4));
        assert_eq!(fault.problem.message, "the file is not UTF-8 text: byte 8 is invalid");
    }

    #[test]
    fn blank_text_is_no_document() {
        assert_eq!(message(b"\xef\xbb\xbf \n"), "the document is empty");
    }

    #[test]
    fn more_than_the_limit_is_refused() {
        assert_eq!(message(&[b' '; 101]), "the document has more than 100 bytes");
    }
}
