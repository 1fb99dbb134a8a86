//! Crates that share a runtime, and one that uses them.

use bindery::config::{Order, split};
use bindery::pipeline::{Input, Job, make};
use bindery::render::Dates;
use bindery::write::{carry_out, plan};

use super::Folder;

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
time = { version = "0.3", default-features = false }
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
    let created = opened.expect("a channel").date_created.expect("a date");
    let created: time::OffsetDateTime = created.timestamp().expect("an instant");
    assert_eq!((created.year(), created.offset()), (2024, time::UtcOffset::UTC));
    let error: twilio_flex_v1::Error =
        ChatV3::new(&client).channels(service).update(channel).send().await.expect_err("no chat");
    assert!(format!("{error:?}").contains("/v3/Services/"), "{error:?}");
    assert_eq!((chat.calls().len(), flex.calls().len()), (1, 1));
}
"#;

fn order(folder: &Folder, name: &str, documents: &[&str]) -> Order {
    let inputs: Vec<_> = documents.iter().map(|path| Input::file(path.as_ref())).collect();
    let job = Job { tests: !inputs.is_empty(), ..Job::of(name, inputs) };
    Order::new(job, folder.0.join(name), name.to_owned())
}

fn pass(folder: &Folder, arguments: &[&str]) {
    let output = folder.cargo(arguments);
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {out}{err}");
}

/// One test, because it is the building that takes time.
#[test]
fn crates_that_share_a_runtime_share_a_client_and_pass_their_tests() {
    let folder = Folder::new("split");
    let clients = vec![
        order(&folder, "twilio-chat-v3", &["specs/twilio_chat_v3.json"]),
        order(&folder, "twilio-flex-v1", &["specs/twilio_flex_v1.json"]),
    ];
    let mut runtime = order(&folder, "twilio-runtime", &[]);
    runtime.job.dates = Dates::Time;
    for order in split(clients, runtime).expect("crates of different names") {
        let made = make(&order.job).expect("a crate");
        let plan = plan(&order.out, made.files, &made.inputs).expect("a plan");
        carry_out(&order.out, &plan).expect("a folder that can be written");
    }
    folder.write("Cargo.toml", WORKSPACE);
    folder.write("app/Cargo.toml", MANIFEST);
    folder.write("app/src/lib.rs", "");
    folder.write("app/tests/clients.rs", APP);
    pass(&folder, &["clippy", "--workspace", "--all-features", "--quiet", "--", "-D", "warnings"]);
    pass(&folder, &["test", "--workspace", "--quiet"]);
}
