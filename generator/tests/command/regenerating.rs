//! What `.github/regenerate` leaves of a change of documents: a commit, and the text of a pull request.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use serde_json::{Value, json};

use super::place::{BOOKS, FAULTY, Place, Run};

const SCRIPT: &str = include_str!("../../../.github/regenerate");
const WORKFLOWS: [&str; 2] = [
    include_str!("../../../.github/workflows/check.yml"),
    include_str!("../../../.github/workflows/regenerate.yml"),
];
const README: &str = include_str!("../../../README.md");
const DOCUMENT: &str = include_str!("../../../specs/twilio_chat_v3.json");

/// Where the document goes, here and in the folder that it is taken from.
const HERE: &str = "specs/twilio_chat_v3.json";
const THERE: &str = "target/new/twilio_chat_v3.json";

const CONFIGURATION: &str = "[[crate]]\nname = \"chat-client\"\nout = \"client\"\n\n[[crate.document]]\npath = \"specs/twilio_chat_v3.json\"\n";

/// A repository with a document, the crate that is made of it, and the script.
fn repository() -> Place {
    let place = Place::new();
    place.write(HERE, DOCUMENT);
    place.write("bindery.toml", CONFIGURATION);
    place.write(".gitignore", "/target\n");
    program(&place, ".github/regenerate", SCRIPT);
    tests(&place, "exit 0");
    place.done(&["generate"]);
    place.git(&["init", "-q", "-b", "main"]);
    place.commit();
    place
}

/// Writes a program.
fn program(place: &Place, name: &str, text: &str) {
    place.write(name, text);
    fs::set_permissions(place.path(name), fs::Permissions::from_mode(0o755)).expect("a program");
}

/// Says what `cargo test` does in this place.
fn tests(place: &Place, command: &str) {
    program(place, "target/bin/cargo", &format!("#!/bin/sh\n{command}\n"));
}

/// Runs the script over the documents in `specs`.
fn regenerate(place: &Place, source: &[&str]) -> Run {
    let path = std::env::var("PATH").expect("a path of programs");
    let mut command = Command::new(place.path(".github/regenerate"));
    command.arg("specs").args(source).current_dir(place.path(""));
    command.env("BINDERY", env!("CARGO_BIN_EXE_bindery"));
    command.env("PATH", format!("{}:{path}", place.path("target/bin").display()));
    for variable in ["AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL"] {
        command.env(format!("GIT_{variable}"), "a");
    }
    Run::of(command.output().expect("a run"))
}

/// What Git says.
fn git(place: &Place, arguments: &[&str]) -> String {
    let output = Command::new("git").args(arguments).current_dir(place.path("")).output();
    String::from_utf8(output.expect("git").stdout).expect("text").trim_end().to_owned()
}

/// The title and the body.
fn text(place: &Place) -> String {
    format!(
        "{}\n{}",
        place.read("target/pull-request/title"),
        place.read("target/pull-request/body.md")
    )
}

fn pretty(document: &Value) -> String {
    serde_json::to_string_pretty(document).expect("JSON") + "\n"
}

/// The same with the keys of every object in the opposite order.
fn reversed(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            object.into_iter().rev().map(|(key, value)| (key, reversed(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(reversed).collect(),
        scalar => scalar,
    }
}

/// The document as its author changes it: an operation, a value, a prose, and a property less.
fn changed() -> String {
    let mut document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    let item = &mut document["paths"]["/v3/Services/{ServiceSid}/Channels/{Sid}"];
    item["post"]["parameters"][1]["description"] = "The SID of the Channel.".into();
    let parameters = [&item["post"]["parameters"][0], &item["post"]["parameters"][1]];
    item["get"] = json!({
        "operationId": "FetchChannel",
        "parameters": parameters,
        "responses": item["post"]["responses"],
        "security": item["post"]["security"],
    });
    let schemas = &mut document["components"]["schemas"];
    let values = schemas["channel_enum_channel_type"]["enum"].as_array_mut().expect("values");
    values.push("broadcast".into());
    let properties = schemas["chat.v3.channel"]["properties"].as_object_mut().expect("properties");
    properties.shift_remove("unique_name").expect("a property");
    pretty(&document)
}

#[test]
fn a_change_becomes_a_commit_and_the_text_that_readme_shows() {
    let place = repository();
    place.write(THERE, &changed());
    let run = regenerate(&place, &["target/new"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let title = "The documents have changed: major (1 breaking, 2 additive, 1 documentation)";
    assert_eq!(place.read("target/pull-request/title"), format!("{title}\n"));
    let text = text(&place);
    assert!(README.contains(&format!("```markdown\n{text}```\n")), "README shows not:\n{text}");

    assert_eq!(git(&place, &["log", "--format=%s", "main..bindery/regenerate"]), title);
    assert_eq!(git(&place, &["status", "--porcelain"]), "");
    let committed = git(&place, &["diff", "--name-only", "main", "bindery/regenerate"]);
    let committed: Vec<&str> = committed.lines().collect();
    for name in [HERE, "client/CHANGELOG.md", "client/Cargo.toml", "client/bindery.lock"] {
        assert!(committed.contains(&name), "{name} is not in {committed:?}");
    }
    assert!(place.read("client/CHANGELOG.md").contains("\n## 0.2.0\n\n### Breaking\n"));
    place.done(&["check"]);
}

#[test]
fn without_a_change_there_is_no_branch_and_no_text() {
    let place = repository();
    let document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    for text in [DOCUMENT, &document.to_string(), &pretty(&reversed(document.clone()))] {
        place.write(THERE, text);
        let run = regenerate(&place, &["target/new"]);
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        assert!(run.out.ends_with("the crates are as they were\n"), "{}", run.out);
        assert!(!place.path("target/pull-request").exists());
        assert_eq!(git(&place, &["branch", "--format=%(refname:short)"]), "main");
        assert_eq!(git(&place, &["status", "--porcelain"]), "");
    }
}

#[test]
fn what_moves_the_lock_alone_is_no_change() {
    let place = repository();
    let exclude = "\n[[crate.document.exclude]]\noperation = \"FetchChannel\"\nreason = \"none\"\n";
    let mut document: Value = serde_json::from_str(&changed()).expect("JSON");
    place.write(HERE, &pretty(&document));
    place.write("bindery.toml", &format!("{CONFIGURATION}{exclude}"));
    place.done(&["generate"]);
    place.commit();
    let operation = &mut document["paths"]["/v3/Services/{ServiceSid}/Channels/{Sid}"]["get"];
    operation["description"] = "Nobody sees this.".into();
    place.write(THERE, &pretty(&document));
    let run = regenerate(&place, &["target/new"]);
    assert!(run.out.contains("0 new, 1 changed, 0 removed"), "{}", run.out);
    assert!(run.out.ends_with("the crates are as they were\n"), "{}{}", run.out, run.err);
}

#[test]
fn a_failing_test_is_told_to_the_reviewer() {
    let place = repository();
    place.write(THERE, &changed());
    tests(&place, "echo '```'; echo \"$@ is red\" >&2; exit 101");
    assert_eq!(regenerate(&place, &["target/new"]).code, Some(0));
    let text = text(&place);
    assert!(text.ends_with("`cargo test` fails:\n\n    ```\n    test is red\n"), "{text}");
    assert_eq!(git(&place, &["rev-parse", "--abbrev-ref", "HEAD"]), "bindery/regenerate");
}

#[test]
fn documents_come_and_go_by_a_command() {
    let place = repository();
    let book = |path: &str| CONFIGURATION.replace("specs/twilio_chat_v3.json", path);
    place.write("target/bindery.toml", &book("specs/books.json"));
    let fetch = "mv books.json specs && rm specs/twilio_chat_v3.json && mv target/bindery.toml .";
    let run = regenerate(&place, &["sh", "-c", fetch]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let text = text(&place);
    assert!(text.contains("- **module `chat_v3` is gone**\n"), "{text}");
    assert!(text.contains("- **module `books` is new**\n"), "{text}");
    let changelog = place.read("client/CHANGELOG.md");
    for line in ["## 0.2.0", "- module `chat_v3` is gone: do without it"] {
        assert!(changelog.lines().any(|it| it == line), "{changelog}");
    }
}

#[test]
fn a_document_that_makes_a_crate_must_be_there_and_another_stays_as_it_is() {
    let place = repository();
    place.write("specs/books.json", BOOKS);
    place.commit();
    place.write(THERE, DOCUMENT);
    let run = regenerate(&place, &["target/new"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert!(run.err.contains("books.json is not there, specs/books.json stays"), "{}", run.err);

    fs::remove_file(place.path(THERE)).expect("a document");
    for source in [&["target/new"][..], &["rm", HERE], &["target/nowhere"]] {
        let run = regenerate(&place, source);
        assert_eq!(run.code, Some(2), "{}{}", run.out, run.err);
        place.git(&["reset", "-q", "--hard"]);
    }
    let run = regenerate(&place, &["target/new"]);
    assert!(
        run.err
            .contains(&format!("not there, though bindery.toml has a crate made of it: {THERE}")),
        "{}",
        run.err
    );
    assert_eq!(git(&place, &["branch", "--format=%(refname:short)"]), "main");
}

#[test]
fn what_tests_leave_behind_is_not_committed() {
    let place = repository();
    place.write(THERE, &changed());
    tests(&place, "echo left >left; echo >>client/Cargo.toml");
    assert_eq!(regenerate(&place, &["target/new"]).code, Some(0));
    let committed = git(&place, &["show", "--name-only", "--format="]);
    assert!(!committed.lines().any(|it| it == "left"), "{committed}");
    assert_eq!(git(&place, &["status", "--porcelain"]), " M client/Cargo.toml\n?? left");
}

#[test]
fn a_text_that_is_too_long_is_cut_and_says_so() {
    let place = repository();
    place.write(THERE, &changed());
    tests(&place, "for i in $(seq 40); do printf 'é%.0s' $(seq 2000); echo; done; exit 1");
    assert_eq!(regenerate(&place, &["target/new"]).code, Some(0));
    let body = place.read("target/pull-request/body.md");
    assert!(body.len() > 60_000 && body.chars().count() <= 65_536, "{}", body.len());
    assert!(body.contains("## Tests\n"), "{body}");
    assert!(body.lines().last().is_some_and(|it| it.starts_with("The rest is cut")), "{body}");
}

/// A branch that was pushed, to which somebody has added a commit.
#[test]
fn commits_of_others_that_are_overwritten_are_named() {
    let place = repository();
    place.write(THERE, &changed());
    place.git(&["init", "-q", "--bare", "target/origin"]);
    place.git(&["remote", "add", "origin", "target/origin"]);
    let replaces = || place.read("target/pull-request/replaces");
    regenerate(&place, &["target/new"]);
    assert_eq!(replaces(), "");
    place.git(&["push", "-q", "origin", "bindery/regenerate"]);
    let again = || {
        place.git(&["switch", "-q", "main"]);
        place.git(&["branch", "-q", "-D", "bindery/regenerate"]);
        regenerate(&place, &["target/new"]);
        place.read("target/pull-request/body.md")
    };
    assert!(!again().contains("## Replaced"));
    assert_eq!(replaces(), git(&place, &["rev-parse", "origin/bindery/regenerate"]) + "\n");

    place.git(&["commit", "-q", "--allow-empty", "-m", "Mend `all`"]);
    place.git(&["push", "-q", "--force", "origin", "bindery/regenerate"]);
    let short = git(&place, &["rev-parse", "--short", "HEAD"]);
    let body = again();
    let line = format!("\n- `{short} Mend all, of a`\n");
    assert!(body.contains("## Replaced\n") && body.contains(&line), "{body}");
    assert_eq!(body.matches("\n- `").count(), 1, "{body}");
}

#[test]
fn a_pull_request_is_checked_also_when_its_documents_cannot_be_compared() {
    let check = WORKFLOWS[0].split("- name: ").last().expect("a step");
    assert!(
        check.contains("if: ${{ !cancelled() &&") && check.contains("bindery check"),
        "{check}"
    );
}

#[test]
fn nothing_is_pushed_over_what_nobody_has_looked_at() {
    let pushes: Vec<_> = WORKFLOWS[1].lines().filter(|it| it.contains("git push")).collect();
    assert!(!pushes.is_empty());
    for push in pushes {
        assert!(push.contains("--force-with-lease=\"$BRANCH:$(<target/pull-request/replaces)\""));
    }
}

#[test]
fn nothing_is_committed_of_a_faulty_document_or_over_open_changes() {
    let place = repository();
    place.write(THERE, FAULTY);
    let run = regenerate(&place, &["target/new"]);
    assert_eq!(run.code, Some(2), "{}{}", run.out, run.err);
    assert!(run.err.contains("error[E0207]") && run.err.contains(HERE), "{}", run.err);
    let run = regenerate(&place, &["target/new"]);
    assert_eq!(run.code, Some(2), "{}{}", run.out, run.err);
    assert!(run.err.contains("changes that are not committed"), "{}", run.err);
    assert_eq!(git(&place, &["branch", "--format=%(refname:short)"]), "main");
}

#[test]
fn workflows_name_their_actions_by_commit_and_give_their_shells_no_text() {
    for workflow in WORKFLOWS {
        let (mut actions, mut in_script) = (0, None);
        for line in workflow.lines() {
            let indent = line.len() - line.trim_start().len();
            in_script = in_script.filter(|start| indent > *start);
            let code = line.trim_start().trim_start_matches("- ");
            if let Some((_, commit)) = code.strip_prefix("uses: ").and_then(|it| it.split_once('@'))
            {
                let (hash, version) = commit.split_once(" # v").expect("a version");
                assert!(hash.len() == 40 && version.split('.').count() == 3, "{line}");
                actions += 1;
            }
            if code.starts_with("run:") {
                in_script = Some(indent);
            }
            assert!(in_script.is_none() || !line.contains("${{"), "{line}");
        }
        assert!(actions > 0);
        assert!(workflow.contains("\npermissions:"));
    }
}
