use super::runtime::{Auth, Client, ClientBuilder, ErrorKind};
use super::server::Server;

const DOMAIN: &str = "example.invalid";

/// The URL that a call to `server` asks a proxy for.
async fn target(builder: ClientBuilder, server: &'static str) -> String {
    let proxy = Server::answering_json(&["{}"]).await;
    let http = reqwest::Client::builder()
        .proxy(reqwest::Proxy::http(&proxy.url).expect("a proxy"))
        .build()
        .expect("an HTTP client");
    let client = builder.transport(http).build().expect("a client");
    client.api(server, Auth::None).get("/things").send_empty().await.expect("a response");
    proxy.received()[0].target().to_owned()
}

fn labels(edge: Option<&str>, region: Option<&str>) -> ClientBuilder {
    let mut builder = Client::builder();
    if let Some(region) = region {
        builder = builder.host_label(DOMAIN, 1, region);
    }
    if let Some(edge) = edge {
        builder = builder.host_label(DOMAIN, 0, edge).default_host_label(DOMAIN, 1, "us1");
    }
    builder
}

#[tokio::test]
async fn labels_stand_between_the_product_and_the_domain() {
    for (edge, region, host) in [
        (None, None, "api.example.invalid"),
        (None, Some("ie1"), "api.ie1.example.invalid"),
        (Some("dublin"), None, "api.dublin.us1.example.invalid"),
        (Some("dublin"), Some("ie1"), "api.dublin.ie1.example.invalid"),
    ] {
        let target = target(labels(edge, region), "http://api.example.invalid").await;
        assert_eq!(target, format!("http://{host}/things"));
    }
}

#[tokio::test]
async fn hosts_of_another_kind_stay_as_they_are() {
    for server in [
        "http://api.au1.example.invalid",
        "http://example.invalid",
        "http://api.example.invalid.evil.invalid",
        "http://apiexample.invalid",
    ] {
        let target = target(labels(Some("dublin"), Some("ie1")), server).await;
        assert_eq!(target, format!("{server}/things"));
    }
}

#[tokio::test]
async fn a_base_url_is_left_alone() {
    let server = Server::answering_json(&["{}"]).await;
    let builder = labels(Some("dublin"), None).base_url(&server.url);
    let client = builder.build().expect("a client");
    let call = client.api("http://api.example.invalid", Auth::None).get("/things");
    call.send_empty().await.expect("a response");
    assert_eq!(server.received()[0].target(), "/things");
}

#[test]
fn what_is_no_label_is_refused() {
    for label in ["", "a.b", "a/b", "a@b", "-a", "a-", "é", "evil.com#", &"a".repeat(64)] {
        let error = labels(None, Some(label)).build().expect_err(label);
        assert_eq!(error.kind(), ErrorKind::Config, "{label}");
    }
}
