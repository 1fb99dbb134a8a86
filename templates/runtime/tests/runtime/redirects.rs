use super::runtime::{Auth, Client, Error};
use super::server::{DOCUMENT, Server, Trap, response};

/// The statuses that send a client elsewhere (RFC 9110, section 15.4).
const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];

/// Where to: `EVIL` is the port of a trap.
const TARGETS: [&str; 3] = ["/elsewhere", "http://127.0.0.1:EVIL/", "https://localhost:EVIL/"];

/// Sends a client elsewhere, and would answer it if it came back.
async fn sending(status: u16, target: &str) -> Server {
    let headers = format!("Location: {target}\r\nTwilio-Request-Id: RQ1\r\n");
    let redirect = response(&format!("{status} Elsewhere"), &headers, b"");
    Server::answering(vec![redirect, response("200 OK", "", b"")]).await
}

#[tokio::test]
async fn no_redirect_is_followed() {
    for status in STATUSES {
        for target in TARGETS {
            let trap = Trap::new();
            let target = target.replace("EVIL", &trap.address().port().to_string());
            for is_post in [false, true] {
                let server = sending(status, &target).await;
                let api = server.client().api(DOCUMENT, Auth::Basic);
                let call =
                    if is_post { api.post("/things").form("To", "x") } else { api.get("/things") };
                let error = call.send_empty().await.expect_err("a redirect is no success");
                assert_eq!((error.status(), error.request_id()), (Some(status), Some("RQ1")));
                assert_eq!(server.received().len(), 1, "{status} to {target}");
                assert_eq!(trap.hits(), 0, "{status} to {target}");
            }
        }
    }
}

#[tokio::test]
async fn a_redirect_that_the_document_has_is_an_answer() {
    for status in STATUSES {
        let trap = Trap::new();
        let target = format!("http://{}/", trap.address());
        let server = sending(status, &target).await;
        let call = server.client().api(DOCUMENT, Auth::Basic).get("/things").takes_redirects();
        let brought = call.send_location().response().await.expect("an answer");
        assert_eq!((brought.status.as_u16(), brought.value.as_str()), (status, &*target));
        assert_eq!((server.received().len(), trap.hits()), (1, 0), "{status}");
    }
}

#[tokio::test]
async fn a_redirect_of_who_gives_tokens_does_not_carry_the_secret_on() -> Result<(), Error> {
    let trap = Trap::new();
    let server = sending(307, &format!("http://{}/", trap.address())).await;
    let builder = Client::builder().base_url(&server.url).client_credentials("OQ1", "s3cret");
    let auth = Auth::ClientCredentials("https://iam.example.invalid/v1/token");
    let call = builder.build()?.api(DOCUMENT, auth).get("/things");
    let error = call.send_empty().await.expect_err("no token");
    assert_eq!(
        (error.path(), error.status()),
        (Some("https://iam.example.invalid/v1/token"), Some(307))
    );
    assert_eq!((server.received().len(), trap.hits()), (1, 0));
    Ok(())
}
