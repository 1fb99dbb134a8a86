use super::runtime::{Auth, ErrorKind, HttpResponse, StatusCode};
use super::server::DOCUMENT;
use super::transports::Script;

/// A `Link` header, and the target of the next request, if there is one.
const HEADERS: &[(&str, Option<&str>)] = &[
    ("<https://elsewhere.invalid/things?p=2>; rel=\"next\"", Some("/things?p=2")),
    ("</a>; rel=prev, </b>; REL=Next", Some("/b")),
    ("</a,b;c>; title=\"x, <y>; rel=next\"; rel=\"last  next\"", Some("/a,b;c")),
    ("</a>; title=\"\\\"; rel=next\"; rel=last", None),
    ("</a>; rel=first; rel=next", None),
    ("</a>; x=\"next\", </b", None),
    ("nothing", None),
];

fn page(items: &str, link: Option<&str>) -> HttpResponse {
    let mut page = HttpResponse::new(StatusCode::OK, items.to_owned());
    if let Some(link) = link {
        page.headers.insert("link", link.parse().expect("a header"));
    }
    page
}

#[tokio::test]
async fn the_next_link_is_found_wherever_it_stands_in_the_header() {
    for (header, expected) in HEADERS {
        let script = Script::of(vec![Ok(page("[2]", None)), Ok(page("[1]", Some(header)))]);
        let call = script.client().api(DOCUMENT, Auth::None).get("/things");
        let mut items = call.items_by_link::<i64>("");
        while items.try_next().await.expect(header).is_some() {}
        let sent = script.sent.lock().expect("no panic");
        let origin = sent[0].url.origin();
        assert!(sent.iter().all(|it| it.url.origin() == origin), "{header}");
        let next = sent.get(1).map(|it| it.url.as_str().trim_start_matches(DOCUMENT));
        assert_eq!(next, *expected, "{header}");
    }
}

#[tokio::test]
async fn what_is_no_list_of_items_is_an_error() {
    let script = Script::of(vec![Ok(page("{\"things\": []}", None))]);
    let call = script.client().api(DOCUMENT, Auth::None).get("/things");
    let error = call.items_by_link::<i64>("").try_next().await.expect_err("no list");
    assert_eq!(error.kind(), ErrorKind::Decode);
}
