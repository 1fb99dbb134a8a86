use super::runtime::{Auth, Client, ErrorKind, Variables};
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
    let received = sent(
        builder.build().expect("a client"),
        &server,
        Auth::First(&[Auth::Bearer, Auth::Basic]),
    )
    .await;
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
    assert!(error.to_string().ends_with("lacks credentials: set `basic_auth`"));
    let error = call.auth(Auth::Bearer).send_empty().await.expect_err("no token");
    assert!(error.to_string().ends_with("lacks credentials: set `bearer_auth`"));
    assert!(server.received().is_empty());
}

#[test]
fn each_missing_variable_is_named() {
    const TOKEN: Variables = Variables::Bearer("BINDERY_NO_TOKEN");
    for (all, missing) in [
        (
            &[Variables::Basic("BINDERY_NO_NAME", "BINDERY_NO_PASSWORD")][..],
            "BINDERY_NO_NAME and BINDERY_NO_PASSWORD",
        ),
        (&[Variables::Basic("CARGO_MANIFEST_DIR", "BINDERY_NO_PASSWORD")], "BINDERY_NO_PASSWORD"),
        (&[TOKEN, Variables::Key("k", "BINDERY_NO_KEY")], "BINDERY_NO_TOKEN, or BINDERY_NO_KEY"),
    ] {
        let error = Client::builder().credentials_from_env(all).expect_err("not set");
        assert_eq!(error.to_string(), format!("not set in the environment: {missing}"));
    }
}

#[test]
fn credentials_whose_variables_are_set_are_enough() {
    let all = [Variables::Bearer("CARGO_PKG_NAME"), Variables::Key("k", "BINDERY_NO_KEY")];
    let builder = Client::builder().credentials_from_env(&all).expect("a token");
    let client = builder.build().expect("a client");
    let call = client.api(DOCUMENT, Auth::Bearer).get("/things").send_empty();
    let token = &call.http_request().expect("a request").headers["authorization"];
    assert_eq!(token, "Bearer bindery-runtime");
}

#[test]
fn credentials_that_cannot_be_sent_are_refused() {
    let builder = Client::builder().basic_auth("a:b", "c");
    assert_eq!(builder.build().expect_err("a colon").kind(), ErrorKind::Config);
    let builder = Client::builder().bearer_auth("a\r\nb");
    assert_eq!(builder.build().expect_err("a break").kind(), ErrorKind::Config);
}
