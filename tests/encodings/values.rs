//! Values that the document lists, and those that go one way only.

use bindery_acceptance::cases::enums::{Alert, GetReportDays, ReportDrift};
use bindery_acceptance::cases::read_only::{Account, Owner};
use serde_json::json;

use super::{answering_json, only, text_of};

#[tokio::test]
async fn an_integer_that_the_document_lists_has_a_name() {
    let (server, client) = answering_json(json!({"alert": 10, "drift": -1})).await;
    let get = client.enums().reports().get("north").days(GetReportDays::N7);
    let report = get.alerts([Alert::None, Alert::from(4)]).send().await.expect("a report");
    assert_eq!(only(&server).await.url.query(), Some("days=7&alerts=-1&alerts=4"));
    assert_eq!(
        (report.alert, report.drift),
        (Some(Alert::SevereWarning), Some(ReportDrift::Minus1))
    );
}

#[tokio::test]
async fn a_request_has_nothing_that_only_responses_have() {
    let answer = json!({"id": "7", "name": "Ada", "kind": "account",
                        "owner": {"since": "2026-01-31", "email": "a@example.com"}});
    let (server, client) = answering_json(answer).await;
    let account = Account::new("Ada".to_owned(), "pass".to_owned(), Owner::new("a@b.c".to_owned()));
    let created = client.read_only().accounts().create(account).send().await.expect("an account");
    let body = r#"{"name":"Ada","password":"pass","owner":{"email":"a@b.c"}}"#;
    assert_eq!(text_of(&server).await, body);
    assert_eq!((created.id.as_deref(), created.password), (Some("7"), None));
    assert!(created.owner.since.is_some());
}
