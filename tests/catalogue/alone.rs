//! What holds of the crate of one document.

use std::collections::BTreeSet;

use bindery::format::File;
use bindery::model::Model;
use libtest_mimic::Failed;

use crate::documents::{Document, made};
use crate::ledger;

pub fn holds(document: &Document) -> Result<(), Failed> {
    let crate_name = document.name().replace('_', "-");
    let made = made(&crate_name, [document])?;
    every_operation_is_accounted_for(document, &made.model)?;
    every_loss_is_known(&made.model)?;
    made.files.iter().try_for_each(is_clean)?;
    let again = self::made(&crate_name, [document])?;
    expect(made.files == again.files, || "two runs gave different files".to_owned())
}

/// Each is a method of the client, or the ledger says that it or its path is left out.
fn every_operation_is_accounted_for(document: &Document, model: &Model) -> Result<(), Failed> {
    let groups = model.documents.iter().flat_map(|it| &it.groups);
    let made = groups.flat_map(|group| &group.operations).map(|it| it.pointer.as_str());
    let noted = model.documents.iter().flat_map(|it| &it.ledger);
    let left_out = noted.filter(|it| it.became.ends_with("left out")).map(|it| it.pointer.as_str());
    let made: BTreeSet<&str> = made.collect();
    let left_out: BTreeSet<&str> = left_out.collect();
    let is_lost = |operation: &&String| {
        let path = operation.rsplit_once('/').map_or("", |(path, _)| path);
        !made.contains(operation.as_str())
            && ![operation, path].iter().any(|it| left_out.contains(it))
    };
    let operations = document.operations()?;
    let lost: Vec<&String> = operations.iter().filter(is_lost).collect();
    expect(lost.is_empty(), || format!("neither generated nor in the ledger: {lost:#?}"))
}

fn every_loss_is_known(model: &Model) -> Result<(), Failed> {
    let entries = model.documents.iter().flat_map(|it| &it.ledger);
    let unknown: Vec<_> = entries.filter(|entry| !ledger::is_known(entry)).collect();
    expect(unknown.is_empty(), || format!("of no kind in tests/catalogue/ledger.rs: {unknown:#?}"))
}

fn is_clean(file: &File) -> Result<(), Failed> {
    for (line, text) in (1..).zip(file.text.lines()) {
        expect(text.trim_end() == text, || format!("{}:{line} ends in a space", file.path))?;
    }
    if file.path.ends_with(".rs") {
        syn::parse_file(&file.text).map_err(|error| format!("{}: {error}", file.path))?;
    }
    Ok(())
}

/// Fails with the message, unless it is so.
pub fn expect(so: bool, message: impl FnOnce() -> String) -> Result<(), Failed> {
    if so { Ok(()) } else { Err(message().into()) }
}
