use super::runtime::{Auth, Client, ErrorKind, Method};
use super::server::Server;
use super::transports::Script;

#[tokio::test]
async fn a_call_of_no_document_is_a_call_like_another() {
    let server = Server::answering_json(&["7"]).await;
    let call = server.client().request(Method::PUT, "https://api.example.com/v4/things/{id}");
    let number: i64 =
        call.path("id", "a/b").query("Q", "1").form("To", "x").send().await.expect("7");
    let received = &server.received()[0];
    assert_eq!((number, received.target()), (7, "/v4/things/a%2Fb?Q=1"));
    assert!(received.head.starts_with("PUT "));
    assert_eq!(received.header("authorization"), Some("Basic QUMxOmh1bnRlcjI="));
    assert_eq!(received.body, "To=x");
}

#[test]
fn it_goes_where_its_template_says() {
    let client = Script::of(Vec::new()).client();
    for (template, url) in [
        ("https://api.example.com/things", "https://api.example.com/things"),
        ("http://[::1]:8080/a/b", "http://[::1]:8080/a/b"),
        ("https://api.example.com", "https://api.example.com/"),
        ("https://api.example.com/?a=b", "https://api.example.com/%3Fa=b"),
    ] {
        let request = client.request(Method::GET, template).send_empty().http_request();
        assert_eq!(request.expect("a request").url.as_str(), url);
    }
}

#[test]
fn it_needs_a_server() {
    for template in
        ["/things", "things", "", "ftp://example.com/things", "https://me:secret@example.com/"]
    {
        let client = Script::of(Vec::new()).client();
        let call = client.request(Method::GET, template).send_empty();
        let error = call.http_request().expect_err("no server");
        assert_eq!(error.kind(), ErrorKind::Config, "{template}");
        assert!(!format!("{error:?}").contains("secret"), "{error:?}");
    }
}

#[test]
fn it_carries_the_credentials_that_there_are() {
    let template = "https://api.example.com/things";
    let builder = || Client::builder().transport(Script::of(Vec::new()));
    let authorization = |client: Client, auth: Option<Auth>| {
        let mut call = client.request(Method::GET, template);
        if let Some(auth) = auth {
            call = call.auth(auth);
        }
        let request = call.send_empty().http_request().expect("a request");
        request.headers.get("authorization").map(|it| it.to_str().expect("text").to_owned())
    };
    let none = builder().build().expect("a client");
    let basic = builder().basic_auth("AC1", "hunter2").build().expect("a client");
    let bearer = builder().bearer_auth("t0ken").build().expect("a client");
    assert_eq!(authorization(none, None), None);
    assert_eq!(authorization(basic.clone(), None).as_deref(), Some("Basic QUMxOmh1bnRlcjI="));
    assert_eq!(authorization(bearer, None).as_deref(), Some("Bearer t0ken"));
    assert_eq!(authorization(basic, Some(Auth::None)), None);
}

#[test]
fn debug_shows_no_key_of_a_callers_map() {
    let call = Script::of(Vec::new()).client().request(Method::POST, "https://example.com/things");
    let map = serde_json::json!({"s3cret": {"s3cret": 1}});
    let call = call.query_map("a", map.clone()).query_deep("b", map.clone());
    let call = call.query_spread("c", map.clone()).form_deep("d", map);
    let shown = format!("{call:?}");
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(shown.contains(r#"query: ["a", "b", "…"]"#) && shown.contains(r#"["d"]"#), "{shown}");
}

#[test]
fn a_url_inside_a_path_is_no_server() {
    let builder = Client::builder().base_url("https://api.example.com");
    let client = builder.transport(Script::of(Vec::new())).build().expect("a client");
    let request = client.request(Method::GET, "/proxy/https://example.org/x").send_empty();
    let url = request.http_request().expect("a request").url;
    assert_eq!(url.as_str(), "https://api.example.com/proxy/https://example.org/x");
}
