use super::runtime::{Auth, Client, ErrorKind};
use super::server::{DOCUMENT, Server};

const NASTY: [&str; 10] = [
    "a/b",
    "../../etc",
    "%2E%2E",
    "%2f",
    "a\\b",
    "a?b#c",
    "a;b=c:d@e",
    " \t\r\n",
    "...",
    "ünï\u{202e}",
];

#[tokio::test]
async fn a_value_is_one_segment_whatever_it_holds() {
    for value in NASTY {
        let server = Server::answering_json(&["{}"]).await;
        let api = server.client().api(DOCUMENT, Auth::None).with("Parent", value);
        let call = api.get("/v1/{Parent}/Things/{Sid}.json").path("Sid", value);
        call.send_empty().await.expect("a response");
        let target = server.received()[0].target().to_owned();
        let segments: Vec<&str> = target.split('/').collect();
        assert_eq!(segments.len(), 5, "{target}");
        assert!(segments[4].ends_with(".json") && !target.contains(['?', '\\']), "{target}");
    }
}

#[tokio::test]
async fn all_but_unreserved_characters_are_encoded() {
    let server = Server::answering_json(&["{}"]).await;
    let api = server.client().api(DOCUMENT, Auth::None);
    let call = api.get("/{id}").path("id", "aZ0-._~ +%/é");
    call.send_empty().await.expect("a response");
    assert_eq!(server.received()[0].target(), "/aZ0-._~%20%2B%25%2F%C3%A9");
}

#[tokio::test]
async fn a_value_that_would_vanish_or_climb_is_refused_by_name() {
    let server = Server::answering_json(&[]).await;
    let api = server.client().api(DOCUMENT, Auth::None);
    for value in ["", ".", ".."] {
        let call = api.delete("/things/{Sid}").path("Sid", value);
        let error = call.send_empty().await.expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::Request);
        assert_eq!(error.to_string(), "DELETE /things/{Sid}: `Sid` must not be empty, `.` or `..`");
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn two_values_cannot_climb_together() {
    let server = Server::answering_json(&[]).await;
    let api = server.client().api(DOCUMENT, Auth::None);
    let call = api.get("/things/.{extension}").path("extension", ".");
    assert_eq!(call.send_empty().await.expect_err("refused").kind(), ErrorKind::Request);
    let call = api.get("/things/{a}{b}").path("a", ".").path("b", ".");
    assert_eq!(call.send_empty().await.expect_err("refused").kind(), ErrorKind::Request);
}

#[tokio::test]
async fn a_parameter_without_a_value_is_named() {
    let api = Server::answering_json(&[]).await.client().api(DOCUMENT, Auth::None);
    let error = api.get("/things/{Sid}").send_empty().await.expect_err("refused");
    assert_eq!(
        error.to_string(),
        "GET /things/{Sid}: `Sid` has no value, neither in the call nor in the client"
    );
}

#[tokio::test]
async fn a_base_url_may_have_a_path() {
    let server = Server::answering_json(&["{}"]).await;
    let client = super::runtime::Client::builder()
        .base_url(format!("{}/proxy/", server.url))
        .build()
        .expect("a client");
    let call = client.api(DOCUMENT, Auth::None).get("/v1/things");
    call.send_empty().await.expect("a response");
    assert_eq!(server.received()[0].target(), "/proxy/v1/things");
}

#[tokio::test]
async fn the_client_has_values_for_calls_that_are_given_none() {
    let server = Server::answering_json(&["{}", "{}", "{}"]).await;
    let builder = Client::builder().base_url(&server.url).parameter("Account", "A/1");
    let api = builder.build().expect("a client").api(DOCUMENT, Auth::None);
    let call = api.get("/accounts/{Account}/things");
    call.clone().send_empty().await.expect("a response");
    call.path("Account", "A2").send_empty().await.expect("a response");
    let group = api.with("Account", "A3");
    group.get("/accounts/{Account}").send_empty().await.expect("a response");
    let targets: Vec<_> = server.received().iter().map(|it| it.target().to_owned()).collect();
    assert_eq!(targets, ["/accounts/A%2F1/things", "/accounts/A2/things", "/accounts/A3"]);
}
