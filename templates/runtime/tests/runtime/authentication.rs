use super::runtime::{Auth, Client, ErrorKind};
use super::server::{DOCUMENT, Received, Server};

async fn sent(client: Client, server: &Server, auth: Auth) -> Received {
    let call = client.api(DOCUMENT, auth).get("/things");
    call.send_empty().await.expect("a response");
    server.received()[0].clone()
}

#[tokio::test]
async fn basic_is_base64_of_name_and_password() {
    let server = Server::answering_json(&["{}"]).await;
    let received = sent(server.client(), &server, Auth::Basic).await;
    assert_eq!(received.header("authorization"), Some("Basic QUMxOmh1bnRlcjI="));
}

#[tokio::test]
async fn bearer_is_the_token() {
    let server = Server::answering_json(&["{}"]).await;
    let builder = Client::builder().base_url(&server.url).bearer_auth("t0ken");
    let received = sent(builder.build().expect("a client"), &server, Auth::Any).await;
    assert_eq!(received.header("authorization"), Some("Bearer t0ken"));
}

#[tokio::test]
async fn an_operation_without_security_gets_no_credentials() {
    let server = Server::answering_json(&["{}"]).await;
    let received = sent(server.client(), &server, Auth::None).await;
    assert_eq!(received.header("authorization"), None);
}

#[tokio::test]
async fn what_is_missing_is_said_before_anything_is_sent() {
    let server = Server::answering_json(&[]).await;
    let client = Client::builder().base_url(&server.url).build().expect("a client");
    let call = client.api(DOCUMENT, Auth::Basic).get("/things");
    let error = call.clone().send_empty().await.expect_err("no credentials");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().ends_with("no user name and password: set `basic_auth`"));
    let error = call.auth(Auth::Bearer).send_empty().await.expect_err("no token");
    assert!(error.to_string().ends_with("no token: set `bearer_auth`"));
    assert!(server.received().is_empty());
}

#[test]
fn each_missing_variable_is_named() {
    let builder = Client::builder().basic_auth_from_env("BINDERY_NO_NAME", "BINDERY_NO_PASSWORD");
    assert_eq!(
        builder.expect_err("not set").to_string(),
        "not set in the environment: BINDERY_NO_NAME and BINDERY_NO_PASSWORD"
    );
    let builder =
        Client::builder().basic_auth_from_env("CARGO_MANIFEST_DIR", "BINDERY_NO_PASSWORD");
    assert_eq!(
        builder.expect_err("not set").to_string(),
        "not set in the environment: BINDERY_NO_PASSWORD"
    );
}

#[test]
fn credentials_that_cannot_be_sent_are_refused() {
    let builder = Client::builder().basic_auth("a:b", "c");
    assert_eq!(builder.build().expect_err("a colon").kind(), ErrorKind::Config);
    let builder = Client::builder().bearer_auth("a\r\nb");
    assert_eq!(builder.build().expect_err("a break").kind(), ErrorKind::Config);
}
