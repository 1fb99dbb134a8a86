//! What clients read from responses of failure of which each status says something else.

use bindery_acceptance::cases::failures_by_status::{
    Absence, Accident, CreateKilnFailure, DeleteKilnFailure, GetKilnFailure, HeatKilnFailure,
    HeatKilnFault, Kilns,
};
use bindery_acceptance::cases::{ApiError, Client, Result};
use serde_json::json;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// The kilns of a server that always answers with this.
async fn kilns(status: u16, body: &str) -> (MockServer, Kilns) {
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(status).set_body_string(body);
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::builder().base_url(server.uri()).max_retries(0).build();
    (server, client.expect("a client").failures_by_status().kilns())
}

/// What the server said of a call that it did not carry out.
fn said<T>(result: Result<T>) -> ApiError {
    let error = result.map(drop).expect_err("a failure");
    error.api_error().expect("what the server said").clone()
}

async fn created(status: u16, body: &str) -> ApiError {
    let (_server, kilns) = kilns(status, body).await;
    said(kilns.create().send().await)
}

async fn got(status: u16, body: &str) -> ApiError {
    let (_server, kilns) = kilns(status, body).await;
    said(kilns.get("7").send().await)
}

#[tokio::test]
async fn the_status_says_what_a_failure_is() {
    let create = async |status, body| created(status, body).await.failure_as::<CreateKilnFailure>();
    let flaw = create(400, r#"{"glaze": "blue"}"#).await.expect("a flaw");
    assert!(matches!(&flaw, CreateKilnFailure::BadRequest(it) if it.glaze == "blue"), "{flaw:?}");
    let absence = create(404, r#"{"nearest": "8"}"#).await.expect("an absence");
    let nearest = |it: &Absence| it.nearest.as_deref() == Some("8");
    assert!(matches!(&absence, CreateKilnFailure::NotFound(it) if nearest(it)), "{absence:?}");
    assert_eq!(create(409, "hot").await, Ok(CreateKilnFailure::Conflict));
}

#[tokio::test]
async fn ranges_come_after_statuses_and_default_comes_last() {
    let create = async |status, body| created(status, body).await.failure_as::<CreateKilnFailure>();
    for status in [401, 499] {
        let told = create(status, r#"{"glaze": "blue"}"#).await;
        assert_eq!(told, Ok(CreateKilnFailure::ClientError(r#"{"glaze": "blue"}"#.to_owned())));
    }
    let accident = create(500, r#"{"victims": 0}"#).await.expect("an accident");
    let nobody = |it: &Accident| it.victims == Some(0);
    assert!(matches!(&accident, CreateKilnFailure::Other(it) if nobody(it)), "{accident:?}");
}

#[tokio::test]
async fn bodies_without_a_schema_of_their_own_are_read_too() {
    let get = async |status, body| got(status, body).await.failure_as::<GetKilnFailure>();
    let gone = get(404, r#"{"moved_to": "8"}"#).await.expect("a new place");
    assert!(matches!(&gone, GetKilnFailure::NotFound(it) if it.moved_to == "8"), "{gone:?}");
    assert_eq!(get(418, "[1]").await, Ok(GetKilnFailure::Status418(json!([1]))));
    assert_eq!(get(429, "[1, 2]").await, Ok(GetKilnFailure::TooManyRequests(vec![1, 2])));
    let burning = Ok(GetKilnFailure::ServerError("<p>fire</p>".to_owned()));
    assert_eq!(get(500, "<p>fire</p>").await, burning);
    assert_eq!(get(403, "no").await, Ok(GetKilnFailure::Other));
}

#[tokio::test]
async fn a_body_that_is_not_what_its_status_promises_is_an_error() {
    let error = created(400, "{}").await.failure_as::<CreateKilnFailure>();
    assert_eq!(error.expect_err("no glaze").path, "glaze");
    let error = created(404, "<p>not found</p>").await.failure_as::<CreateKilnFailure>();
    assert_eq!(error.expect_err("no JSON").expected, "JSON");
}

#[tokio::test]
async fn calls_that_fail_alike_share_an_enum() {
    let (_server, kilns) = kilns(409, "").await;
    let failure: DeleteKilnFailure =
        said(kilns.delete("7").send().await).failure_as().expect("a conflict");
    assert_eq!(failure, CreateKilnFailure::Conflict);
}

#[tokio::test]
async fn a_name_that_a_schema_has_is_not_taken_from_it() {
    let (_server, kilns) = kilns(507, r#"{"missing": 3}"#).await;
    let failure = said(kilns.heat("7").send().await).failure_as::<HeatKilnFault>();
    let failure = failure.expect("no wood");
    let three = |it: &HeatKilnFailure| it.missing == Some(3);
    assert!(matches!(&failure, HeatKilnFault::InsufficientStorage(it) if three(it)), "{failure:?}");
}
