//! A file in, its canonical form out: its values in the author's order, without white space.

use std::path::Path;

use serde_json::{Deserializer, Serializer};

use super::{Format, Limits, load, text};

/// The canonical form of the document in a file; nothing if it cannot be read.
///
/// It is that of [`Document::root`](super::Document::root). JSON has it in a fraction of the time that
/// its values take: nothing of a value is kept once it is written. Whether the document is a sound one,
/// it does not say.
pub fn canonical(path: &Path, limits: &Limits) -> Option<Vec<u8>> {
    let label = path.to_string_lossy();
    let text = text::decode(text::read(path, limits).ok()?, limits).ok()?;
    match Format::guess(&label, &text) {
        Format::Json => rewritten(&text),
        Format::Yaml => Some(load(path, &label, limits).ok()?.root.to_string().into_bytes()),
    }
}

fn rewritten(json: &str) -> Option<Vec<u8>> {
    let mut canonical = Vec::with_capacity(json.len());
    let mut reader = Deserializer::from_str(json);
    serde_transcode::transcode(&mut reader, &mut Serializer::new(&mut canonical)).ok()?;
    reader.end().ok()?;
    Some(canonical)
}

#[cfg(test)]
mod tests {
    use super::rewritten;
    use crate::load::{Limits, parse};

    #[test]
    fn it_is_that_of_the_values() {
        let json = r#" { "b" : [ 1, 1.0, 1e3, -0, -0.0, 0.1e-7, 18446744073709551616, true, null ],
            "a\u00e9\/" : "\ud83d\ude00 \t \u007f\u2028\"" , "" : { } , "c" : [ ] } "#;
        let root =
            parse("a.json", json.as_bytes().to_vec(), &Limits::DEFAULT).expect("a document").root;
        assert_eq!(rewritten(json), Some(root.to_string().into_bytes()));
    }

    #[test]
    fn what_is_no_json_has_none() {
        for text in ["", "{", "{} {}", r#"{"a": 1 2}"#, "[01]"] {
            assert_eq!(rewritten(text), None, "{text}");
        }
    }
}
