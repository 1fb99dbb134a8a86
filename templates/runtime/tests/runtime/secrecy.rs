use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use url::Url;

use super::canaries::{
    ACCOUNT, ANSWER, BODY, CLIENT_ID, CLIENT_SECRET, COOKIE, HEADER, KEY, PASSWORD, PATH, QUERY,
    TOKEN, USERNAME, assert_unseen, seen,
};
use super::runtime::{
    self, Api, Auth, Call, Client, ClientBuilder, Decoder, Encode, Error, HttpResponse, Sid,
    StatusCode, TransportError,
};
use super::server::{DOCUMENT, Server, json as json_response, response};
use super::tracing::Log;
use super::transports::Script;

const TOKENS: Auth = Auth::ClientCredentials("https://iam.example.invalid/v1/token");

/// A key wherever one can be sent.
const KEYS: Auth = Auth::All(&[
    Auth::HeaderKey("key", "X-Key"),
    Auth::QueryKey("key", "key"),
    Auth::CookieKey("key", "key"),
]);

/// What comes of a body that is a map of maps of booleans, and of hardly any other.
type Answer = BTreeMap<String, BTreeMap<String, bool>>;

/// A client with a user name and a password, and what it fetches tokens with.
fn builder(url: &str) -> ClientBuilder {
    let builder = Client::builder().base_url(url).max_retries(0).parameter("Account", ACCOUNT);
    let builder = builder.basic_auth(USERNAME, PASSWORD).api_key_auth("key", KEY);
    builder.client_credentials(CLIENT_ID, CLIENT_SECRET)
}

fn call(api: &Api) -> Call {
    let call = api.with("Group", PATH).post("/{Account}/{Group}/{Thing}.json");
    call.path("Thing", PATH).query("Q", QUERY).header("X-Tag", HEADER).cookie("tag", COOKIE)
}

/// The two kinds of requests: one with a form, one with JSON.
fn calls(api: &Api) -> [Call; 2] {
    [call(api).form("To", BODY), call(api).json_property("to", json!([{"number": BODY}]))]
}

/// A URL with secrets wherever one can hold some.
fn telltale() -> Url {
    let mut url = Url::parse("https://example.invalid").expect("a URL");
    url.set_username(USERNAME).and(url.set_password(Some(PASSWORD))).expect("credentials");
    url.set_path(ANSWER);
    url
}

/// All texts that an error has, those of its sources included.
fn texts(error: &Error) -> String {
    let mut texts = format!("{error}\n{error:?}\n{error:#?}");
    if let Some(said) = error.api_error() {
        texts.push_str(&format!("\n{said:?}"));
    }
    if let Some(refused) = error.decode_error() {
        texts.push_str(&format!("\n{refused}\n{refused:?}"));
    }
    let mut source = error.source();
    while let Some(error) = source {
        texts.push_str(&format!("\n{error}\n{error:?}"));
        source = error.source();
    }
    texts
}

/// What a server has received, as it could repeat it: as it came, and in plain.
async fn echoes(auth: Auth) -> Vec<String> {
    let mut echoes =
        vec![format!("{ACCOUNT}, {PATH}, '{QUERY}' {HEADER} {COOKIE} to={BODY}; {PASSWORD} {KEY}")];
    let server = Server::answering_json(&["{}", "{}"]).await;
    let client = builder(&server.url).bearer_auth(TOKEN).build().expect("a client");
    for call in calls(&client.api(DOCUMENT, auth)) {
        call.send_empty().await.expect("a response");
    }
    echoes.extend(server.received().iter().map(|it| format!("{}\r\n{}", it.head, it.body)));
    echoes
}

/// Answers that are no success, with what the server says of the request and what only it knows.
fn answers(echo: &str) -> Vec<Vec<u8>> {
    let all = format!("{echo} {ANSWER}");
    let refusal = json!({"code": 20001, "message": all, "title": all, "details": {"to": all},
                         "more_info": all, "type": all, "instance": all, "to": all});
    let ok = |body: &str| response("200 OK", "", body.as_bytes());
    let mut cut = ok(&all);
    cut.pop();
    vec![
        json_response("400 Bad Request", &refusal.to_string()),
        json_response("400 Bad Request", &json!({"title": all}).to_string()),
        response("502 Bad Gateway", "Content-Type: text/html\r\n", all.as_bytes()),
        response("307 Elsewhere", &format!("Location: /?{ANSWER}\r\n"), all.as_bytes()),
        ok(&all),
        ok(&json!(all).to_string()),
        ok(&json!({&all: &all}).to_string()),
        ok(&json!({&all: {&all: &all}}).to_string()),
        cut,
        all.into_bytes(),
    ]
}

#[tokio::test]
async fn the_canaries_are_seen_where_they_are_sent() {
    let sent = [ACCOUNT, PATH, QUERY, HEADER, COOKIE, BODY];
    for (auth, credentials) in
        [(Auth::Basic, &[USERNAME, PASSWORD][..]), (Auth::Bearer, &[TOKEN]), (KEYS, &[KEY])]
    {
        for echo in &echoes(auth).await[1..] {
            assert_eq!(seen(echo), [credentials, &sent].concat(), "{echo}");
        }
    }
}

#[tokio::test]
async fn an_error_repeats_nothing_of_the_request_or_the_response() {
    for auth in [Auth::Basic, Auth::Bearer, KEYS] {
        for answer in echoes(auth).await.iter().flat_map(|echo| answers(echo)) {
            let server = Server::answering(vec![answer.clone(), answer]).await;
            let client = builder(&server.url).bearer_auth(TOKEN).build().expect("a client");
            for call in calls(&client.api(DOCUMENT, auth)) {
                let error = call.send::<Answer>().await.expect_err("an error");
                assert_unseen(&texts(&error));
                let text = error.to_string();
                assert!(text.starts_with("POST /{Account}/{Group}/{Thing}.json: "), "{text}");
            }
        }
    }
}

#[tokio::test]
async fn nothing_secret_is_traced_at_any_level() {
    for auth in [Auth::Basic, Auth::Bearer, KEYS] {
        let (log, _guard) = Log::listen();
        for answer in answers(ANSWER) {
            let server = Server::answering(vec![answer.clone(), answer]).await;
            let client = builder(&server.url).bearer_auth(TOKEN).build().expect("a client");
            for call in calls(&client.api(DOCUMENT, auth)) {
                call.send::<Answer>().await.expect_err("an error");
            }
        }
        assert_eq!(log.spans().len(), 20);
        assert_unseen(&log.text());
    }
}

#[tokio::test]
async fn an_error_has_all_that_the_server_said_for_those_who_ask() {
    let echo = format!("To {BODY} is no number. Try 7.");
    let server = Server::answering(vec![answers(&echo).swap_remove(0)]).await;
    let client = builder(&server.url).build().expect("a client");
    let [call, _] = calls(&client.api(DOCUMENT, Auth::Basic));
    let error = call.send_empty().await.expect_err("a refusal");
    assert_eq!(
        error.to_string(),
        "POST /{Account}/{Group}/{Thing}.json: status 400: \
         code 20001"
    );
    assert!(error.api_error().expect("a refusal").message.starts_with(&echo));
    assert_eq!(seen(error.body().expect("a body")), [BODY, ANSWER]);
}

#[tokio::test]
async fn who_gives_no_token_is_not_repeated() {
    let form = [("client_id", CLIENT_ID), ("client_secret", CLIENT_SECRET)];
    let mut sent = url::form_urlencoded::Serializer::new(String::new());
    let echo = format!("{CLIENT_ID} {CLIENT_SECRET} {}", sent.extend_pairs(form).finish());
    assert_eq!(seen(&echo), [CLIENT_ID, CLIENT_SECRET]);
    for answer in answers(&echo) {
        let server = Server::answering(vec![answer]).await;
        let client = builder(&server.url).build().expect("a client");
        let error = call(&client.api(DOCUMENT, TOKENS)).send_empty().await.expect_err("no token");
        assert_unseen(&texts(&error));
    }
}

#[tokio::test]
async fn a_fetched_token_is_not_repeated() {
    let token = json!({"access_token": TOKEN}).to_string();
    let refusal = json!({"message": format!("Bearer {TOKEN}: no {TOKEN}")}).to_string();
    let refusal = json_response("401 Unauthorized", &refusal);
    let server = Server::answering(vec![json_response("200 OK", &token), refusal]).await;
    let client = builder(&server.url).build().expect("a client");
    let error = call(&client.api(DOCUMENT, TOKENS)).send_empty().await.expect_err("a refusal");
    assert_eq!(error.status(), Some(401));
    assert_unseen(&texts(&error));
}

#[tokio::test]
async fn a_page_is_not_repeated() {
    let next = |next: &str| json!({"things": [1], "meta": {"next_page_url": next}}).to_string();
    for page in [
        next(&format!("evil:{ANSWER}")),
        next(&format!("http://{ANSWER}/")),
        next(""),
        json!({"things": ANSWER}).to_string(),
    ] {
        let server = Server::answering_json(&[&page]).await;
        let call =
            call(&builder(&server.url).build().expect("a client").api(DOCUMENT, Auth::Basic));
        let mut items = call.items::<BTreeMap<String, bool>>("things", "meta.next_page_url");
        assert_unseen(&format!("{items:?}"));
        assert_unseen(&texts(&items.try_next().await.expect_err("no item")));
    }
}

#[tokio::test]
async fn a_page_of_items_that_no_document_names_shows_no_name() {
    let server = Server::answering_json(&[&json!({ANSWER: [ANSWER]}).to_string()]).await;
    let call = call(&builder(&server.url).build().expect("a client").api(DOCUMENT, Auth::Basic));
    let error = call.send_page::<bool>("things").await.expect_err("a text");
    assert_eq!(seen(&error.decode_error().expect("a path").path), [ANSWER]);
    assert_unseen(&texts(&error));
}

#[tokio::test]
async fn a_failure_of_the_connection_shows_no_url() {
    let url = Url::parse_with_params("http://127.0.0.1:1/", [("Q", QUERY)]).expect("a URL");
    let failed = reqwest::get(url).await.expect_err("nobody there");
    assert_eq!(seen(&failed.to_string()), [QUERY]);
    let script = Script::of(vec![Err(TransportError::new(failed))]);
    for builder in [builder("http://127.0.0.1:1"), builder(DOCUMENT).transport(script)] {
        let [call, _] = calls(&builder.build().expect("a client").api(DOCUMENT, Auth::Basic));
        let error = call.send_empty().await.expect_err("nobody there");
        assert!(error.source().is_some());
        assert_unseen(&texts(&error));
    }
}

#[test]
fn a_value_that_is_refused_is_not_shown() {
    let api = builder(DOCUMENT).build().expect("a client").api(DOCUMENT, Auth::Basic);
    let id: Sid<'C', 'H'> = BODY.into();
    for call in [
        call(&api).header("X-Tag", format!("{HEADER}\n")),
        call(&api).form("ChannelSid", id),
        call(&api).path("Thing", ".."),
        call(&api).auth(Auth::Bearer),
    ] {
        assert_unseen(&texts(&call.send_empty().http_request().expect_err("refused")));
    }
    for builder in [
        Client::builder().base_url(telltale()),
        Client::builder().base_url(ANSWER),
        Client::builder().user_agent(format!("{ANSWER}\n")),
        Client::builder().basic_auth(format!("{USERNAME}:"), PASSWORD),
        Client::builder().bearer_auth(format!("{TOKEN} \n")),
        Client::builder().host_label("example.invalid", 0, ANSWER),
    ] {
        assert_unseen(&texts(&builder.build().expect_err("refused")));
    }
}

#[tokio::test]
async fn debug_of_what_makes_a_request_shows_names_and_no_values() {
    let mut base_url = telltale();
    base_url.set_username("").and(base_url.set_password(None)).expect("a URL without credentials");
    let builder = builder(base_url.as_str());
    assert_unseen(&format!("{builder:?} {builder:#?}"));
    let client = builder.bearer_auth(TOKEN).build().expect("a client");
    assert_eq!(format!("{client:?}"), "Client { base_url: Some(\"https://example.invalid\"), .. }");
    let server: &'static str = String::leak(telltale().into());
    let api = client.api(server, Auth::Basic).with("Group", PATH);
    assert_eq!(
        format!("{api:?}"),
        "Api { server: Some(\"https://example.invalid\"), path: [\"Group\"], .. }"
    );
    for call in calls(&api) {
        let call = call.query_map("Tags", json!({BODY: BODY}));
        let request = call.clone().request::<Value>();
        let http = call.clone().send_empty().http_request().expect("a request");
        assert_unseen(&format!("{call:?} {call:#?} {request:?} {http:?}"));
        assert_unseen(&format!("{:?}", call.send_empty()));
    }
}

#[test]
fn headers_with_credentials_know_that_they_are_sensitive() {
    let client = builder(DOCUMENT).bearer_auth(TOKEN).build().expect("a client");
    for (auth, names) in [
        (Auth::Basic, &["authorization"][..]),
        (Auth::Bearer, &["authorization"]),
        (KEYS, &["x-key", "cookie"]),
    ] {
        let request = call(&client.api(DOCUMENT, auth)).send_empty().http_request();
        let headers = request.expect("a request").headers;
        assert!(names.iter().all(|name| headers[*name].is_sensitive()), "{auth:?}");
    }
}

#[test]
fn debug_of_a_call_has_these_names() {
    let client = builder(DOCUMENT).build().expect("a client");
    let [call, _] = calls(&client.api(DOCUMENT, Auth::Basic));
    assert_eq!(
        format!("{:?}", call.query_map("Tags", json!({"a": {"b": 1}}))),
        "Call { method: POST, path: \"/{Account}/{Group}/{Thing}.json\", query: [\"Q\", \"Tags\"], \
         headers: [\"X-Tag\"], cookies: [\"tag\"], form: Some([\"To\"]), .. }"
    );
}

#[tokio::test]
async fn debug_of_a_response_shows_no_header_and_no_body() {
    let headers = format!("Set-Cookie: {ANSWER}\r\nLocation: /?{ANSWER}\r\n");
    let body = json!({"things": [7], "next": ANSWER}).to_string();
    let server = Server::answering(vec![response("200 OK", &headers, body.as_bytes())]).await;
    let seen = Arc::new(Mutex::new(String::new()));
    let shown = Arc::clone(&seen);
    let builder = builder(&server.url).after_response(move |request, response| {
        *shown.lock().expect("no panic") = format!("{request:?} {response:?}");
    });
    let api = builder.build().expect("a client").api(DOCUMENT, Auth::Basic);
    let brought = call(&api).send::<runtime::Page<i64>>().response().await.expect("a page");
    assert_eq!(brought.value.envelope["next"], ANSWER);
    assert_unseen(&format!("{brought:?} {brought:#?}"));
    let seen = seen.lock().expect("no panic");
    assert!(seen.contains("set-cookie"), "{seen}");
    assert_unseen(&seen);
}

#[test]
fn debug_of_what_may_be_a_body_shows_nothing_of_it() {
    assert_unseen(&format!("{:?}", HttpResponse::new(StatusCode::OK, ANSWER)));
    assert_unseen(&format!("{:?}", TransportError::new("it broke")));
}

runtime::object! {
    /// Somebody.
    pub struct Person {
        #[personal]
        pub name: String,
        #[personal]
        pub numbers: Vec<String>,
        pub friend: Option<Box<Person>>,
    }
}

#[test]
fn debug_of_an_object_hides_what_is_personal_at_every_depth() {
    let person = json!({"name": ANSWER, "numbers": [ANSWER]});
    let person = json!({"name": ANSWER, "numbers": [ANSWER, BODY], "friend": person});
    let person: Person = Decoder::new().read(Some(person)).expect("a person");
    assert_eq!(seen(&person.encode().to_string()), [BODY, ANSWER]);
    assert_unseen(&format!("{person:?} {person:#?}"));
}
