//! The crate that dates and times are made of.

use super::place::{BOOKS, CHECK, GENERATE, Place};
use super::sharing::with;

const JIFF: &str = r#"jiff = { version = "0.2", default-features = false, features = ["std"] }"#;
const CHRONO: &str =
    r#"chrono = { version = "0.4", default-features = false, features = ["std"] }"#;
const TIME: &str =
    r#"time = { version = "0.3", default-features = false, features = ["parsing", "std"] }"#;

const CONFIGURATION: &str = r#"
[[crate]]
name = "books"
out = "client"
dates = "chrono"
[[crate.document]]
path = "books.json"
"#;

/// Whether a crate is made of the one, and knows nothing of the others.
fn is_made_of(place: &Place, folder: &str, line: &str) -> bool {
    let manifest = place.read(&format!("{folder}/Cargo.toml"));
    let lines = [JIFF, CHRONO, TIME].into_iter().filter(|it| manifest.contains(it));
    let source = place.read(&format!("{folder}/src/runtime/instant.rs"));
    let names = ["jiff", "chrono", "time"].into_iter();
    let mut used = names.filter(|name| source.contains(&format!("type Error = {name}::")));
    lines.eq([line]) && used.all(|name| line.starts_with(name))
}

#[test]
fn an_argument_chooses_the_crate_and_the_lock_knows_which() {
    let place = Place::new();
    place.done(GENERATE);
    assert!(is_made_of(&place, "client", JIFF));
    for (name, line) in [("chrono", CHRONO), ("time", TIME), ("jiff", JIFF)] {
        let with = |verb: &[&'static str]| [verb, &["--dates", name]].concat();
        let run = place.run(&with(CHECK));
        assert_eq!(run.code, Some(1), "{}", run.err);
        for word in [
            "client/Cargo.toml is stale\nclient/src/runtime/instant.rs is stale\n",
            "because what is said of the crate has changed\n",
            &format!(" --dates {name}`"),
        ] {
            assert!(run.out.contains(word), "{}", run.out);
        }
        place.done(&with(GENERATE));
        place.done(&with(CHECK));
        assert!(is_made_of(&place, "client", line), "{name}");
    }
}

#[test]
fn a_configuration_chooses_the_crate() {
    let place = Place::new();
    place.write("bindery.toml", CONFIGURATION);
    place.done(&["generate"]);
    assert!(is_made_of(&place, "client", CHRONO));
    place.write("bindery.toml", &CONFIGURATION.replace("dates = \"chrono\"\n", ""));
    assert_eq!(place.run(&["check"]).code, Some(1));
    place.done(&["generate"]);
    assert!(is_made_of(&place, "client", JIFF));
}

#[test]
fn what_is_no_such_crate_is_refused_with_the_nearest_that_is() {
    let cases = [
        ("\"chrono\"", "\"chronos\"", "did you mean `chrono`?"),
        ("\"chrono\"", "\"chronos\"", "bindery.toml:5:9"),
        ("\"chrono\"", "\"\"", "they can be made of jiff, chrono, time"),
        ("\"chrono\"", "\"time\"\nruntime = \"shop\"", "say it of the crate `shop`"),
        ("\"chrono\"", "\"time\"\nruntime = \"shop\"", "bindery.toml:5:9"),
    ];
    Place::refuses(CONFIGURATION, &cases, &["client"]);
    let run = Place::new().run(&[GENERATE, &["--dates", "chronos"]].concat());
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("jiff, chrono, time"), "{}", run.err);
}

#[test]
fn a_runtime_that_is_shared_has_the_dates_of_all() {
    let place = Place::new();
    place.write("pens.json", &BOOKS.replace("books", "pens"));
    let with = |verb, dates| [&with(verb), &["--dates", dates][..]].concat();
    place.done(&with("generate", "time"));
    assert!(is_made_of(&place, "clients/shop-runtime", TIME));
    assert!(!place.read("clients/books/Cargo.toml").contains(TIME));
    let run = place.run(&with("check", "chrono"));
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("clients/shop-runtime/src/runtime/instant.rs is stale"),
        "{}",
        run.out
    );
    assert!(run.out.contains("books: up to date in clients/books"), "{}", run.out);
}

#[test]
fn a_runtime_is_not_called_like_the_crate_of_its_dates() {
    for (dates, code) in [("chrono", Some(2)), ("time", Some(0))] {
        let place = Place::new();
        let clients = CONFIGURATION.replace("dates = \"chrono\"", "runtime = \"chrono\"");
        let runtime =
            format!("[[crate]]\nname = \"chrono\"\nout = \"base\"\ndates = \"{dates}\"\n");
        place.write("bindery.toml", &(clients + &runtime));
        assert_eq!(place.run(&["generate"]).code, code, "{dates}");
    }
}

#[test]
fn readme_has_the_line_of_each_crate() {
    let readme = include_str!("../../../README.md");
    for line in [JIFF, CHRONO, TIME] {
        assert!(readme.contains(line), "{line}");
    }
}
