//! How the clients of the cases put values into a request, and what they read from an answer.

mod answers;
mod bodies;
mod failures;
mod headers;
mod names;
mod overrides;
mod pages;
mod paging;
mod parts;
mod streams;
mod styles;
mod tuples;
mod unions;
mod values;

use bindery_acceptance::cases::{Client, DateTime, ErrorKind, all_of, dates_and_uris};
use bindery_acceptance::cases::{
    form_body, header_parameters, json_body, maps, query_parameters, recursive_schemas, redirects,
    unexpressed,
};
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// A server that answers everything in the same way, and a client that calls it.
async fn answering(response: ResponseTemplate) -> (MockServer, Client) {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::builder().base_url(server.uri()).basic_auth("ada", "secret");
    let client = client.bearer_auth("token").build().expect("a client");
    (server, client)
}

async fn answering_json(body: Value) -> (MockServer, Client) {
    answering(ResponseTemplate::new(200).set_body_json(body)).await
}

/// The one request that was made.
async fn only(server: &MockServer) -> Request {
    let requests = server.received_requests().await.expect("a server that keeps requests");
    let [only] = <[Request; 1]>::try_from(requests).expect("one request");
    only
}

fn text(request: &Request) -> &str {
    std::str::from_utf8(&request.body).expect("UTF-8")
}

async fn text_of(server: &MockServer) -> String {
    text(&only(server).await).to_owned()
}

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.headers.get(name).map(|value| value.to_str().expect("text"))
}

#[tokio::test]
async fn an_array_repeats_its_name_unless_explode_is_false() {
    let (server, client) = answering_json(json!([])).await;
    let search = client.query_parameters().books().search("sea & sand");
    let search = search.author(["Ada", "Bo"]).in_print(true).price_max(12.5);
    let genres = [query_parameters::Genre::Crime, query_parameters::Genre::Poetry];
    search.genre(genres).send().await.expect("books");
    let query = "q=sea+%26+sand&author=Ada&author=Bo&inPrint=true&price%5Bmax%5D=12.5\
                 &genre=crime%2Cpoetry";
    assert_eq!(only(&server).await.url.query(), Some(query));
}

#[tokio::test]
async fn a_form_field_is_text_a_list_or_json() {
    let (server, client) = answering_json(json!({"id": "1"})).await;
    let register = client.form_body().guests().register("Ada L", 2);
    let register = register.wishes(["view", "quiet"]).rooms([1, 2]);
    let register = register.meals([form_body::Meal::Breakfast, form_body::Meal::Dinner]);
    register.preferences(json!({"tea": true})).breakfast(false).send().await.expect("a guest");
    let body = "FullName=Ada+L&Nights=2&Wishes=view&Wishes=quiet&Rooms=1%2C2\
                &Meals=breakfast&Meals=dinner&Preferences=%7B%22tea%22%3Atrue%7D&Breakfast=false";
    assert_eq!(text(&only(&server).await), body);
}

#[tokio::test]
async fn a_header_holds_a_list_with_commas_and_none_that_openapi_ignores() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let body = header_parameters::Crate::new("tea".to_owned());
    let replace = client.header_parameters().crates().replace("7", "v1", body);
    replace.x_request_tags(["a", "b"]).x_dry_run(true).send().await.expect("no answer");
    let request = only(&server).await;
    assert_eq!(header(&request, "if-match"), Some("v1"));
    assert_eq!(header(&request, "x-request-tags"), Some("a,b"));
    assert_eq!(header(&request, "x-dry-run"), Some("true"));
    assert_eq!(header(&request, "authorization"), None);
    assert_eq!(text(&request), r#"{"label":"tea"}"#);
}

#[tokio::test]
async fn a_json_body_has_what_was_set_and_nothing_else() {
    let (server, client) = answering_json(json!({"id": "1"})).await;
    let line = json_body::Line::new("tea".to_owned(), 2);
    let order = json_body::NewOrder::new("Ada".to_owned(), vec![line]);
    client.json_body().orders().place(order).send().await.expect("an order");
    let request = only(&server).await;
    assert_eq!(header(&request, "content-type"), Some("application/json"));
    let sent: Value = serde_json::from_str(text(&request)).expect("JSON");
    assert_eq!(sent, json!({"customer": "Ada", "lines": [{"article": "tea", "count": 2}]}));
}

#[tokio::test]
async fn several_parameters_can_stand_in_one_segment() {
    let (server, client) = answering(ResponseTemplate::new(200).set_body_bytes([0, 255])).await;
    let tile = client.path_parameters().maps(3, 1, 2).get().send().await.expect("bytes");
    assert_eq!(tile, [0, 255]);
    assert_eq!(only(&server).await.url.path(), "/maps/3/1-2.png");
}

#[tokio::test]
async fn bytes_and_text_go_out_as_they_are() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let bodies = client.bodies();
    bodies.blobs().put("1", vec![0, 255]).send().await.expect("no answer");
    bodies.notes().create().send().await.expect("no answer");
    bodies.notes().create().body("<tea/>").send().await.expect("no answer");
    let requests = server.received_requests().await.expect("a server that keeps requests");
    let sent: Vec<_> = requests.iter().map(|it| (header(it, "content-type"), &*it.body)).collect();
    assert_eq!(
        sent,
        [
            (Some("application/octet-stream"), &[0, 255][..]),
            (Some("text/xml"), b""),
            (Some("text/xml"), b"<tea/>"),
        ]
    );
}

#[tokio::test]
async fn the_body_of_a_failure_can_be_read_as_the_document_says() {
    let body = json!({"until": "tomorrow"});
    let (_server, client) = answering(ResponseTemplate::new(409).set_body_json(body)).await;
    let error = client.unexpressed().stamps().buy().send().await.expect_err("sold out");
    let said = error.api_error().expect("what the server said");
    let failure: unexpressed::BuyStampsProblem = said.body_as().expect("as the document says");
    assert_eq!(failure.until.as_deref(), Some("tomorrow"));
    let error = said.body_as::<Vec<bool>>().expect_err("it is no list");
    assert_eq!((error.expected, error.found), ("an array", "an object"));
}

#[tokio::test]
async fn each_operation_authenticates_as_its_document_says() {
    let (server, client) = answering_json(json!([])).await;
    let town_hall = client.authentication();
    town_hall.news().list().send().await.expect("news");
    town_hall.forms().list().send().await.expect("forms");
    town_hall.records().get().send().await.expect("records");
    town_hall.vault().get().send().await.expect("the vault");
    town_hall.plans().list().send().await.expect("plans");
    town_hall.permits().list().send().await.expect("permits");
    let requests = server.received_requests().await.expect("a server that keeps requests");
    let sent: Vec<_> = requests.iter().map(|it| header(it, "authorization")).collect();
    let (basic, bearer) = (Some("Basic YWRhOnNlY3JldA=="), Some("Bearer token"));
    assert_eq!(sent, [None, basic, bearer, bearer, bearer, bearer]);
}

#[tokio::test]
async fn a_key_goes_where_its_document_says() {
    let (server, _) = answering_json(json!([])).await;
    let builder = Client::builder().base_url(server.uri()).basic_auth("ada", "secret");
    let client =
        ["key", "query", "cookie"].into_iter().fold(builder, |it, key| it.api_key_auth(key, key));
    let town_hall = client.build().expect("a client").authentication();
    town_hall.vault().get().send().await.expect("the vault");
    town_hall.cellar().get().send().await.expect("the cellar");
    town_hall.attic().get().send().await.expect("the attic");
    town_hall.treasury().get().send().await.expect("the treasury");
    let requests = server.received_requests().await.expect("a server that keeps requests");
    let sent: Vec<_> = requests
        .iter()
        .map(|it| {
            [it.url.query(), header(it, "x-key"), header(it, "cookie"), header(it, "authorization")]
        })
        .collect();
    let basic = Some("Basic YWRhOnNlY3JldA==");
    assert_eq!(
        sent,
        [
            [None, Some("key"), None, None],
            [Some("api_key=query"), None, None, None],
            [None, None, Some("session=cookie"), None],
            [None, Some("key"), None, basic],
        ]
    );
}

#[tokio::test]
async fn client_credentials_bring_a_token_where_the_document_says_so() {
    let token = json!({"access_token": "t0ken", "expires_in": 3600});
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(token))
        .mount(&server)
        .await;
    let client = Client::builder().base_url(server.uri()).client_credentials("id", "secret");
    let iam = client.build().expect("a client").client_credentials();
    iam.ping().ping().send().await.expect("an answer");
    iam.users().list().send().await.expect("an answer");
    iam.users().list().send().await.expect("an answer");
    iam.users().fetch("1").send().await.expect_err("this one wants a token from its user");
    let requests = server.received_requests().await.expect("a server that keeps requests");
    let sent: Vec<_> =
        requests.iter().map(|it| (it.url.path(), header(it, "authorization"))).collect();
    let bearer = Some("Bearer t0ken");
    let expected =
        [("/v1/ping", None), ("/v1/token", None), ("/v1/users", bearer), ("/v1/users", bearer)];
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn a_client_has_the_account_of_calls_that_name_none() {
    const OWN: &str = "AC23097b05e1fd61dfe2a4e3519fb34c20";
    const OTHER: &str = "AC00000000000000000000000000000000";
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let error = client.client_parameters().calls().list().send().await.expect_err("no account");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.to_string().contains("`AccountSid` has no value"), "{error}");
    let builder = Client::builder().base_url(server.uri()).basic_auth("SK1", "secret");
    let client = builder.parameter("AccountSid", OWN).build().expect("a client");
    let api = client.client_parameters();
    api.calls().list().send().await.expect("no answer");
    api.calls().account_sid(OTHER).list().send().await.expect("no answer");
    api.balances().fetch().send().await.expect("no answer");
    api.balances().fetch().account_sid(OTHER).send().await.expect("no answer");
    let requests = server.received_requests().await.expect("a server that keeps requests");
    let paths: Vec<_> = requests.iter().map(|request| request.url.path().to_owned()).collect();
    assert_eq!(
        paths,
        [
            format!("/2010-04-01/Accounts/{OWN}/Calls.json"),
            format!("/2010-04-01/Accounts/{OTHER}/Calls.json"),
            format!("/v1/Balances/{OWN}"),
            format!("/v1/Balances/{OTHER}"),
        ]
    );
}

#[tokio::test]
async fn dates_are_sent_as_they_were_written() {
    let (server, client) = answering_json(json!([])).await;
    let list = client.dates_and_uris().events().list();
    let until: DateTime = "2026-01-02T03:04:05+01:00".parse().expect("a date and time");
    list.until(until).source("/a?b").send().await.expect("events");
    let query = "until=2026-01-02T03%3A04%3A05%2B01%3A00&source=%2Fa%3Fb";
    assert_eq!(only(&server).await.url.query(), Some(query));
}

#[tokio::test]
async fn a_redirection_that_the_document_has_is_an_answer_and_is_not_followed() {
    let (server, client) = answering(
        ResponseTemplate::new(307)
            .insert_header("location", "/elsewhere")
            .set_body_json(json!({"redirect_to": "https://files.example.com/1"})),
    )
    .await;
    let place = client.redirects().files().fetch("1").send().await.expect("a place");
    let to = place.redirect_to.expect("a URL");
    assert_eq!(to.as_str(), "https://files.example.com/1");
    let location = client.redirects().content("1").fetch().send().await.expect("a location");
    assert_eq!(location.as_str(), "/elsewhere");
    let requests = server.received_requests().await.expect("a server that keeps requests");
    assert_eq!(requests.len(), 2);
    let (_server, client) = answering(ResponseTemplate::new(304)).await;
    let unchanged = client.redirects().files().update("1").send().await.expect("an answer");
    assert_eq!(unchanged, redirects::UpdateFileAnswer::NotModified);
}

#[tokio::test]
async fn the_values_of_a_collapsible_map_are_sent_one_by_one() {
    let (server, client) = answering_json(json!({})).await;
    let data = json!({"weather": {"unit": "C", "days": [1, 2]}, "none": null, "tone": true});
    let fetch = client.collapsible_map().phone_numbers().fetch("+1");
    fetch.add_ons(["weather"]).add_ons_data(data).send().await.expect("a phone number");
    let query = "AddOns=weather&AddOns.weather.unit=C&AddOns.weather.days=1\
                 &AddOns.weather.days=2&AddOns.tone=true";
    assert_eq!(only(&server).await.url.query(), Some(query));
}

#[tokio::test]
async fn a_list_goes_on_with_the_token_of_its_page() {
    let page = json!({"requests": [{"sid": "1"}], "meta": {"next_token": "b"}});
    let last = json!({"requests": [{"sid": "2"}], "meta": {"next_token": null}});
    let (server, client) = answering_json(last).await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(page))
        .up_to_n_times(1)
        .with_priority(1)
        .mount(&server)
        .await;
    let mut requests = client.token_paging().requests().list().status("new").limit(5).stream();
    let mut sids = Vec::new();
    while let Some(request) = requests.try_next().await.expect("a request") {
        sids.extend(request.sid);
    }
    assert_eq!(sids, ["1", "2"]);
    let received = server.received_requests().await.expect("a server that keeps requests");
    let queries: Vec<_> = received.iter().filter_map(|it| it.url.query()).collect();
    assert_eq!(queries, ["Status=new&Size=5", "Status=new&Size=5&Token=b"]);
}

#[tokio::test]
async fn one_field_of_each_group_must_be_set_before_anything_is_sent() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let create = client.conditions().notifications().create("+1");
    let error = create.clone().body("Hi").send().await.expect_err("no sender");
    assert_eq!(error.kind(), ErrorKind::Request);
    let text = error.to_string();
    assert!(text.ends_with("`From` or `MessagingServiceSid` must be given"), "{text}");
    create.media_url(["a"]).from("+2").send().await.expect("no answer");
    assert_eq!(text_of(&server).await, "To=%2B1&MediaUrl=a&From=%2B2");
}

#[test]
fn values_survive_the_way_to_rust_and_back() {
    fn assert_survives<T: serde::Serialize + for<'de> serde::Deserialize<'de>>(value: Value) {
        let read: T = serde_json::from_value(value.clone()).expect("a value");
        assert_eq!(serde_json::to_value(read).expect("JSON"), value);
    }
    assert_survives::<maps::Entry>(json!({"default": "a", "rest": "b", "c": "d"}));
    assert_survives::<maps::Nested>(json!({"a": {"b": [1, 2]}}));
    assert_survives::<all_of::Truck>(json!({"plate": "A", "axles": 3, "load": {"tons": 1.5}}));
    let mother = json!({"name": "Eve", "children": [{"name": "Ada"}]});
    assert_survives::<recursive_schemas::Person>(json!({"name": "Ada", "mother": mother}));
    let rfc_2822 = "Wed, 16 Dec 2015 22:18:37 +0000";
    let links = json!({"self": "/events/1", "next": null});
    assert_survives::<dates_and_uris::Event>(json!({
        "day": "2015-12-16", "starts": "2015-12-16T22:18:37Z", "sent": rfc_2822, "links": links,
    }));
}
