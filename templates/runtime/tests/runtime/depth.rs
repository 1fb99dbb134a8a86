//! Bodies that are nested more deeply than any that a server means.

use serde_json::Value;

use super::runtime::{Auth, ErrorKind, HttpResponse, StatusCode};
use super::server::DOCUMENT;
use super::transports::Script;

fn nested(open: &str, levels: usize, close: &str) -> String {
    [open.repeat(levels), "1".to_owned(), close.repeat(levels)].concat()
}

async fn answer(status: StatusCode, body: String) -> Result<Value, super::runtime::Error> {
    let script = Script::of(vec![Ok(HttpResponse::new(status, body))]);
    script.client().api(DOCUMENT, Auth::None).post("/things").send().await
}

#[tokio::test]
async fn a_body_of_127_levels_is_read_and_a_deeper_one_is_an_error() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        assert!(answer(StatusCode::OK, nested(open, 127, close)).await.is_ok());
        for levels in [128, 1_000_000] {
            let error =
                answer(StatusCode::OK, nested(open, levels, close)).await.expect_err("deep");
            assert_eq!(error.kind(), ErrorKind::Decode);
        }
    }
}

#[tokio::test]
async fn a_failure_is_one_however_deep_its_body_is() {
    let body = nested(r#"{"details":"#, 1_000_000, "}");
    let error = answer(StatusCode::BAD_REQUEST, body).await.expect_err("a failure");
    assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(400)));
}
