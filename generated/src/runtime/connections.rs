//! The connections that a client makes, unless it is given a transport of its own.

use std::collections::BTreeMap;
use std::future::ready;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use reqwest::redirect::Policy;

use super::http_request::HttpRequest;
use super::http_response::HttpResponse;
use super::transport::{BoxFuture, Transport, TransportError};

/// So many limits have connections of their own at most; those of the shortest are given up first.
const KEPT: usize = 8;

/// Clients of reqwest by how long a connection may take to be made, which is a setting of the whole
/// of one.
pub(super) struct Connections(Mutex<BTreeMap<Duration, reqwest::Client>>);

impl Connections {
    /// The first client, with the limit that most calls have.
    pub(super) fn new(limit: Duration) -> reqwest::Result<Self> {
        Ok(Self(Mutex::new(BTreeMap::from([(limit, connect(limit)?)]))))
    }

    fn client(&self, limit: Duration) -> reqwest::Result<reqwest::Client> {
        // A map that a panic has left is as good as any.
        let mut clients = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(&limit) {
            return Ok(client.clone());
        }
        if clients.len() == KEPT {
            clients.pop_first();
        }
        let client = connect(limit)?;
        clients.insert(limit, client.clone());
        Ok(client)
    }
}

impl Transport for Connections {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        match self.client(request.connect_timeout) {
            Ok(client) => Box::pin(async move { client.send(request).await }),
            Err(error) => Box::pin(ready(Err(TransportError::new(error).unsent()))),
        }
    }
}

fn connect(limit: Duration) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().connect_timeout(limit).redirect(Policy::none()).build()
}
