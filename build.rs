//! Generates the clients of the acceptance tests while they are built.

use std::error::Error;
use std::path::PathBuf;

use bindery::Builder;
use bindery::render::Dates;

fn main() -> Result<(), Box<dyn Error>> {
    twilio()?.generate()?;
    cases()?.generate()?;
    dates(Dates::Chrono).generate()?;
    dates(Dates::Time).generate()?;
    Ok(())
}

/// The documents of `specs/`, a module each.
fn twilio() -> Result<Builder, Box<dyn Error>> {
    let mut twilio = Builder::new("twilio");
    for document in entries("specs")? {
        twilio = twilio.document(document);
    }
    Ok(twilio)
}

/// The cases of `tests/cases/`; each module is named like its case's folder. What is said of one beyond
/// its text stands beside it, in a `bindery.toml`.
fn cases() -> Result<Builder, Box<dyn Error>> {
    let mut cases = Builder::new("cases").all_schemas().tests();
    for case in entries("tests/cases")? {
        let name = case.file_name().ok_or("a case has no name")?.to_string_lossy();
        let configuration = case.join("bindery.toml");
        cases = match configuration.exists() {
            true => cases.configuration(configuration)?,
            false => cases.document_as(name, case.join("spec.json")),
        };
    }
    Ok(cases)
}

/// One of the cases, with dates of another crate.
fn dates(dates: Dates) -> Builder {
    let client = Builder::new(format!("dates_{}", dates.name())).dates(dates);
    client.document_as("calendar", "tests/cases/dates-and-uris/spec.json")
}

/// What is in a folder, in the order of the names; Cargo builds again when that changes.
fn entries(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={folder}");
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    Ok(entries)
}
