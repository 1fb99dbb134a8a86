//! API keys, credentials that go together, and alternatives.

use super::runtime::{Auth, Client, ClientBuilder, ErrorKind, HttpRequest, Result};
use super::server::{DOCUMENT, Server};

const HEADER: Auth = Auth::HeaderKey("h", "X-Key");
const QUERY: Auth = Auth::QueryKey("q", "api_key");
const COOKIE: Auth = Auth::CookieKey("c", "session");

fn request(builder: ClientBuilder, auth: Auth) -> Result<HttpRequest> {
    let api = builder.build().expect("a client").api(DOCUMENT, auth);
    api.get("/things").query("Q", "1").cookie("theme", "dark red;").send_empty().http_request()
}

/// What was sent: the query, and the headers `X-Key`, `Cookie` and `Authorization`.
fn sent(builder: ClientBuilder, auth: Auth) -> (String, [Option<String>; 3]) {
    let request = request(builder, auth).expect("a request");
    let header = |name| request.headers.get(name).map(|it| it.to_str().expect("text").to_owned());
    let query = request.url.query().unwrap_or_default().to_owned();
    (query, ["x-key", "cookie", "authorization"].map(header))
}

fn owned(query: &str, headers: [Option<&str>; 3]) -> (String, [Option<String>; 3]) {
    (query.to_owned(), headers.map(|it| it.map(str::to_owned)))
}

const THEME: Option<&str> = Some("theme=dark%20red%3B");

#[test]
fn a_key_goes_where_its_scheme_says() {
    let key = |scheme: &str| Client::builder().api_key_auth(scheme, "k=1/x");
    assert_eq!(sent(key("h"), HEADER), owned("Q=1", [Some("k=1/x"), THEME, None]));
    assert_eq!(sent(key("q"), QUERY), owned("Q=1&api_key=k%3D1%2Fx", [None, THEME, None]));
    let cookies = Some("theme=dark%20red%3B; session=k=1/x");
    assert_eq!(sent(key("c"), COOKIE), owned("Q=1", [None, cookies, None]));
}

#[test]
fn what_goes_together_is_sent_together() {
    const ALL: Auth = Auth::All(&[HEADER, QUERY, Auth::Bearer]);
    let one = Client::builder().api_key_auth("h", "1").api_key_auth("q", "2");
    let all = one.clone().bearer_auth("t0ken");
    assert_eq!(sent(all, ALL), owned("Q=1&api_key=2", [Some("1"), THEME, Some("Bearer t0ken")]));
    let error = request(one, ALL).expect_err("no token");
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (ErrorKind::Config, "the client lacks credentials: set `bearer_auth`")
    );
}

#[test]
fn of_alternatives_the_first_is_sent_that_the_client_has() {
    const FIRST: Auth = Auth::First(&[HEADER, Auth::All(&[QUERY, COOKIE]), Auth::Basic]);
    let basic = Client::builder().basic_auth("a", "b");
    let header = basic.clone().api_key_auth("h", "1").api_key_auth("q", "2");
    assert_eq!(sent(header, FIRST), owned("Q=1", [Some("1"), THEME, None]));
    let half = basic.api_key_auth("q", "2");
    assert_eq!(sent(half, FIRST), owned("Q=1", [None, THEME, Some("Basic YTpi")]));
    let error = request(Client::builder(), FIRST).expect_err("nothing");
    assert!(error.to_string().ends_with(
        "set `api_key_auth` for `h`, or `api_key_auth` for `q` and `api_key_auth` for `c`, or `basic_auth`"
    ), "{error}");
    const OPTIONAL: Auth = Auth::First(&[HEADER, Auth::None]);
    assert_eq!(sent(Client::builder(), OPTIONAL), owned("Q=1", [None, THEME, None]));
}

#[test]
fn a_key_that_cannot_be_sent_is_refused_and_not_told() {
    for (auth, scheme, key) in
        [(HEADER, "h", "s3cret\r\nX-A: b"), (COOKIE, "c", "s3cret;b"), (COOKIE, "c", "s3cret é")]
    {
        let error =
            request(Client::builder().api_key_auth(scheme, key), auth).expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
    }
}

#[tokio::test]
async fn every_page_has_the_key_once() {
    let server = Server::answering_json(&[
        r#"{"things": [1], "next": "/things?Page=1&api_key=of+the+server"}"#,
        r#"{"things": [2]}"#,
    ])
    .await;
    let client = Client::builder().base_url(&server.url).api_key_auth("q", "s3cret").build();
    let call = client.expect("a client").api(DOCUMENT, QUERY).get("/things");
    let mut things = call.items::<i64>("things", "next");
    while things.try_next().await.expect("a number").is_some() {}
    let targets: Vec<String> = server.received().iter().map(|it| it.target().to_owned()).collect();
    assert_eq!(targets, ["/things?api_key=s3cret", "/things?Page=1&api_key=s3cret"]);
}
