//! What those have whose crates share a runtime: real crates, which Cargo builds and tests.

use std::fs;
use std::path::Path;
use std::process::Command;

use bindery::config::{Order, split};
use bindery::pipeline::{Input, Job, make};
use bindery::render::{Package, Target};
use bindery::write::{carry_out, plan};

/// A workspace in this one's folder, so that what it depends on is built already.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/split");

const WORKSPACE: &str = r#"[workspace]
members = ["app", "twilio-chat-v3", "twilio-flex-v1", "twilio-runtime"]
resolver = "3"

[profile.dev]
debug = "line-tables-only"
"#;

const MANIFEST: &str = r#"[package]
name = "app"
version = "0.1.0"
edition = "2024"

[dependencies]
tokio = { version = "1", features = ["macros", "rt"] }
twilio-chat-v3 = { path = "../twilio-chat-v3", features = ["fake"] }
twilio-flex-v1 = { path = "../twilio-flex-v1", features = ["fake"] }
"#;

/// A client made by one crate is a client of the other; so is an error.
const APP: &str = r#"
use twilio_chat_v3::chat_v3::ChatV3;
use twilio_flex_v1::flex_v1::FlexV1;

#[tokio::test]
async fn one_client_leads_to_the_apis_of_all_crates() {
    let (chat, flex) = (twilio_chat_v3::fake::Fake::new(), twilio_flex_v1::fake::Fake::new());
    let service = "ISaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    let channel = "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    let answered = ChatV3::new(&chat.client()).channels(service).update(channel).send().await;
    assert_eq!(answered.expect("a channel").sid.map(|it| it.to_string()).as_deref(), Some(channel));
    let client: twilio_chat_v3::Client = flex.client();
    let opened = FlexV1::new(&client).channels().create("FOaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "id", "name", "friend").send().await;
    assert!(opened.is_ok(), "{opened:?}");
    let error: twilio_flex_v1::Error =
        ChatV3::new(&client).channels(service).update(channel).send().await.expect_err("no chat");
    assert!(format!("{error:?}").contains("/v3/Services/"), "{error:?}");
    assert_eq!((chat.calls().len(), flex.calls().len()), (1, 1));
}
"#;

fn order(name: &str, documents: &[&str]) -> Order {
    let inputs = documents.iter().map(|path| Input::file(path.as_ref())).collect();
    let (package, target) = (Package::default(), Target::Crate);
    let tests = !documents.is_empty();
    let (profile, all_schemas) = (None, false);
    let job = Job { name: name.to_owned(), inputs, package, profile, all_schemas, tests, target };
    Order::new(job, Path::new(FOLDER).join(name), name.to_owned())
}

fn write(name: &str, text: &str) {
    let path = Path::new(FOLDER).join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn cargo(arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO"));
    command.arg("--offline").args(arguments).current_dir(FOLDER);
    command.env("CARGO_TARGET_DIR", concat!(env!("CARGO_MANIFEST_DIR"), "/target"));
    let output = command.output().expect("cargo");
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {out}{err}");
}

/// One test, because it is the building that takes time.
#[test]
fn crates_that_share_a_runtime_share_a_client_and_pass_their_tests() {
    let clients = vec![
        order("twilio-chat-v3", &["specs/twilio_chat_v3.json"]),
        order("twilio-flex-v1", &["specs/twilio_flex_v1.json"]),
    ];
    for order in split(clients, order("twilio-runtime", &[])).expect("crates of different names") {
        let made = make(&order.job).expect("a crate");
        let plan = plan(&order.out, made.files, &made.inputs).expect("a plan");
        carry_out(&order.out, &plan).expect("a folder that can be written");
    }
    write("Cargo.toml", WORKSPACE);
    write("app/Cargo.toml", MANIFEST);
    write("app/src/lib.rs", "");
    write("app/tests/clients.rs", APP);
    fs::copy("Cargo.lock", Path::new(FOLDER).join("Cargo.lock")).expect("the versions");
    cargo(&["clippy", "--workspace", "--all-features", "--quiet", "--", "-D", "warnings"]);
    cargo(&["test", "--workspace", "--quiet"]);
}
