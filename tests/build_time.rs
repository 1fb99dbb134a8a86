//! The client that the build script makes is the committed one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bindery_acceptance::twilio::Client;
use bindery_acceptance::twilio::chat_v3::ChannelType;
use serde_json::json;
use wiremock::matchers::{body_string, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

/// The files below a folder, by their paths in it.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            let inside = self::files(&path).into_iter();
            files.extend(inside.map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            files.insert(name, fs::read_to_string(&path).expect("text"));
        }
    }
    files
}

/// A build script calls a document by its file's name, `bindery.toml` by its path.
fn with_file_names(text: &str) -> String {
    text.replace("specs/twilio_", "twilio_")
}

#[test]
fn the_modules_are_those_of_the_committed_crate() {
    let built = files(&Path::new(env!("OUT_DIR")).join("twilio/src"));
    let mut committed = files(Path::new("generated/src"));
    committed.remove("lib.rs").expect("the root, which differs");
    committed.remove("webhooks.rs").expect("a feature, which a build script has none of");
    committed.retain(|path, _| !path.starts_with("fake/"));
    assert!(built.keys().eq(committed.keys()), "{:?} {:?}", built.keys(), committed.keys());
    for (path, text) in &built {
        assert!(*text == with_file_names(&committed[path]), "{path} differs");
    }
}

const SERVICE: &str = "IS00000000000000000000000000000001";

#[tokio::test]
async fn a_call_arrives_and_is_answered() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/v3/Services/IS00000000000000000000000000000001/Channels/CH1"))
        .and(body_string("Type=private"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"sid": "CH1"})))
        .mount(&server)
        .await;
    let client = Client::builder().base_url(server.uri()).basic_auth("AC1", "secret");
    let channels = client.build().expect("a client").chat_v3().channels(SERVICE);
    let update = channels.update("CH1").r#type(ChannelType::Private);
    assert_eq!(update.send().await.expect("a channel").sid.as_deref(), Some("CH1"));
}
