//! `bindery explain`: what it prints, and which codes the help names.

use super::place::Place;

#[test]
fn a_code_is_explained_whatever_its_case() {
    let run = Place::new().done(&["explain", "e0301"]);
    assert!(run.out.starts_with("E0301: a reference leads nowhere\n\n"), "{}", run.out);
    assert!(run.out.contains("JSON pointer"), "{}", run.out);
}

#[test]
fn without_a_code_all_are_listed() {
    let run = Place::new().done(&["explain"]);
    assert_eq!(run.out.lines().count(), bindery::diagnostics::Code::ALL.len());
    assert!(run.out.contains("\nE0301: a reference leads nowhere\n"), "{}", run.out);
}

#[test]
fn a_code_that_is_unknown_is_refused_with_the_nearest() {
    let run = Place::new().run(&["explain", "E03011"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("error[E0511]") && run.err.contains("did you mean `E0301`?"));
}

#[test]
fn the_help_names_codes_that_exist() {
    let place = Place::new();
    for arguments in [&["--help"][..], &["explain", "--help"]] {
        let help = place.done(arguments).out;
        let code = help.split(|c: char| !c.is_ascii_alphanumeric()).find(|it| it.starts_with("E0"));
        place.done(&["explain", code.expect("a code")]);
    }
}
