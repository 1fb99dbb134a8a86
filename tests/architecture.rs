//! What ARCHITECTURE.md promises of the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bindery::config;
use bindery::pipeline::make;
use bindery::write::plan;

const GENERATOR: &str = "generator/src";
const EXPLANATIONS: &str = "generator/src/diagnostics/explain";
const RUNTIME: &str = "templates/runtime/src";
const TESTS: &str = "templates/tests";

/// Each stage, and what it may import of the generator beside itself.
const STAGES: &[(&str, &[&str])] = &[
    ("diagnostics", &[]),
    ("docs", &["diagnostics"]),
    ("names", &[]),
    ("profile", &[]),
    ("load", &["diagnostics"]),
    ("bundle", &["diagnostics", "load"]),
    ("overrides", &["diagnostics", "load", "names"]),
    ("normalize", &["diagnostics", "load"]),
    ("model", &["names"]),
    ("lower", &["diagnostics", "docs", "normalize", "model", "names", "overrides", "profile"]),
    ("render", &["model", "names", "docs", "VERSION"]),
    ("format.rs", &["docs", "render", "VERSION"]),
    ("diff", &["diagnostics", "load", "model", "names", "render"]),
    ("lock.rs", &["format", "VERSION"]),
    ("write", &["diagnostics", "format", "lock"]),
];

#[test]
fn imports_go_one_way() {
    for (stage, allowed) in STAGES {
        let own = stage.trim_end_matches(".rs");
        for file in sources(&Path::new(GENERATOR).join(stage)) {
            let imported = imports(&code(&file));
            let others = imported.iter().filter(|name| *name != own);
            let wrong: Vec<_> = others.filter(|name| !allowed.contains(&name.as_str())).collect();
            assert!(wrong.is_empty(), "{} imports {wrong:?}", file.display());
        }
    }
}

#[test]
fn every_module_of_the_generator_is_a_stage_or_an_end() {
    let ends = ["build.rs", "cli", "config", "lib.rs", "main.rs", "pipeline"];
    let stages: BTreeSet<&str> = STAGES.iter().map(|(stage, _)| *stage).chain(ends).collect();
    for entry in entries(Path::new(GENERATOR)) {
        let name = entry.file_name().expect("a name").to_string_lossy();
        assert!(stages.contains(name.as_ref()), "{name} is neither");
    }
}

#[test]
fn only_lower_sees_both_the_document_and_the_model() {
    for file in sources(Path::new(GENERATOR)) {
        let code = code(&file);
        let sees_both = code.contains("openapiv3") && imports(&code).contains("model");
        let is_lower = file.starts_with(Path::new(GENERATOR).join("lower"));
        assert!(!sees_both || is_lower, "{}", file.display());
    }
}

#[test]
fn render_knows_neither_documents_nor_json() {
    for stage in ["render", "format.rs", "model", "names"] {
        for file in sources(&Path::new(GENERATOR).join(stage)) {
            let code = code(&file).replace("use serde_json::Value;", "");
            assert!(!code.contains("openapiv3"), "{}", file.display());
            assert!(!code.contains("serde_json"), "{}", file.display());
        }
    }
}

#[test]
fn no_file_is_over_400_lines() {
    for file in [GENERATOR, RUNTIME, TESTS].iter().flat_map(|folder| sources(Path::new(folder))) {
        let lines = text(&file).lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.display());
    }
}

#[test]
fn every_module_opens_with_one_line_that_says_what_it_is() {
    for file in [GENERATOR, RUNTIME, TESTS].iter().flat_map(|folder| sources(Path::new(folder))) {
        assert!(text(&file).starts_with("//! "), "{}", file.display());
    }
}

/// What panics with the value at hand.
const TALKATIVE: &[&str] = &[
    "panic!",
    "unreachable!",
    "todo!",
    "unimplemented!",
    "dbg!",
    "assert_eq!",
    "assert_ne!",
    ".unwrap()",
    ".unwrap_err()",
    ".expect(",
    ".expect_err(",
];

#[test]
fn no_panic_of_the_runtime_shows_a_value() {
    for file in sources(Path::new(RUNTIME)) {
        let code = code(&file);
        for panic in TALKATIVE {
            assert!(!code.contains(panic), "{} has {panic}", file.display());
        }
        for assertion in code.split("assert!(").skip(1) {
            let words = assertion.split(");").next().unwrap_or_default();
            assert!(!words.contains('{'), "{}: {words}", file.display());
        }
    }
}

#[test]
fn generated_crates_have_every_file_of_the_runtime() {
    for order in config::read(Path::new(config::NAME)).expect("the configuration") {
        let files = make(&order.job).expect("a crate").files;
        for file in sources(Path::new(RUNTIME)) {
            let name = file.strip_prefix(RUNTIME).expect("a file of the runtime").to_string_lossy();
            let name = if name == "lib.rs" { "mod.rs" } else { &name };
            let copy = files.iter().find(|copy| copy.path == format!("src/runtime/{name}"));
            let copy = copy.unwrap_or_else(|| panic!("render/runtime.rs does not list {name}"));
            assert!(copy.text == text(&file), "{name} is not copied as it is");
        }
    }
}

#[test]
fn committed_crates_are_what_generate_makes() {
    for order in config::read(Path::new(config::NAME)).expect("the configuration") {
        let made = make(&order.job).expect("a crate");
        let plan = plan(&order.out, made.files, &made.inputs).expect("a plan");
        let stale = plan.add.iter().chain(&plan.change).map(|file| &file.path);
        let stale: Vec<_> = stale.chain(&plan.remove).collect();
        let repair = "run `cargo run -p bindery -- generate`";
        assert!(stale.is_empty(), "stale in {}: {stale:?}; {repair}", order.out_label);
    }
}

/// The Rust files at or below a path, which has nothing else but the texts of codes.
fn sources(path: &Path) -> Vec<PathBuf> {
    if path.is_dir() {
        return entries(path).iter().flat_map(|entry| sources(entry)).collect();
    }
    match path.extension().and_then(|it| it.to_str()) {
        Some("rs") => vec![path.to_owned()],
        Some("md") if path.starts_with(EXPLANATIONS) => Vec::new(),
        _ => panic!("{} is no source", path.display()),
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder that can be read");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).expect("text")
}

/// A file without its comments.
fn code(file: &Path) -> String {
    let text = text(file);
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What stands behind `crate::`, wherever it does.
fn imports(code: &str) -> BTreeSet<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let behind = code.split("crate::").skip(1);
    behind.map(|rest| rest.chars().take_while(|c| is_part(*c)).collect()).collect()
}
