//! What `diff` says of documents that were changed on purpose, and of ones that were only edited.

mod additions;
mod edits;
mod mutations;
mod seed;

use bindery::config;
use bindery::diff::{Change, Class, Diff, Texts, Verdict, diff};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bindery::load::{Document, Limits, parse};
use bindery::model::Model;
use bindery::pipeline::{Input, Job, model_of};
use serde_json::Value;

use additions::ADDITIONS;
use mutations::{MUTATIONS, Mutation, OF_TUPLES, OF_UNIONS};
use seed::Seed;

const SPECS: &[&str] =
    &["specs/twilio_chat_v2.json", "specs/twilio_chat_v3.json", "specs/twilio_flex_v1.json"];

/// A document with unions.
const UNIONS: &str = "tests/cases/one-of/spec.json";

/// A document with tuples.
const TUPLES: &str = "tests/cases/tuples/spec.json";

fn spec(name: &str) -> Value {
    let text = std::fs::read_to_string(name).expect("a document");
    serde_json::from_str(&text).expect("JSON")
}

fn model(label: &str, text: String) -> (Model, Texts) {
    let source = "api.json".to_owned();
    let input = Input { source, ..Input::file(Path::new(label)) };
    let job = Job::of("api", vec![input]);
    let document = parse(label, text.into_bytes(), &Limits::DEFAULT).expect("a document");
    let documents: Vec<Document> = vec![document];
    let (model, _) = model_of(&job, &documents).expect("a model");
    let named = documents.into_iter().map(|it| ("api.json".to_owned(), it)).collect();
    (model, Texts::new(named))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("JSON")
}

#[test]
fn every_mutation_is_found_with_its_class_and_its_verdict() {
    let mut tried = 0;
    let of_all = SPECS.iter().flat_map(|name| MUTATIONS.iter().map(move |it| (name, it)));
    let of_unions = OF_UNIONS.iter().map(|it| (&UNIONS, it));
    let of_tuples = OF_TUPLES.iter().map(|it| (&TUPLES, it));
    for (name, mutation) in of_all.chain(of_unions).chain(of_tuples) {
        for seed in 1..=3 {
            let original = spec(name);
            let mut mutated = original.clone();
            let Some(pointer) = (mutation.apply)(&mut mutated, &mut Seed::new(seed)) else {
                continue;
            };
            let ((old, _), (new, texts)) =
                (model("a.json", pretty(&original)), model("b.json", pretty(&mutated)));
            let diff = diff(&old, &new);
            judge(
                &format!("{name}, seed {seed}, {} at {pointer}", mutation.name),
                mutation,
                &diff,
                &texts,
            );
            tried += 1;
        }
    }
    println!("{tried} mutations");
    assert!(tried >= 60, "only {tried} mutations");
}

fn judge(what: &str, mutation: &Mutation, diff: &Diff, texts: &Texts) {
    let is_it = |change: &&Change| {
        (change.class, change.kind, change.action)
            == (mutation.class, mutation.kind, mutation.action)
    };
    let found: Vec<&Change> = diff.changes.iter().filter(is_it).collect();
    assert!(!found.is_empty(), "{what}: {:#?}", diff.changes);
    assert_eq!(diff.verdict(), mutation.verdict, "{what}: {:#?}", diff.changes);
    let heaviest = diff.changes.iter().map(|change| change.class).max();
    assert_eq!(heaviest, Some(mutation.class), "{what}: {:#?}", diff.changes);
    for change in found {
        let place = change.new.as_ref().map(|spot| texts.place(spot));
        assert!(place.is_none_or(|place| place.is_some_and(|it| it.line > 0)), "{what}");
        assert_eq!(change.fingerprint().len(), 16);
    }
}

#[test]
fn an_edit_without_a_meaning_is_no_change() {
    let mut tried = 0;
    for name in SPECS.iter().chain([&UNIONS]) {
        let original = spec(name);
        let (old, _) = model("a.json", pretty(&original));
        for (what, label, text) in edits::edits(&original) {
            let diff = diff(&old, &model(label, text).0);
            assert_eq!(diff.changes, [], "{name}: {what}");
            assert_eq!(diff.verdict(), Verdict::None);
            tried += 1;
        }
    }
    println!("{tried} edits without a meaning");
    assert!(tried >= 20, "only {tried} edits");
}

/// The documents that are whole by themselves, of `specs/` and of all cases.
fn whole_documents() -> Vec<(String, Value)> {
    let specs = SPECS.iter().map(PathBuf::from);
    let cases = std::fs::read_dir("tests/cases").expect("a folder that can be read");
    let cases = cases.map(|it| it.expect("an entry").path().join("spec.json"));
    let paths = specs.chain(cases).filter(|it| !it.with_file_name(config::NAME).exists());
    let names: BTreeSet<String> = paths.map(|it| it.display().to_string()).collect();
    let documents = names.into_iter().map(|name| (spec(&name), name));
    let references = |text: &str, to: &str| text.matches(&format!("\"$ref\":\"{to}")).count();
    let is_whole = |text: String| references(&text, "") == references(&text, "#");
    let whole = documents.filter(|(api, _)| is_whole(api.to_string()));
    whole.map(|(api, name)| (name, api)).collect()
}

#[test]
fn every_name_stays_when_an_operation_is_added() {
    let mut tried = 0;
    for (name, original) in whole_documents() {
        let (old, _) = model("a.json", pretty(&original));
        for (what, add) in ADDITIONS {
            let Some(extended) = add(&original) else { continue };
            let diff = diff(&old, &model("b.json", pretty(&extended)).0);
            assert_eq!(diff.verdict(), Verdict::Minor, "{name} {what}: {:#?}", diff.changes);
            tried += 1;
        }
    }
    println!("{tried} additions");
    assert!(tried >= 150, "only {tried} additions");
}

#[test]
fn a_change_has_the_same_fingerprint_wherever_it_stands() {
    let original = spec(SPECS[0]);
    let mut mutated = original.clone();
    let added = MUTATIONS.iter().find(|it| it.name == "a property more").expect("the mutation");
    (added.apply)(&mut mutated, &mut Seed::new(1)).expect("a place");
    let (old, _) = model("a.json", pretty(&original));
    let prints = |text: String| {
        let diff = diff(&old, &model("b.json", text).0);
        diff.changes.iter().map(Change::fingerprint).collect::<Vec<_>>()
    };
    let mut moved = mutated.clone();
    Seed::new(9).shuffle(&mut moved);
    assert_eq!(prints(pretty(&mutated)), prints(moved.to_string()));
    assert_eq!(prints(pretty(&original)), Vec::<String>::new());
}

#[test]
fn what_the_wire_alone_notices_breaks_no_caller() {
    let original = spec(SPECS[0]);
    let mut mutated = original.clone();
    mutated["servers"][0]["url"] = "https://elsewhere.twilio.com".into();
    let diff = diff(&model("a.json", pretty(&original)).0, &model("b.json", pretty(&mutated)).0);
    let change = diff.changes.first().expect("a change");
    assert_eq!((change.class, diff.verdict()), (Class::Breaking, Verdict::Patch));
    assert!(change.rust.is_none());
}
