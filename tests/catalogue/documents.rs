//! Where the documents are, and what they say of themselves.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::pipeline::{Input, Job, Made, make};
use libtest_mimic::Failed;
use serde_json::Value;

/// The fields of a path item that are operations (OpenAPI 3.0, "Path Item Object").
const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// A folder of documents, and what it must hold.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    pub folder: &'static str,
    pub documents: usize,
    pub operations: usize,
}

impl Source {
    /// How many documents and operations it must hold.
    pub fn counts(&self) -> (usize, usize) {
        (self.documents, self.operations)
    }
}

/// The first that is there is taken. The second is what `tests/catalogue/fetch` brings.
const SOURCES: &[Source] = &[
    Source { folder: "../shared/twilio-oai", documents: 55, operations: 1_447 },
    Source { folder: "target/catalogue", documents: 62, operations: 1_541 },
];

/// The documents of one source.
#[derive(Debug)]
pub struct Catalogue {
    pub source: Source,
    pub documents: Vec<Document>,
}

impl Catalogue {
    /// The documents, if there are any on this machine.
    pub fn find() -> Option<Self> {
        let catalogues = SOURCES.iter().map(|source| {
            let documents = json_files(Path::new(source.folder)).into_iter().map(Document);
            Self { source: *source, documents: documents.collect() }
        });
        catalogues.into_iter().find(|it| !it.documents.is_empty())
    }
}

/// The JSON files of a folder in the order of their names; none if it cannot be read.
fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|it| it == "json")).collect();
    files.sort();
    files
}

/// One OpenAPI document.
#[derive(Debug, Clone)]
pub struct Document(PathBuf);

impl Document {
    /// The file's name without its extension.
    pub fn name(&self) -> String {
        self.0.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The places of its operations as JSON pointers, read without the generator.
    pub fn operations(&self) -> Result<Vec<String>, Failed> {
        let document: Value = serde_json::from_str(&fs::read_to_string(&self.0)?)?;
        let paths = document["paths"].as_object().ok_or("`paths` is no object")?;
        let pointers = paths.iter().flat_map(|(path, item)| {
            let place = path.replace('~', "~0").replace('/', "~1");
            let methods = METHODS.iter().filter(|method| item.get(method).is_some());
            methods.map(move |method| format!("/paths/{place}/{method}"))
        });
        Ok(pointers.collect())
    }
}

/// The documents as one crate, in memory.
pub fn made<'a>(
    name: &str,
    documents: impl IntoIterator<Item = &'a Document>,
) -> Result<Made, Failed> {
    let inputs = documents.into_iter().map(|document| Input::file(&document.0)).collect();
    let job = Job::of(name, inputs);
    Ok(make(&job)?)
}
