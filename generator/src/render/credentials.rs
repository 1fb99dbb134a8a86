//! What credentials the calls of documents ask for.

use std::collections::BTreeSet;

use crate::model::{Auth, Document, Model};

/// Every way in which a document's calls authenticate, alternatives and what goes together apart.
pub fn ways(document: &Document) -> BTreeSet<&Auth> {
    let operations = document.groups.iter().flat_map(|group| &group.operations);
    let mut ways = BTreeSet::new();
    for auth in operations.filter_map(|it| it.auth.as_ref()).chain([&document.auth]) {
        collect(auth, &mut ways);
    }
    ways
}

fn collect<'m>(auth: &'m Auth, ways: &mut BTreeSet<&'m Auth>) {
    match auth {
        Auth::All(all) | Auth::First(all) => all.iter().for_each(|it| collect(it, ways)),
        Auth::None => {}
        way => {
            ways.insert(way);
        }
    }
}

/// The schemes of the keys that a document's calls carry.
pub fn keys(document: &Document) -> BTreeSet<&str> {
    ways(document).into_iter().filter_map(key).collect()
}

fn key(auth: &Auth) -> Option<&str> {
    match auth {
        Auth::Key { scheme, .. } => Some(scheme),
        _ => None,
    }
}

/// The same for all documents.
pub fn all_keys(model: &Model) -> BTreeSet<&str> {
    model.documents.iter().flat_map(keys).collect()
}
