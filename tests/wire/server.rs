//! A server on the loopback interface that answers as it is told and keeps what it received.

use serde_json::Value;
use twilio_client::{Client, ClientBuilder};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

pub const ACCOUNT: &str = "AC23097b05e1fd61dfe2a4e3519fb34c20";
pub const TOKEN: &str = "5ecr3t-t0ken";
pub const SERVICE: &str = "IS7aca59afb37454f4858c7587c1c1ec24";
pub const CHANNEL: &str = "CH4ddde97cd80de8e6a3676fa9d9a095f9";

pub struct Server(MockServer);

impl Server {
    /// Answers every request in the same way.
    pub async fn answering(response: ResponseTemplate) -> Self {
        let server = MockServer::start().await;
        Mock::given(any()).respond_with(response).mount(&server).await;
        Self(server)
    }

    /// Answers every request with this JSON.
    pub async fn answering_json(status: u16, body: &Value) -> Self {
        Self::answering(ResponseTemplate::new(status).set_body_json(body)).await
    }

    /// Answers the first request with the first body, and so on.
    pub async fn answering_in_turn(bodies: &[Value]) -> Self {
        let server = MockServer::start().await;
        for body in bodies {
            let response = ResponseTemplate::new(200).set_body_json(body);
            Mock::given(any()).respond_with(response).up_to_n_times(1).mount(&server).await;
        }
        Self(server)
    }

    pub fn url(&self) -> String {
        self.0.uri()
    }

    pub fn builder(&self) -> ClientBuilder {
        Client::builder().base_url(self.url()).basic_auth(ACCOUNT, TOKEN)
    }

    pub fn client(&self) -> Client {
        self.builder().build().expect("a client")
    }

    pub async fn received(&self) -> Vec<Received> {
        let requests = self.0.received_requests().await.expect("a server that keeps requests");
        requests.into_iter().map(Received).collect()
    }

    /// The one request that was made.
    pub async fn only(&self) -> Received {
        let [only] = <[_; 1]>::try_from(self.received().await).ok().expect("one request");
        only
    }
}

/// A request as it arrived.
pub struct Received(Request);

impl Received {
    /// The method, the path and the query, as they stood in the request line.
    pub fn line(&self) -> String {
        let path = self.0.url.path();
        match self.0.url.query() {
            Some(query) => format!("{} {path}?{query}", self.0.method),
            None => format!("{} {path}", self.0.method),
        }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.0.headers.get(name).map(|value| value.to_str().expect("text"))
    }

    pub fn body(&self) -> &str {
        std::str::from_utf8(&self.0.body).expect("UTF-8")
    }
}
