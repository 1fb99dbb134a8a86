//! The operations of all documents, and how one of them is found.

use std::sync::LazyLock;

use serde_json::Value;
use url::Url;

use super::super::runtime::HttpRequest;
use super::documents;

/// How many operations an error names that may have been meant.
const NEAR: usize = 3;

/// The operations of one document.
pub struct Document {
    /// Its server; empty if it has none.
    pub server: &'static str,
    pub operations: Vec<Operation>,
}

/// An operation, and what it answers.
pub struct Operation {
    pub module: &'static str,
    pub id: String,
    pub method: String,
    pub path: String,
    /// Its server, where that is not the document's.
    pub server: Option<String>,
    pub paging: Option<Paging>,
    pub counting: Option<Counting>,
    pub status: u16,
    /// The media type of the body, if it has one.
    pub media_type: Option<String>,
    pub body: String,
}

/// Where a page says what comes after it.
pub struct Paging {
    /// The property, as names with dots between them.
    pub next: String,
    /// The query parameter for what is found there; without one, that is a URL.
    pub token: Option<String>,
}

/// How requests count the pages of a list, which says nothing of that itself.
pub struct Counting {
    /// The property with the items; empty if the page is a list of them.
    pub items: String,
    /// The query parameter.
    pub parameter: String,
    /// Whether it counts items, from 0 on; if not, pages.
    pub of_items: bool,
    /// The number of the first page.
    pub first: usize,
}

static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let documents = documents::DOCUMENTS.iter().map(|(module, server, operations)| {
        let entries: Vec<Value> = serde_json::from_str(operations).expect("a file of this crate");
        let operations = entries.iter().map(|entry| Operation::read(module, entry)).collect();
        Document { server, operations }
    });
    documents.collect()
});

impl Operation {
    fn read(module: &'static str, entry: &Value) -> Self {
        let paging = &entry["paging"];
        let counting = |name: &str| {
            let (items, parameter) = (text(&paging["items"])?, text(&paging[name])?);
            let first = paging["first"].as_u64().and_then(|it| it.try_into().ok()).unwrap_or(1);
            Some(Counting { items, parameter, of_items: name == "offset", first })
        };
        Self {
            module,
            id: text(&entry["id"]).unwrap_or_default(),
            method: text(&entry["method"]).unwrap_or_default(),
            path: text(&entry["path"]).unwrap_or_default(),
            server: text(&entry["server"]),
            paging: text(&paging["next"]).map(|next| Paging { next, token: text(&paging["token"]) }),
            counting: counting("offset").or_else(|| counting("number")),
            status: entry["status"].as_u64().and_then(|it| it.try_into().ok()).unwrap_or(200),
            media_type: text(&entry["media_type"]),
            body: match entry.get("json") {
                Some(json) => json.to_string(),
                None => text(&entry["text"]).unwrap_or_default(),
            },
        }
    }

    /// The name that no other operation has.
    pub fn full_name(&self) -> String {
        format!("{}::{}", self.module, self.id)
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// Whether each document says where its server is.
pub fn has_servers() -> bool {
    DOCUMENTS.iter().all(|document| !document.server.is_empty())
}

/// The operation that a request is of, or a text that names those nearest to it.
///
/// Documents may have paths in common: of several operations, the one at the request's host is meant.
pub fn find(request: &HttpRequest) -> Result<&'static Operation, String> {
    let (method, path) = (request.method.as_str(), request.template);
    let host = request.url.host_str().unwrap_or_default();
    let all = DOCUMENTS.iter().flat_map(|document| {
        document.operations.iter().map(|it| (it.server.as_deref().unwrap_or(document.server), it))
    });
    let fitting = all.filter(|(_, it)| it.method == method && it.path == path);
    let found = fitting.min_by_key(|(server, _)| distance_of_hosts(server, host));
    found.map(|(_, operation)| operation).ok_or_else(|| {
        let asked = format!("{method} {path}");
        let near = nearest(&asked, |it| format!("{} {}", it.method, it.path));
        format!("no operation is `{asked}`; near it are {near}")
    })
}

/// 0 for the server's own host, 1 for one that begins like it (such as that of a region), else 2.
fn distance_of_hosts(server: &str, host: &str) -> u8 {
    let server = Url::parse(server).ok();
    let own = server.as_ref().and_then(Url::host_str).unwrap_or_default();
    let label = |host: &'_ str| host.split('.').next().map(str::to_owned);
    match own == host {
        true => 0,
        false if label(own) == label(host) => 1,
        false => 2,
    }
}

/// The operation of that name, with its module or without.
///
/// # Panics
/// When there is none, or several documents have one.
pub fn named(name: &str) -> &'static Operation {
    let is_meant = |it: &&'static Operation| it.id == name || it.full_name() == name;
    let mut found = DOCUMENTS.iter().flat_map(|it| &it.operations).filter(is_meant);
    match (found.next(), found.next()) {
        (Some(only), None) => only,
        (Some(one), Some(other)) => {
            let (one, other) = (one.full_name(), other.full_name());
            panic!("`{name}` may be `{one}` or `{other}`: say which")
        }
        (None, _) => {
            let near = if name.contains("::") {
                nearest(name, Operation::full_name)
            } else {
                nearest(name, |it| it.id.clone())
            };
            panic!("no operation is called `{name}`; near it are {near}")
        }
    }
}

/// The operations that are written most like `text`.
fn nearest(text: &str, written: impl Fn(&Operation) -> String) -> String {
    let all = DOCUMENTS.iter().flat_map(|document| &document.operations).map(written);
    let mut ranked: Vec<_> = all.map(|it| (distance(text, &it), format!("`{it}`"))).collect();
    ranked.sort();
    ranked.dedup();
    ranked.truncate(NEAR);
    match ranked.is_empty() {
        true => "none: this crate was built without any document".to_owned(),
        false => ranked.into_iter().map(|(_, it)| it).collect::<Vec<_>>().join(", "),
    }
}

/// How many characters must be added, removed or replaced (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, c) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, o) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(c != *o);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}
