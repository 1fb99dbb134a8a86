//! What is said of a diagnostic's code beyond its message is true.

use std::collections::BTreeSet;

use bindery::diagnostics::{Code, Diagnostics};
use bindery::load::{Limits, parse};
use bindery::normalize::normalize;
use bindery::pipeline::{Input, Read, amend};

/// What is left out of the examples, because all documents have it.
const PREAMBLE: &str = "openapi: 3.0.3\n";
const INFO: &str = "info: { title: Pets, version: '1' }\n";
const PATHS: &str = "paths: {}\n";

/// A fenced part of a text: what follows the fence's opening, and its lines.
struct Block<'a> {
    tag: &'a str,
    text: &'a str,
}

fn blocks(markdown: &str) -> Vec<Block<'_>> {
    let fenced = markdown.split("```").skip(1).step_by(2);
    fenced
        .filter_map(|block| block.split_once('\n'))
        .map(|(tag, text)| Block { tag, text })
        .collect()
}

/// The codes of what is wrong with an example; nothing if that cannot be told of its kind.
fn codes(block: &Block<'_>) -> Option<Vec<Code>> {
    let found = match block.tag {
        "yaml" => problems(&completed(block.text)),
        "yaml document" => problems(block.text),
        "yaml overlay" => problems_of_overlay(block.text),
        _ => return None,
    };
    Some(found.iter().map(|diagnostic| diagnostic.code).collect())
}

fn completed(text: &str) -> String {
    let info = if text.contains("info:") { "" } else { INFO };
    let paths = if text.contains("paths:") { "" } else { PATHS };
    format!("{PREAMBLE}{info}{paths}{text}")
}

fn problems(text: &str) -> Diagnostics {
    let document = parse("example.yaml", text.into(), &Limits::DEFAULT);
    match document.and_then(|document| normalize(&document)) {
        Ok(normalized) => normalized.warnings,
        Err(problems) => problems,
    }
}

fn problems_of_overlay(text: &str) -> Diagnostics {
    let read =
        |text: &str| parse("example.yaml", text.into(), &Limits::DEFAULT).expect("an object");
    let document = read(&completed(""));
    let read = Read { document, overlays: vec![read(text)] };
    amend(&Input::file("example.yaml".as_ref()), read).err().unwrap_or_default()
}

#[test]
fn the_first_example_has_the_fault_and_the_others_have_none() {
    let mut tried = 0;
    for code in Code::ALL {
        let found = blocks(code.explanation());
        for (index, found) in found.iter().filter_map(codes).enumerate() {
            tried += 1;
            let expected: &[Code] = if index == 0 { &[*code] } else { &[] };
            let found: BTreeSet<Code> = found.into_iter().collect();
            assert_eq!(found.into_iter().collect::<Vec<_>>(), expected, "{code}, example {index}");
        }
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn every_code_has_an_explanation_that_is_text_and_fits_a_terminal() {
    for code in Code::ALL {
        let text = code.explanation();
        assert!(text.len() > 200, "{code} is hardly explained");
        assert!(text.lines().all(|line| line.chars().count() <= 120), "{code} has a long line");
        assert_eq!(text.matches("```").count() % 2, 0, "{code} has a fence that stays open");
        assert!(*code == Code::NotOpenApi || !blocks(text).is_empty(), "{code} has no example");
    }
}

#[test]
fn codes_that_the_readme_names_exist() {
    let readme = include_str!("../README.md");
    let mut named = 0;
    let word = |c: char| !c.is_ascii_alphanumeric();
    for text in readme.split(word) {
        let Some(digits) = text.strip_prefix(['E', 'W']) else { continue };
        if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            assert!(Code::find(text).is_some(), "{text}");
            named += 1;
        }
    }
    assert!(named > 5, "{named}");
}
