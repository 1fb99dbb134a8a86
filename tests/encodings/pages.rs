//! A server whose lists have pages, and a client that reads them.

use bindery_acceptance::cases::{Client, Items};
use serde::Serialize;
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// A server whose lists have three pages of one thing each, by whatever leads to the next, and a fourth
/// without any.
pub struct Pages(MockServer);

impl Pages {
    pub async fn of(
        page: impl Fn(&str, usize) -> ResponseTemplate + Send + Sync + 'static,
    ) -> Self {
        let server = MockServer::start().await;
        let uri = server.uri();
        let answer = move |request: &Request| {
            let asked = |(_, value): (_, std::borrow::Cow<'_, str>)| value.parse::<usize>().ok();
            let this = request.url.query_pairs().find(|(name, _)| name != "limit").and_then(asked);
            page(&uri, this.unwrap_or_default())
        };
        Mock::given(any()).respond_with(answer).mount(&server).await;
        Self(server)
    }

    pub fn client(&self) -> Client {
        Client::builder().base_url(self.0.uri()).build().expect("a client")
    }

    /// The queries that were sent.
    pub async fn queries(&self) -> Vec<String> {
        let requests = self.0.received_requests().await.expect("requests");
        requests.iter().map(|it| it.url.query().unwrap_or_default().to_owned()).collect()
    }
}

pub async fn ids<T: Serialize>(mut things: Items<T>) -> Vec<String> {
    let mut ids = Vec::new();
    while let Some(thing) = things.try_next().await.expect("a thing") {
        let thing = serde_json::to_value(thing).expect("JSON");
        ids.push(thing["id"].as_str().expect("an id").to_owned());
    }
    ids
}

pub fn things(count: usize) -> Value {
    if count < 3 { json!([{ "id": count.to_string() }]) } else { json!([]) }
}

pub fn answer(body: Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(body)
}
