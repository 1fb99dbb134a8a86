//! What becomes of each small document: the model, the files, or the diagnostics.
//!
//! A change that is meant is accepted with `INSTA_UPDATE=always cargo test --test snapshots`.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::Builder;
use bindery::config;
use bindery::diagnostics::{Diagnostics, text};
use bindery::format::File;
use bindery::pipeline::{Input, Job, Made, make};
use serde_json::Value;

#[test]
fn each_case_has_the_model_that_was_reviewed() {
    insta::glob!("cases/*/spec.json", |document| {
        let model = serde_json::to_value(&made(document).model.documents[0]).expect("JSON");
        settings(document).bind(|| insta::assert_json_snapshot!("model", told(model)));
    });
}

#[test]
fn each_case_has_the_files_that_were_reviewed() {
    insta::glob!("cases/*/spec.json", |document| {
        let made = made(document);
        let module = made.model.documents[0].module.to_string();
        let files = files(&made.files, &format!("src/{module}/"));
        settings(document).bind(|| insta::assert_snapshot!("files", files));
    });
}

#[test]
fn each_case_about_tests_has_the_tests_that_were_reviewed() {
    insta::glob!("cases/tested-*/spec.json", |document| {
        let made = made(document);
        let module = made.model.documents[0].module.to_string();
        let examples = files(&made.files, &format!("tests/examples/documents/{module}"));
        let calls = files(&made.files, &format!("tests/contract/documents/{module}"));
        settings(document).bind(|| insta::assert_snapshot!("tests", examples + &calls));
    });
}

#[test]
fn no_case_has_a_warning() {
    insta::glob!("cases/*/spec.json", |document| {
        assert_eq!(text::print(&made(document).warnings, false), "", "{}", document.display());
    });
}

#[test]
fn each_document_that_is_odd_has_the_warnings_that_were_reviewed() {
    insta::glob!("warned/*/spec.*", |document| {
        let warnings = made(document).warnings;
        assert!(!warnings.has_errors());
        let text = text::print(&warnings, false);
        settings(document).bind(|| insta::assert_snapshot!("diagnostics", text));
    });
}

#[test]
fn each_rejected_document_has_the_diagnostics_that_were_reviewed() {
    insta::glob!("rejected/*/spec.*", |document| {
        let problems = job(document).and_then(|job| make(&job));
        let problems = problems.expect_err("a document that is rejected");
        assert!(problems.has_errors());
        let text = text::print(&problems, false);
        settings(document).bind(|| insta::assert_snapshot!("diagnostics", text));
    });
}

#[test]
fn nothing_is_written_for_a_rejected_document() {
    for fault in entries(Path::new("tests/rejected")) {
        let folder = tempfile::tempdir().expect("a folder");
        let configured = Builder::new("cases").configuration(fault.join("bindery.toml"));
        let builder = match fault.join("bindery.toml").exists() {
            true => configured,
            false => Ok(entries(&fault).iter().fold(Builder::new("client"), Builder::document)),
        };
        assert!(builder.and_then(|it| it.generate_to(folder.path())).is_err());
        assert_eq!(entries(folder.path()), Vec::<PathBuf>::new(), "{}", fault.display());
    }
}

/// A crate of one document, whose module is named like the document's folder; with what a
/// `bindery.toml` beside it says.
fn job(document: &Path) -> Result<Job, Diagnostics> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = document.strip_prefix(root).expect("a document of this package");
    let configuration = document.with_file_name(config::NAME);
    let inputs = match configuration.exists() {
        true => config::documents(&configuration, "cases")?,
        false => vec![Input { module: Some(name(document)), ..Input::file(document) }],
    };
    Ok(Job { all_schemas: true, tests: true, ..Job::of("case", inputs) })
}

fn made(document: &Path) -> Made {
    let made = job(document).and_then(|job| make(&job));
    made.unwrap_or_else(|problems| panic!("{}:\n{problems}", document.display()))
}

/// The name of a case or a fault: its folder's.
fn name(document: &Path) -> String {
    let folder = document.parent().and_then(Path::file_name).expect("a folder");
    folder.to_string_lossy().into_owned()
}

fn settings(document: &Path) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_suffix(name(document));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// The files of a folder, each below its name.
fn files(files: &[File], folder: &str) -> String {
    let inside = files.iter().filter_map(|file| Some((file.path.strip_prefix(folder)?, file)));
    inside.map(|(name, file)| format!("==> {name} <==\n{}\n", file.text)).collect()
}

/// The model without what it does not tell: nulls, empty texts and lists, and `false`.
fn told(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(told).collect(),
        Value::Object(object) => object
            .into_iter()
            .map(|(key, value)| (key, told(value)))
            .filter(|(_, value)| !is_silent(value))
            .collect(),
        other => other,
    }
}

fn is_silent(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder that can be read");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}
