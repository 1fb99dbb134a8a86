//! What holds for whatever text a caller has.

use percent_encoding::percent_decode_str;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::test_runner::{Config, TestRunner};

use super::runtime::{Api, Auth, Client, Error, ErrorKind, HttpRequest, Method};
use super::server::DOCUMENT;
use super::transports::Script;

/// How many texts each property is tried with.
const CASES: u32 = 2_000;

/// Any text, among it much of what parsers of URLs take for something else.
fn text() -> impl Strategy<Value = String> {
    let characters = vec(any::<char>(), 0..8).prop_map(String::from_iter);
    prop_oneof![characters, "[./%25eE\\\\a]{0,4}", "(%2[eE]|[.]){1,3}"]
}

/// Panics unless `holds` comes to its end with every value.
fn for_all<S: Strategy>(values: S, holds: impl Fn(S::Value)) {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&values, |value| {
        holds(value);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// An API whose requests go nowhere, with a value that the client has for all calls.
fn api(account: &str) -> Api {
    let builder = Client::builder().transport(Script::default()).parameter("Account", account);
    builder.build().expect("a client").api(DOCUMENT, Auth::None)
}

fn is_dropped(text: &str) -> bool {
    matches!(text, "" | "." | "..")
}

/// A request with values from the client, the group and the call.
fn with_segments(account: &str, group: &str, call: &str) -> Result<HttpRequest, Error> {
    let api = api(account).with("Group", group);
    let call = api.get("/v1/{Account}/{Group}/things/{Call}.json").path("Call", call);
    call.send_empty().http_request()
}

#[test]
fn a_value_stays_in_its_segment() {
    for_all((text(), text(), text()), |(account, group, call)| {
        let values = [("Account", &account), ("Group", &group), ("Call", &call)];
        let first = values.iter().find(|(_, value)| is_dropped(value));
        let request = match (with_segments(&account, &group, &call), first) {
            (Ok(request), None) => request,
            (Err(error), Some((name, _))) => {
                assert_eq!(error.kind(), ErrorKind::Request);
                return assert!(error.to_string().contains(&format!("`{name}`")), "{error}");
            }
            (outcome, _) => panic!("{outcome:?}"),
        };
        let text = request.url.as_str();
        let target = text.strip_prefix(DOCUMENT).expect("the server of the document");
        assert!(target.bytes().all(|byte| byte.is_ascii_graphic()), "{target}");
        assert!(!target.contains(['?', '#', '\\']), "{target}");
        let segments: Vec<_> =
            target.split('/').map(|it| percent_decode_str(it).decode_utf8_lossy()).collect();
        assert_eq!(segments, ["", "v1", &*account, &*group, "things", &*format!("{call}.json")]);
        assert_eq!(url::Url::parse(text).expect("a URL"), request.url, "parsers leave it as it is");
    });
}

#[test]
fn two_values_stay_in_their_segment() {
    for_all((text(), text()), |(one, other)| {
        let call = api("A").get("/{One}{Other}/things").path("One", &one).path("Other", &other);
        let Ok(request) = call.send_empty().http_request() else {
            return assert!(is_dropped(&one) || is_dropped(&other));
        };
        let segments: Vec<&str> = request.url.path().split('/').collect();
        assert_eq!(segments.len(), 3, "{segments:?}");
        assert_eq!(percent_decode_str(segments[1]).decode_utf8_lossy(), one + &other);
    });
}

#[test]
fn a_header_is_one_line_or_refused_by_name() {
    let control = |character: char| character.is_ascii_control() && character != '\t';
    for_all(prop_oneof![text(), "[a\r\n\0]{0,3}"], |value| {
        let call = api("A").get("/things").header("X-Tag", &value);
        match call.send_empty().http_request() {
            Ok(request) => {
                assert!(!value.contains(control));
                let tags: Vec<_> = request.headers.get_all("X-Tag").iter().collect();
                assert_eq!(tags, [value.as_bytes()]);
            }
            Err(error) => {
                assert!(value.contains(control));
                assert_eq!(error.kind(), ErrorKind::Request);
                assert!(error.to_string().contains("`X-Tag`"), "{error}");
            }
        }
    });
}

#[test]
fn a_query_and_a_form_hold_what_they_were_given() {
    for_all((text(), text()), |(query, form)| {
        let call = api("A").post("/things").query("Q", &query).form("F", &form);
        let request = call.send_empty().http_request().expect("a request");
        assert_eq!((request.method, request.url.path()), (Method::POST, "/things"));
        assert!(request.url.query_pairs().eq([("Q".into(), query.into())]));
        let body = request.body.bytes().expect("in memory");
        let pairs = url::form_urlencoded::parse(&body);
        assert!(pairs.eq([("F".into(), form.into())]));
    });
}

#[test]
fn a_cookie_is_one_whatever_it_holds() {
    for_all(prop_oneof![text(), "[a=;,\"\r\n\0 ]{0,4}"], |value| {
        let call = api("A").get("/things").cookie("a", &value).cookie("b", "2");
        let headers = call.send_empty().http_request().expect("a request").headers;
        let cookies = headers["cookie"].to_str().expect("visible characters");
        let (first, second) = cookies.split_once("; ").expect("two cookies");
        assert!(!first.contains([';', ',', ' ', '"']) && second == "b=2", "{cookies}");
        let decoded = percent_decode_str(first.strip_prefix("a=").expect("its name"));
        assert_eq!(decoded.decode_utf8_lossy(), value);
    });
}
