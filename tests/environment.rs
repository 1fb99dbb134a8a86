//! What a client of Twilio takes from its environment, seen from a process of its own.

use std::process::{Command, Output};

use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use twilio_client::{Client, ClientBuilder, Error};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

const ACCOUNT: (&str, &str) = ("TWILIO_ACCOUNT_SID", "AC23097b05e1fd61dfe2a4e3519fb34c20");
const TOKEN: (&str, &str) = ("TWILIO_AUTH_TOKEN", "t0ken");
const KEY: [(&str, &str); 2] = [("TWILIO_API_KEY", "SK1"), ("TWILIO_API_SECRET", "s3cret")];
const SERVER: &str = "BINDERY_TEST_SERVER";

/// What [`a_call_as_the_environment_says`] does with these variables and no others.
fn call(variables: &[(&str, &str)]) -> Output {
    let test = std::env::current_exe().expect("a path");
    Command::new(test)
        .args(["--ignored", "--exact", "--nocapture", "a_call_as_the_environment_says"])
        .env_clear()
        .envs(variables.iter().copied())
        .output()
        .expect("a process")
}

/// Runs in a process of its own. It prints its error, or what it would have sent was sent.
#[tokio::test]
#[ignore = "other tests run it with variables of theirs"]
async fn a_call_as_the_environment_says() {
    if let Err(error) = fetch().await {
        println!("error: {error}");
    }
}

async fn fetch() -> Result<(), Error> {
    let mut builder = ClientBuilder::from_env()?;
    if let Ok(server) = std::env::var(SERVER) {
        builder = builder.base_url(server);
    }
    let client: Client = builder.build()?;
    let service = "IS7aca59afb37454f4858c7587c1c1ec24";
    client.chat_v2().channels(service).fetch("lobby").send().await.map(drop)
}

/// The credentials of the call that these variables make.
async fn authorization(variables: &[(&str, &str)]) -> Option<String> {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(404)).mount(&server).await;
    call(&[variables, &[(SERVER, &server.uri())]].concat());
    let received = server.received_requests().await.expect("a server that keeps requests");
    let header = received.first()?.headers.get("authorization")?;
    Some(header.to_str().expect("text").to_owned())
}

/// The host that a call goes to, as a proxy is asked for it.
async fn host(variables: &[(&str, &str)]) -> String {
    let proxy = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}", proxy.local_addr().expect("an address"));
    let asked = tokio::spawn(async move {
        let (mut stream, _) = proxy.accept().await.expect("a connection");
        let mut bytes = vec![0; 1024];
        let read = stream.read(&mut bytes).await.expect("a request");
        String::from_utf8_lossy(&bytes[..read]).into_owned()
    });
    let variables = [&[ACCOUNT, TOKEN], variables, &[("HTTPS_PROXY", address.as_str())]].concat();
    let variables: Vec<(String, String)> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let call = tokio::task::spawn_blocking(move || {
        let variables: Vec<_> = variables.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        call(&variables)
    });
    call.await.expect("no panic");
    let asked = asked.await.expect("no panic");
    asked.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_comes_before_the_accounts_token() {
    let account = "Basic QUMyMzA5N2IwNWUxZmQ2MWRmZTJhNGUzNTE5ZmIzNGMyMDp0MGtlbg==";
    assert_eq!(authorization(&[ACCOUNT, TOKEN]).await.as_deref(), Some(account));
    let key = Some("Basic U0sxOnMzY3JldA==");
    let both = [ACCOUNT, TOKEN, KEY[0], KEY[1]];
    assert_eq!(authorization(&both).await.as_deref(), key);
    assert_eq!(authorization(&KEY).await.as_deref(), key);
    assert_eq!(authorization(&[ACCOUNT, TOKEN, KEY[0]]).await.as_deref(), Some(account));
}

#[test]
fn every_variable_that_is_missing_is_named() {
    for (variables, missing) in [
        (vec![], "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"),
        (vec![ACCOUNT], "TWILIO_AUTH_TOKEN"),
        (vec![TOKEN], "TWILIO_ACCOUNT_SID"),
        (vec![ACCOUNT, ("TWILIO_AUTH_TOKEN", "")], "TWILIO_AUTH_TOKEN"),
        (vec![KEY[0]], "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"),
    ] {
        let output = String::from_utf8(call(&variables).stdout).expect("text");
        let expected = format!("error: not set in the environment: {missing}\n");
        assert!(output.contains(&expected), "{output}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn region_and_edge_are_parts_of_the_host() {
    let region = ("TWILIO_REGION", "ie1");
    let edge = ("TWILIO_EDGE", "dublin");
    assert_eq!(host(&[]).await, "chat.twilio.com:443");
    assert_eq!(host(&[region]).await, "chat.ie1.twilio.com:443");
    assert_eq!(host(&[edge]).await, "chat.dublin.us1.twilio.com:443");
    assert_eq!(host(&[region, edge]).await, "chat.dublin.ie1.twilio.com:443");
}
