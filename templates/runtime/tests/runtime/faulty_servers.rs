use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::faults::{FAULTS, Fault, FaultyServer, STATUSES};
use super::runtime::{Api, Auth, Call, Client, ClientBuilder};

type Method = fn(&Api, &'static str) -> Call;

const METHODS: [(&str, Method); 6] = [
    ("DELETE", Api::delete),
    ("GET", Api::get),
    ("HEAD", Api::head),
    ("PATCH", Api::patch),
    ("POST", Api::post),
    ("PUT", Api::put),
];

/// The time limit of these calls.
const LIMIT: Duration = Duration::from_millis(100);
/// How long after its limit a call may end.
const GRACE: Duration = Duration::from_millis(250);
/// How often each method meets each fault.
const RUNS: usize = 20;

/// How long the longest call took, of one by each method.
async fn longest(fault: &'static Fault, limit: fn(ClientBuilder) -> ClientBuilder) -> Duration {
    let server = FaultyServer::with(fault).await;
    let client = limit(Client::builder().base_url(&server.url)).build().expect("a client");
    let mut calls = JoinSet::new();
    for (_, method) in METHODS {
        let call = method(&client.api("", Auth::None), "/things").send_empty();
        calls.spawn(async {
            let began = Instant::now();
            let _ = call.await;
            began.elapsed()
        });
    }
    calls.join_all().await.into_iter().max().expect("a call")
}

/// Gives a client one of its limits.
type SetLimit = fn(ClientBuilder) -> ClientBuilder;

#[tokio::test]
async fn every_call_ends_within_its_limit() {
    let limits: [(&str, SetLimit); 2] = [
        ("of the operation", |client| client.timeout(LIMIT)),
        ("of the attempt", |client| client.attempt_timeout(LIMIT).max_retries(0)),
    ];
    for (name, limit) in limits {
        let mut longest_of_all = Duration::ZERO;
        for fault in FAULTS {
            let longest = longest(fault, limit).await;
            assert!(longest <= LIMIT + GRACE, "{}, limit {name}: {longest:?}", fault.name);
            longest_of_all = longest_of_all.max(longest);
        }
        println!("limit {name}: {LIMIT:?}, the longest call: {longest_of_all:?}");
    }
}

#[tokio::test]
async fn a_connection_that_is_not_made_is_given_up() {
    let limit = |client: ClientBuilder| client.connect_timeout(LIMIT).max_retries(0);
    let longest = longest(&FAULTS[0], limit).await;
    assert!(longest >= LIMIT && longest <= LIMIT + GRACE, "{longest:?}");
}

/// A client that shares its connections with all that were given `http`, and nothing else.
fn api(server: &FaultyServer, http: &reqwest::Client) -> Api {
    let builder = Client::builder().base_url(&server.url).transport(http.clone());
    let builder = builder.attempt_timeout(LIMIT).backoff(Duration::ZERO);
    builder.build().expect("a client").api("", Auth::None)
}

fn http() -> reqwest::Client {
    let builder = reqwest::Client::builder().connect_timeout(LIMIT / 2);
    builder.redirect(reqwest::redirect::Policy::none()).build().expect("an HTTP client")
}

#[tokio::test]
async fn no_fault_makes_a_client_send_a_post_twice() {
    let (http, mut sent) = (http(), 0);
    for fault in FAULTS.iter().chain(STATUSES) {
        let server = FaultyServer::with(fault).await;
        let mut calls = JoinSet::new();
        for (name, method) in METHODS {
            for run in 0..RUNS {
                let call = method(&api(&server, &http), "/{call}");
                calls.spawn(call.path("call", format!("{name}{run}")).send_empty());
            }
        }
        calls.join_all().await;
        for (target, times) in server.arrivals() {
            let is_post = target.starts_with("/PO") || target.starts_with("/PA");
            let most = if is_post && !fault.name.contains(" 429 ") { 1 } else { 3 };
            assert!(times <= most, "{}: {target} arrived {times} times", fault.name);
            sent += times;
        }
    }
    println!("{sent} requests arrived");
}

#[tokio::test]
async fn a_server_that_always_fails_gets_one_request_a_call() {
    for fault in STATUSES {
        let server = FaultyServer::with(fault).await;
        let call = api(&server, &http()).get("/things");
        for _ in 0..50 {
            call.clone().send_empty().await.expect_err(fault.name);
        }
        let before = server.arrivals()["/things"];
        for _ in 0..100 {
            call.clone().send_empty().await.expect_err(fault.name);
        }
        let arrived = server.arrivals()["/things"] - before;
        assert!(arrived <= 120, "{}: {arrived} requests for 100 calls", fault.name);
    }
}
