//! How diagnostics are printed.

use super::place::{FAULTY, Place};

#[test]
fn diagnostics_can_be_json_lines() {
    let place = Place::new();
    place.write("faulty.json", FAULTY);
    let run = place.run(&["--format", "json", "generate", "faulty.json", "--out", "client"]);
    assert_eq!((run.code, run.err.as_str()), (Some(2), ""));
    let lines: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    for line in lines {
        assert_eq!((&line["severity"], &line["file"]), (&"error".into(), &"faulty.json".into()));
        assert!(line["line"].is_u64() && line["column"].is_u64(), "{line}");
    }
}

#[test]
fn diagnostics_can_be_annotations_of_a_workflow() {
    let place = Place::new();
    place.write("faulty.json", FAULTY);
    let run = place.run(&["generate", "faulty.json", "--out", "client", "--format", "github"]);
    assert_eq!((run.code, run.err.as_str()), (Some(2), ""));
    assert_eq!(run.out.lines().count(), 2);
    for line in run.out.lines() {
        assert!(line.starts_with("::error file=faulty.json,line=1,col="), "{line}");
    }
}

#[test]
fn a_quiet_run_prints_diagnostics_alone() {
    let place = Place::new();
    let run = place.done(&["generate", "books.json", "--out", "client", "--quiet"]);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
    place.write("faulty.json", FAULTY);
    let run = place.run(&["-q", "generate", "faulty.json", "--out", "client"]);
    assert!(run.err.contains("E0207"), "{}", run.err);
}
