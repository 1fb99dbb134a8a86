//! What holds of the crate of all documents.

use std::collections::BTreeSet;

use bindery::model::Document;
use libtest_mimic::Failed;

use crate::alone::expect;
use crate::documents::{Catalogue, made};

pub fn holds(catalogue: &Catalogue) -> Result<(), Failed> {
    let made = made("twilio-full", &catalogue.documents)?;
    let documents = &made.model.documents;
    let operations: usize =
        documents.iter().flat_map(|it| &it.groups).map(|it| it.operations.len()).sum();
    let (found, wanted) = ((documents.len(), operations), catalogue.source.counts());
    expect(found == wanted, || {
        let folder = catalogue.source.folder;
        format!("{folder}: {found:?} documents and operations, and not {wanted:?}")
    })?;
    every_module_has_its_own_name(documents)?;
    let backwards = self::made("twilio-full", catalogue.documents.iter().rev())?;
    expect(made.files == backwards.files, || "the order of the documents shows".to_owned())
}

/// Whatever the case: a module is a file, and not every file system tells `a` from `A`.
fn every_module_has_its_own_name(documents: &[Document]) -> Result<(), Failed> {
    let mut names = BTreeSet::new();
    let twins = documents.iter().map(|it| it.module.to_string());
    let twins: Vec<String> = twins.filter(|name| !names.insert(name.to_lowercase())).collect();
    expect(twins.is_empty(), || format!("modules of one name: {twins:?}"))
}
