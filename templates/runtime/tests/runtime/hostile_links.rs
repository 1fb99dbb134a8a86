use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::runtime::{Auth, Client, Error, ErrorKind, HttpResponse, StatusCode};
use super::server::{DOCUMENT, Server, Trap};
use super::transports::Script;

/// What a client does with a link to the next page.
#[derive(Clone, Copy)]
enum Follows {
    /// It asks the server that it was configured with for this path and query.
    Home(&'static str),
    /// It takes the list for finished.
    Nothing,
    /// It says that the list cannot be read on.
    Error,
}

use Follows::{Error as Refuses, Home, Nothing};

/// Links from a server that lies, or that somebody lies for. `EVIL` is the address of a trap, whose
/// names lead there too.
const LINKS: [(&str, &str, Follows); 21] = [
    ("another host", "http://evil.invalid:EVIL/p?Page=1", Home("/p?Page=1")),
    ("another port", "http://127.0.0.1:EVIL/p?Page=1", Home("/p?Page=1")),
    ("another scheme", "https://127.0.0.1:EVIL/p?Page=1", Home("/p?Page=1")),
    ("no scheme", "//evil.invalid:EVIL/p?Page=1", Home("/p?Page=1")),
    ("too many slashes", "http:////evil.invalid:EVIL/p?Page=1", Home("/p?Page=1")),
    ("the own host as a user", "http://127.0.0.1@evil.invalid:EVIL/p?Page=1", Home("/p?Page=1")),
    ("a password", "http://AC1:hunter2@evil.invalid:EVIL/p?Page=1", Home("/p?Page=1")),
    ("the own host as labels", "http://127.0.0.1.evil.invalid:EVIL/p", Home("/p")),
    ("backslashes", "\\\\evil.invalid:EVIL\\p", Home("/p")),
    ("a slash and a backslash", "/\\evil.invalid:EVIL/p", Home("/p")),
    ("control characters", "\u{1}ht\ttp:/\n/evil.invalid:EVIL/p", Home("/p")),
    ("a path that climbs", "http://evil.invalid:EVIL/../%2e%2e/p", Home("/p")),
    ("a port of 0", "http://127.0.0.1:0/p", Home("/p")),
    ("a port that is too long", "http://127.0.0.1:EVIL0/p", Refuses),
    ("a script", "javascript:fetch('//evil.invalid:EVIL/p')", Refuses),
    ("a file", "file://evil.invalid/p", Refuses),
    ("a scheme of its own", "evil://evil.invalid:EVIL/p", Refuses),
    ("a path", "/p?Page=1", Home("/p?Page=1")),
    ("a query", "?Page=1", Home("/things?Page=1")),
    ("a fragment", "#Page=1", Refuses),
    ("an empty text", "", Nothing),
];

fn page(next: &str) -> String {
    json!({"things": [1], "meta": {"next_page_url": next}}).to_string()
}

/// A client with credentials to lose, for which the names of the trap lead there.
fn client(server: &Server, trap: &Trap) -> Client {
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .resolve("evil.invalid", trap.address())
        .resolve("127.0.0.1.evil.invalid", trap.address());
    Client::builder()
        .base_url(&server.url)
        .basic_auth("AC1", "hunter2")
        .attempt_timeout(Duration::from_secs(1))
        .max_retries(0)
        .transport(http.build().expect("an HTTP client"))
        .build()
        .expect("a client")
}

/// Reads a list to its end, and gives the number of its items.
async fn read(client: &Client) -> Result<usize, Error> {
    let call = client.api(DOCUMENT, Auth::Basic).get("/things");
    let mut items = call.items::<i64>("things", "meta.next_page_url");
    let mut number = 0;
    while items.try_next().await?.is_some() {
        number += 1;
    }
    Ok(number)
}

#[tokio::test]
async fn no_link_to_the_next_page_leads_away_from_home() {
    for (name, link, follows) in LINKS {
        let trap = Trap::new();
        let link = link.replace("EVIL", &trap.address().port().to_string());
        let server = Server::answering_json(&[&page(&link), &page("")]).await;
        let outcome = read(&client(&server, &trap)).await;
        assert_eq!(trap.hits(), 0, "{name}");
        let received = server.received();
        let asked: Vec<&str> = received.iter().map(|it| it.target()).collect();
        match follows {
            Home(target) => assert_eq!(asked, ["/things", target], "{name}"),
            Nothing | Refuses => assert_eq!(asked, ["/things"], "{name}"),
        }
        match follows {
            Home(_) => assert_eq!(outcome.expect(name), 2),
            Nothing => assert_eq!(outcome.expect(name), 1),
            Refuses => assert_eq!(outcome.expect_err(name).kind(), ErrorKind::Decode, "{name}"),
        }
    }
}

#[tokio::test]
async fn a_link_does_not_climb_out_of_the_path_of_the_base_url() {
    for link in
        ["evil:/a\\..\\..\\admin", "/../admin", "http:\\\\evil.invalid\\..\\admin", "../../admin"]
    {
        let server = Server::answering_json(&[&page(link), &page("")]).await;
        let client = Client::builder().base_url(format!("{}/proxy", server.url)).build();
        let call = client.expect("a client").api(DOCUMENT, Auth::None).get("/things");
        let mut items = call.items::<i64>("things", "meta.next_page_url");
        while let Ok(Some(_)) = items.try_next().await {}
        for request in server.received() {
            assert!(request.target().starts_with("/proxy/"), "{link}: {}", request.target());
        }
    }
}

#[tokio::test]
async fn a_link_without_tls_does_not_take_it_from_the_client() {
    let pages = [page(""), page("http://api.example.invalid/p")];
    let script = Script::of(pages.map(|page| Ok(HttpResponse::new(StatusCode::OK, page))).into());
    let client = Client::builder().basic_auth("AC1", "hunter2").transport(Arc::clone(&script));
    assert_eq!(read(&client.build().expect("a client")).await.expect("a list"), 2);
    let sent = script.sent.lock().expect("no panic");
    let urls: Vec<&str> = sent.iter().map(|it| it.url.as_str()).collect();
    assert_eq!(urls, ["https://api.example.invalid/things", "https://api.example.invalid/p"]);
}
