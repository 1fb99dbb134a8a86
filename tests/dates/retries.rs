//! Until when a server asks to be left alone.

use std::time::{Duration, SystemTime};

use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::forms::forms;

#[tokio::test]
async fn a_date_that_is_past_is_no_pause_and_one_far_ahead_is_not_waited_for() {
    let soon = SystemTime::now() + Duration::from_secs(50);
    for form in forms() {
        for (asked, attempts) in [
            ("Wed, 21 Oct 2015 07:28:00 GMT".to_owned(), 2),
            ("0000-01-01T00:00:00+23:59".to_owned(), 2),
            ("9999-12-30T22:00:00Z".to_owned(), 1),
            ((form.time)(soon), 1),
        ] {
            let server = MockServer::start().await;
            let busy = ResponseTemplate::new(503).insert_header("Retry-After", asked.as_str());
            Mock::given(any()).respond_with(busy).mount(&server).await;
            assert_eq!((form.attempts)(server.uri()).await, attempts, "{}: {asked}", form.name);
        }
    }
}
