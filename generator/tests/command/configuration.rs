//! What the command is asked to make.

use super::place::Place;

#[test]
fn a_configuration_says_what_to_make() {
    let place = Place::new();
    let crates = "[[crate]]\nname = \"shelf\"\nout = \"client\"\n";
    place.write("bindery.toml", &format!("{crates}[[crate.document]]\npath = \"books.json\"\n"));
    place.done(&["generate"]);
    assert!(place.read("client/Cargo.toml").contains("name = \"shelf\""));
    place.done(&["check"]);
    place.write("bindery.toml", &format!("{crates}colour = \"red\"\n"));
    let run = place.run(&["generate"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("bindery.toml:4:1") && run.err.contains("colour"), "{}", run.err);
}

#[test]
fn a_run_without_anything_to_do_says_so() {
    let place = Place::new();
    let run = place.run(&["generate"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("E0502"), "{}", run.err);
}
