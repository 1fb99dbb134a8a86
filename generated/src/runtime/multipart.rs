//! Forms with files (RFC 7578).

use std::hash::{DefaultHasher, Hash, Hasher};

use bytes::Bytes;

use super::pairs::Pair;

/// A file in a form, whole in memory.
#[derive(Clone)]
pub struct FilePart {
    name: String,
    media_type: Option<String>,
    content: Bytes,
}

impl FilePart {
    /// A file with a name for the server, of the media type that the document asks for, or else
    /// `application/octet-stream`.
    pub fn new(name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        Self { name: name.into(), media_type: None, content: content.into() }
    }

    /// The same file of another media type, such as `image/png`; a line break ends it.
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }
}

/// A file called `file`.
impl From<Vec<u8>> for FilePart {
    fn from(content: Vec<u8>) -> Self {
        Self::new("file", content)
    }
}

/// A file called `file`.
impl From<Bytes> for FilePart {
    fn from(content: Bytes) -> Self {
        Self::new("file", content)
    }
}

/// A file called `file`.
impl From<&'static str> for FilePart {
    fn from(content: &'static str) -> Self {
        Self::new("file", content)
    }
}

/// A form of these fields and files, and its boundary. `types` are the media types of parts that are not of
/// the usual one, by their names.
///
/// The same form has the same boundary, so that a request that is sent again is the same request.
pub(super) fn render(
    fields: &[Pair],
    files: &[(&'static str, FilePart)],
    types: &[(&'static str, &'static str)],
) -> (Vec<u8>, String) {
    let of =
        |name: &str| types.iter().find(|(of, _)| *of == name).map(|(_, media_type)| *media_type);
    let mut parts: Vec<Vec<u8>> =
        fields.iter().map(|(name, value)| field(name, value, of(name))).collect();
    parts.extend(files.iter().map(|(name, it)| file(name, it, of(name))));
    let boundary = boundary(&parts);
    let mut body = Vec::new();
    for part in parts {
        body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        body.extend_from_slice(&part);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (body, boundary)
}

fn field(name: &str, value: &str, media_type: Option<&str>) -> Vec<u8> {
    part(&format!("name=\"{}\"", quoted(name)), media_type, value.as_bytes())
}

fn file(name: &str, file: &FilePart, usual: Option<&str>) -> Vec<u8> {
    let names = format!("name=\"{}\"; filename=\"{}\"", quoted(name), quoted(&file.name));
    let media_type = file.media_type.as_deref().or(usual).unwrap_or("application/octet-stream");
    part(&names, Some(media_type), &file.content)
}

fn part(names: &str, media_type: Option<&str>, content: &[u8]) -> Vec<u8> {
    let mut head = format!("Content-Disposition: form-data; {names}\r\n");
    if let Some(media_type) = media_type.and_then(|text| text.lines().next()) {
        head += &format!("Content-Type: {media_type}\r\n");
    }
    [head.as_bytes(), b"\r\n", content].concat()
}

/// What would end a quoted name is percent-encoded (HTML, "Multipart form data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text that stands in none of the parts.
fn boundary(parts: &[Vec<u8>]) -> String {
    let mut hasher = DefaultHasher::new();
    loop {
        parts.hash(&mut hasher);
        let boundary = format!("form-{:016x}", hasher.finish());
        if !parts.iter().any(|part| contains(part, boundary.as_bytes())) {
            return boundary;
        }
    }
}

fn contains(text: &[u8], wanted: &[u8]) -> bool {
    text.windows(wanted.len()).any(|window| window == wanted)
}
