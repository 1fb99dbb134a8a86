//! What `check` says of a folder, and what all verbs refuse.

use std::fs;
use std::path::Path;

use bindery::config;
use bindery::lock::{Lock, Moved};
use bindery::pipeline::{Input, Job, decide, glance};

use super::place::{BOOKS, CHECK, FAULTY, GENERATE, Place};

#[test]
fn check_agrees_with_what_generate_wrote() {
    let place = Place::new();
    place.done(GENERATE);
    assert!(place.done(CHECK).out.contains("up to date"));
}

#[test]
fn check_names_what_is_stale_and_the_command_that_repairs_it() {
    let place = Place::new();
    place.done(GENERATE);
    place.write("client/src/client.rs", "changed by hand");
    fs::remove_file(place.path("client/README.md")).expect("a file that was there");
    let run = place.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("client/src/client.rs is stale"), "{}", run.out);
    assert!(run.out.contains("client/README.md is missing"), "{}", run.out);
    assert!(run.out.contains("`bindery generate books.json --out client`"), "{}", run.out);
    assert_eq!(place.read("client/src/client.rs"), "changed by hand");
    place.done(GENERATE);
    place.done(CHECK);
}

#[test]
fn every_stale_file_is_an_annotation_with_a_way_out() {
    let place = Place::new();
    place.done(GENERATE);
    place.write("books.json", &BOOKS.replace("/books", "/pens"));
    let run = place.run(&[CHECK, &["--format", "github"]].concat());
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    let way_out = "%0Arun `bindery generate books.json --out client`";
    let expected = [
        ("", "client is stale, because the document books.json has changed"),
        ("file=client/bindery.lock,line=1,col=1,", "client/bindery.lock is stale"),
        (
            "file=client/src/books/books.rs,line=1,col=1,",
            "client/src/books/books.rs is no longer made",
        ),
        ("file=client/src/books/pens.rs,line=1,col=1,", "client/src/books/pens.rs is missing"),
    ];
    for (place, message) in expected {
        let line = format!("::error {place}title=E0507::{message}{way_out}\n");
        assert!(run.out.contains(&line), "{}", run.out);
    }
    assert!(run.out.starts_with("::error title=E0507::client is stale"), "{}", run.out);
}

#[test]
fn check_and_inspect_refuse_what_generate_refuses() {
    let place = Place::new();
    place.write("faulty.json", FAULTY);
    for arguments in [&["check", "faulty.json", "--out", "client"][..], &["inspect", "faulty.json"]]
    {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(run.err.contains("E0207"), "{}", run.err);
    }
}

#[test]
fn check_says_what_has_moved() {
    let place = Place::new();
    place.done(GENERATE);
    let reasons = |arguments: &[&str]| -> Vec<String> {
        let out = place.run(arguments).out;
        out.lines().filter(|line| line.starts_with("because")).map(str::to_owned).collect()
    };
    place.write("books.json", &BOOKS.replace("Books", "Pens"));
    assert_eq!(reasons(CHECK), ["because the document books.json has changed"]);
    place.write("books.json", BOOKS);
    place.write("client/README.md", "mine");
    assert_eq!(reasons(CHECK), ["because client/README.md is not what bindery wrote"]);
    place.done(GENERATE);
    let renamed = [CHECK, &["--name", "pens"]].concat();
    assert_eq!(reasons(&renamed), ["because what is said of the crate has changed"]);
    let lock = place.read("client/bindery.lock");
    place.write("client/bindery.lock", &lock.replace("tool = \"", "tool = \"0."));
    assert_eq!(reasons(CHECK), [format!("because bindery was 0.{0} and is {0}", bindery::VERSION)]);
}

#[test]
fn white_space_in_a_document_makes_nothing_stale() {
    let place = Place::new();
    place.done(GENERATE);
    place.write("books.json", &BOOKS.replace("  ", "\t"));
    place.done(CHECK);
}

fn job(name: &str, document: &Path) -> Job {
    Job::of(name, vec![Input::file(document)])
}

#[test]
fn a_glance_at_a_document_tells_what_its_values_tell() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let entries = |folder: &str| {
        let entries = fs::read_dir(root.join(folder)).expect("a folder");
        entries.map(|entry| entry.expect("an entry").path())
    };
    let cases = entries("tests/cases").map(|case| case.join("spec.json"));
    let mut looked = 0;
    for document in entries("specs").chain(cases) {
        let mut job = job("client", &document);
        let configuration = document.with_file_name(config::NAME);
        if configuration.exists() {
            job.inputs = config::documents(&configuration, "cases").expect("a configuration");
        }
        let inputs = decide(&job).expect("a document").inputs;
        let is_whole = !document.ends_with("files/spec.json");
        assert_eq!(glance(&job), is_whole.then_some(inputs), "{}", document.display());
        looked += 1;
    }
    assert!(looked >= 40, "only {looked} documents");
}

#[test]
fn a_lock_knows_that_nothing_has_moved() {
    let place = Place::new();
    place.done(GENERATE);
    let job = job("client", &place.path("books.json"));
    let moved = || {
        let folder = place.path("client");
        Lock::read(&folder).moved(&folder, &glance(&job).expect("a document"))
    };
    assert_eq!(moved(), []);
    fs::remove_file(place.path("client/src/lib.rs")).expect("a file that was there");
    assert_eq!(moved(), [Moved::File("src/lib.rs".to_owned())]);
}
