//! The calls of the cases, which the build script wrote, to a server of this test's own.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};

use bindery_acceptance::cases as client;
use serde_json::Value;
use wiremock::matchers::{any, method};
use wiremock::{Mock, MockServer, ResponseTemplate};

include!(concat!(env!("OUT_DIR"), "/cases/tests/contract/main.rs"));

/// What the calls left behind: how the run ended, and a line for each call.
struct Run {
    output: Output,
    lines: Vec<Value>,
}

impl Run {
    /// Runs the ignored tests of this file, those of one document if it is named.
    fn of(document: &str, environment: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("calls.jsonl");
        let this = std::env::current_exe().expect("this test");
        let mut command = Command::new(this);
        command.args([document, "--ignored"]).env("BINDERY_CONTRACT_OUT", &out);
        let output = command.envs(environment.iter().copied()).output().expect("a run");
        let text = fs::read_to_string(&out).unwrap_or_default();
        let lines = text.lines().map(|line| serde_json::from_str(line).expect("JSON"));
        Self { output, lines: lines.collect() }
    }

    fn printed(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }

    /// How many calls had which outcome.
    fn outcomes(&self) -> BTreeMap<&str, usize> {
        let mut outcomes = BTreeMap::new();
        for line in &self.lines {
            *outcomes.entry(line["outcome"].as_str().expect("a word")).or_default() += 1;
        }
        outcomes
    }
}

/// A server that answers every request in the same way.
async fn server(response: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(response).mount(&server).await;
    server
}

#[tokio::test(flavor = "multi_thread")]
async fn every_call_of_every_case_is_sent_and_what_is_refused_fails() {
    let server = server(ResponseTemplate::new(422).set_body_string("no")).await;
    for mode in ["required", "all"] {
        let url = server.uri();
        let environment = [("BINDERY_CONTRACT_URL", url.as_str()), ("BINDERY_CONTRACT_MODE", mode)];
        let run = Run::of("", &environment);
        assert!(!run.output.status.success());
        assert_eq!(Vec::from_iter(run.outcomes().into_keys()), ["refused"], "{}", run.printed());
        let line = &run.lines[0];
        assert_eq!(
            (&line["status"], &line["body"], &line["mode"]),
            (&422.into(), &"no".into(), &mode.into())
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_accepted_passes_and_what_cannot_be_read_does_not() {
    let server = server(ResponseTemplate::new(200).set_body_string("[]")).await;
    let url = server.uri();
    let run = Run::of("tested_examples", &[("BINDERY_CONTRACT_URL", &url)]);
    assert_eq!(run.outcomes(), BTreeMap::from([("accepted", 2), ("unreadable", 2)]));
    assert!(
        run.printed().contains("tested_examples: 2 of 4 operations accepted"),
        "{}",
        run.printed()
    );

    let chosen =
        [("BINDERY_CONTRACT_URL", url.as_str()), ("BINDERY_CONTRACT_OPERATION", "listParcels")];
    let run = Run::of("tested_examples", &chosen);
    assert!(run.output.status.success(), "{}", run.printed());
    assert_eq!(run.outcomes(), BTreeMap::from([("accepted", 1)]));
}

#[test]
fn without_a_server_nothing_passes() {
    let run = Run::of("tested_examples", &[]);
    assert!(!run.output.status.success());
    assert!(run.printed().contains("not run: BINDERY_CONTRACT_URL"), "{}", run.printed());
    assert!(run.lines.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_sets_what_is_required_or_everything() {
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(204);
    Mock::given(method("POST")).respond_with(response).mount(&server).await;
    let url = server.uri();
    for mode in ["required", "all"] {
        let environment = [
            ("BINDERY_CONTRACT_URL", url.as_str()),
            ("BINDERY_CONTRACT_OPERATION", "changeOrder"),
            ("BINDERY_CONTRACT_MODE", mode),
        ];
        let run = Run::of("tested_values", &environment);
        assert!(run.output.status.success(), "{}", run.printed());
    }
    let requests = server.received_requests().await.expect("requests");
    let bodies: Vec<_> = requests.iter().map(|it| String::from_utf8_lossy(&it.body)).collect();
    assert_eq!(bodies[0], "To=ann%40example.com");
    let all = "To=ann%40example.com&Notes=only+one&Extra=%7B%22boxes%22%3A2%7D&State=lost\
               &Callback=https%3A%2F%2Fexample.com%2Fdefault";
    assert_eq!(bodies[1], all);
}
