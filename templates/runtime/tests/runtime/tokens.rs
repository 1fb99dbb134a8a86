use super::runtime::{Auth, Client, ErrorKind};
use super::server::{DOCUMENT, Server, json};

const TOKENS: Auth = Auth::ClientCredentials("https://iam.example.invalid/v1/token");

fn client(server: &Server) -> Client {
    let builder = Client::builder().base_url(&server.url).client_credentials("OQ1", "s3cret");
    builder.build().expect("a client")
}

fn lines(server: &Server) -> Vec<String> {
    let received = server.received();
    received.iter().map(|it| it.head.lines().next().unwrap_or_default().to_owned()).collect()
}

const POST: &str = "POST /v1/token HTTP/1.1";
const GET: &str = "GET /things HTTP/1.1";

#[tokio::test]
async fn a_token_is_fetched_once_and_sent_with_every_call() {
    let token = r#"{"access_token": "t0ken", "token_type": "BEARER", "expires_in": 3600}"#;
    let server = Server::answering_json(&[token, "{}", "{}"]).await;
    let api = client(&server).api(DOCUMENT, TOKENS);
    for _ in 0..2 {
        api.get("/things").send_empty().await.expect("a response");
    }
    assert_eq!(lines(&server), [POST, GET, GET]);
    let received = server.received();
    let form = "grant_type=client_credentials&client_id=OQ1&client_secret=s3cret";
    assert_eq!(received[0].body, form);
    assert_eq!(received[0].header("authorization"), None);
    for call in &received[1..] {
        assert_eq!(call.header("authorization"), Some("Bearer t0ken"));
    }
}

#[tokio::test]
async fn calls_that_start_together_wait_for_one_token() {
    let token = r#"{"access_token": "t0ken", "expires_in": 3600}"#;
    let mut answers = vec![token];
    answers.resize(101, "{}");
    let server = Server::answering_json(&answers).await;
    let api = client(&server).api(DOCUMENT, TOKENS);
    let calls = (0..100).map(|_| tokio::spawn(api.get("/things").send_empty()));
    for call in calls.collect::<Vec<_>>() {
        call.await.expect("no panic").expect("a response");
    }
    assert_eq!(lines(&server).iter().filter(|line| *line == POST).count(), 1);
    assert_eq!(lines(&server).len(), 101);
}

#[tokio::test]
async fn a_token_near_its_end_is_not_sent() {
    let token = r#"{"access_token": "t0ken", "expires_in": 30}"#;
    let server = Server::answering_json(&[token, "{}", token, "{}"]).await;
    let api = client(&server).api(DOCUMENT, TOKENS);
    for _ in 0..2 {
        api.get("/things").send_empty().await.expect("a response");
    }
    assert_eq!(lines(&server), [POST, GET, POST, GET]);
}

#[tokio::test]
async fn who_stops_waiting_takes_nothing_from_the_others() {
    let token = r#"{"access_token": "t0ken", "expires_in": 3600}"#;
    let server = Server::answering_json(&[token, "{}"]).await;
    let api = client(&server).api(DOCUMENT, TOKENS);
    let mut first = Box::pin(api.get("/things").send_empty());
    let polled = std::future::poll_fn(|context| {
        std::task::Poll::Ready(first.as_mut().poll(context).is_pending())
    });
    assert!(polled.await, "the token is on its way");
    drop(first);
    api.get("/things").send_empty().await.expect("a response");
}

#[tokio::test]
async fn a_token_that_is_refused_is_an_error_of_the_server_and_asked_for_again() {
    let refused = json("401 Unauthorized", r#"{"code": 20003, "message": "No"}"#);
    let token = r#"{"access_token": "t0ken", "expires_in": 3600}"#;
    let server =
        Server::answering(vec![refused, json("200 OK", token), json("200 OK", "{}")]).await;
    let api = client(&server).api(DOCUMENT, TOKENS);
    let error = api.get("/things").send_empty().await.expect_err("no token");
    assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(401)));
    assert_eq!(
        error.to_string(),
        "POST https://iam.example.invalid/v1/token: status 401: code 20003"
    );
    api.get("/things").send_empty().await.expect("a response");
    assert_eq!(lines(&server), [POST, POST, GET]);
}

#[tokio::test]
async fn a_token_that_a_call_was_refused_with_is_not_sent_again() {
    let token = |text| format!(r#"{{"access_token": "{text}", "expires_in": 3600}}"#);
    let refused = json("401 Unauthorized", "{}");
    let ok = |body: &str| json("200 OK", body);
    let answers = vec![ok(&token("old")), refused, ok(&token("new")), ok("{}"), ok("{}")];
    let server = Server::answering(answers).await;
    let api = client(&server).api(DOCUMENT, TOKENS);
    let error = api.post("/things").send_empty().await.expect_err("it was revoked");
    assert_eq!((error.status(), error.attempts()), (Some(401), 1));
    for _ in 0..2 {
        api.get("/things").send_empty().await.expect("a response");
    }
    let received = server.received();
    let sent: Vec<_> = received.iter().filter_map(|it| it.header("authorization")).collect();
    assert_eq!(sent, ["Bearer old", "Bearer new", "Bearer new"]);
}

#[tokio::test]
async fn an_answer_without_a_token_is_an_error() {
    let other = r#"{"access_token": "t0ken", "token_type": "mac", "expires_in": 3600}"#;
    for body in ["{}", "[]", r#"{"access_token": 7}"#, other] {
        let server = Server::answering_json(&[body]).await;
        let call = client(&server).api(DOCUMENT, TOKENS).get("/things");
        let error = call.send_empty().await.expect_err("no token");
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}

#[tokio::test]
async fn a_token_of_the_callers_own_comes_first() {
    let server = Server::answering_json(&["{}"]).await;
    let builder = Client::builder().base_url(&server.url).bearer_auth("own");
    let call = builder.build().expect("a client").api(DOCUMENT, TOKENS).get("/things");
    call.send_empty().await.expect("a response");
    assert_eq!(server.received()[0].header("authorization"), Some("Bearer own"));
}

#[tokio::test]
async fn what_a_token_needs_is_said_before_anything_is_sent() {
    let server = Server::answering_json(&[]).await;
    let call = server.client().api(DOCUMENT, TOKENS).get("/things");
    let error = call.send_empty().await.expect_err("no credentials");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(server.received().is_empty());
}
