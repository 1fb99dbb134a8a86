//! Values that are refused before anything is sent.

use serde_json::json;

use super::runtime::{Auth, Call, Client, ErrorKind, Sid, joined, many};
use super::server::DOCUMENT;
use super::transports::Script;

type Account = Sid<'A', 'C'>;

const VALID: &str = "AC23097b05e1fd61dfe2a4e3519fb34c20";
const NONE: &str = "not an account";

fn client() -> Client {
    Script::of(Vec::new()).client()
}

fn call() -> Call {
    client().api(DOCUMENT, Auth::None).post("/{Account}")
}

/// Why a call is refused, if it is.
fn refusal(call: Call) -> Option<String> {
    let error = call.send_empty().http_request().err()?;
    assert_eq!(error.kind(), ErrorKind::Request);
    Some(error.to_string())
}

#[test]
fn parameters_of_one_name_in_several_places_are_several_parameters() {
    let account = |text| Account::from(text);
    assert_eq!(
        refusal(call().path("Account", account(VALID)).form("Account", account(VALID))),
        None
    );
    for refused in [
        call().path("Account", account(NONE)).form("Account", account(VALID)),
        call().path("Account", account(VALID)).form("Account", account(NONE)),
        call().path("Account", account(NONE)).query("Account", account(VALID)),
        call()
            .path("Account", account(VALID))
            .header("Account", account(NONE))
            .cookie("Account", VALID),
    ] {
        let told = refusal(refused).expect("one is no account");
        assert!(told.contains("`Account`") && !told.contains(NONE), "{told}");
    }
}

#[test]
fn a_value_takes_the_place_of_one_that_was_refused() {
    let call = call().path("Account", Account::from(NONE)).path("Account", Account::from(VALID));
    assert_eq!(refusal(call), None);
}

#[test]
fn one_value_of_a_list_is_enough() {
    let accounts = || many::<Account>([VALID, NONE]);
    let call = || call().path("Account", VALID);
    assert!(refusal(call().query_all("Accounts", accounts())).is_some());
    assert!(refusal(call().form_all("Accounts", accounts())).is_some());
    assert!(refusal(call().query("Accounts", joined(accounts()))).is_some());
    assert_eq!(refusal(call().query("Accounts", joined(many::<Account>([VALID, VALID])))), None);
}

#[test]
fn what_is_no_object_has_no_properties_to_send() {
    let spread = |value| refusal(call().path("Account", VALID).query_spread("near", value));
    assert!(spread(json!("here")).expect("text").contains("`near` must be an object"));
    assert_eq!(spread(json!({"x": 1})), None);
}

#[test]
fn one_of_a_group_can_stand_anywhere() {
    let call = || call().path("Account", VALID);
    let one_of = |call: Call| refusal(call.one_of(&["Body", "X-Body"]));
    assert!(one_of(call()).expect("none is set").contains("`Body` or `X-Body` must be given"));
    assert_eq!(one_of(call().header("X-Body", "1")), None);
    assert_eq!(one_of(call().query("Body", "1")), None);
    assert_eq!(one_of(call().cookie("Body", "1")), None);
    assert_eq!(one_of(call().form("Body", "1")), None);
}

#[test]
fn a_value_for_all_calls_is_refused_when_the_client_is_made() {
    let builder = |text| Client::builder().parameter("Account", Account::from(text));
    let error = builder(NONE).build().expect_err("no account");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.to_string().contains("`Account`"), "{error}");
    assert!(builder(NONE).parameter("Account", VALID).build().is_ok());
}
