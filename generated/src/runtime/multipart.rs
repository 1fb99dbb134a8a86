//! Forms with files (RFC 7578).

use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};
use std::io;
use std::path::Path;

use bytes::Bytes;

use super::content::Content;
use super::pairs::Pair;

/// A file in a form.
#[derive(Clone)]
pub struct FilePart {
    name: String,
    media_type: Option<String>,
    content: Content,
}

impl FilePart {
    /// A file with a name for the server, of the media type that the document asks for, or else
    /// `application/octet-stream`.
    pub fn new(name: impl Into<String>, content: impl Into<Content>) -> Self {
        Self { name: name.into(), media_type: None, content: content.into() }
    }

    /// The file at a path, which is read while it is sent, with the last name of the path.
    ///
    /// # Errors
    /// When there is no file that can be looked at.
    pub fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        let name = path.as_ref().file_name().unwrap_or_default().to_string_lossy();
        Ok(Self::new(name, Content::open(&path)?))
    }

    /// The same file of another media type, such as `image/png`; a line break ends it.
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }
}

/// A file called `file`.
impl<T: Into<Content>> From<T> for FilePart {
    fn from(content: T) -> Self {
        Self::new("file", content)
    }
}

/// The lines before the content of a part, and the content.
type Part = (String, Content);

/// A form of these fields and files, and its boundary. `types` are the media types of parts that are not of
/// the usual one, by their names.
///
/// The same form has the same boundary, so that a request that is sent again is the same request. One
/// with files that have yet to be read has a boundary that nobody can guess.
pub(super) fn render(
    fields: &[Pair],
    files: &[(&'static str, FilePart)],
    types: &[(&'static str, &'static str)],
) -> (Content, String) {
    let of =
        |name: &str| types.iter().find(|(of, _)| *of == name).map(|(_, media_type)| *media_type);
    let mut parts: Vec<Part> =
        fields.iter().map(|(name, value)| field(name, value, of(name))).collect();
    parts.extend(files.iter().map(|(name, it)| file(name, it, of(name))));
    let boundary = boundary(&parts);
    let parts = parts.into_iter().flat_map(|(head, content)| {
        [format!("--{boundary}\r\n{head}\r\n").into(), content, "\r\n".into()]
    });
    let end = Content::from(format!("--{boundary}--\r\n"));
    (Content::joined(parts.chain([end])), boundary)
}

fn field(name: &str, value: &str, media_type: Option<&str>) -> Part {
    let head = head(&format!("name=\"{}\"", quoted(name)), media_type);
    (head, value.to_owned().into())
}

fn file(name: &str, file: &FilePart, usual: Option<&str>) -> Part {
    let names = format!("name=\"{}\"; filename=\"{}\"", quoted(name), quoted(&file.name));
    let media_type = file.media_type.as_deref().or(usual).unwrap_or("application/octet-stream");
    (head(&names, Some(media_type)), file.content.clone())
}

fn head(names: &str, media_type: Option<&str>) -> String {
    let mut head = format!("Content-Disposition: form-data; {names}\r\n");
    if let Some(media_type) = media_type.and_then(|text| text.lines().next()) {
        head += &format!("Content-Type: {media_type}\r\n");
    }
    head
}

/// What would end a quoted name is percent-encoded (HTML, "Multipart form data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text that stands in none of the parts.
fn boundary(parts: &[Part]) -> String {
    let mut hasher = DefaultHasher::new();
    let known: Vec<(&str, Option<Bytes>)> =
        parts.iter().map(|(head, content)| (&**head, content.bytes())).collect();
    if known.iter().any(|(_, content)| content.is_none()) {
        RandomState::new().hash_one(()).hash(&mut hasher);
    }
    loop {
        known.hash(&mut hasher);
        let boundary = format!("form-{:016x}", hasher.finish());
        let is_in = |text: &[u8]| contains(text, boundary.as_bytes());
        let stands_in = |(head, content): &(&str, Option<Bytes>)| {
            is_in(head.as_bytes()) || content.as_deref().is_some_and(is_in)
        };
        if !known.iter().any(stands_in) {
            return boundary;
        }
    }
}

fn contains(text: &[u8], wanted: &[u8]) -> bool {
    text.windows(wanted.len()).any(|window| window == wanted)
}
