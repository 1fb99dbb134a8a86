//! The styles of parameters and form fields.

use bindery_acceptance::cases::styles;
use serde_json::json;
use wiremock::ResponseTemplate;

use super::{answering, header, only, text_of};

#[tokio::test]
async fn objects_and_lists_are_written_as_their_style_says() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let mut filter = styles::ListArticlesFilter::default();
    filter.name = Some("tea & co".to_owned());
    filter.weight.get_or_insert_default().min = Some(3);
    filter.colours = Some(vec!["red".to_owned(), "blue".to_owned()]);
    let mut sort = styles::ListArticlesSort::default();
    sort.by = Some("name".to_owned());
    sort.down = Some(true);
    let mut size = styles::ListArticlesBox::default();
    (size.width, size.depth) = (Some(2), Some(5));
    let mut route = styles::ListArticlesRoute::default();
    route.to = Some("x".to_owned());
    let mut range = styles::ListArticlesXRange::default();
    (range.from, range.to) = (Some(1), Some(9));
    let list = client.styles().articles().list().filter(filter).expand(["a", "b"]).sort(sort);
    let list = list.r#box(size).words(["a", "b c"]).codes([1, 2]).route(route).note("q\"");
    let list = list.x_range(range).x_flags(json!({"new": true, "old": false})).theme("a b");
    list.send().await.expect("no answer");
    let request = only(&server).await;
    let pairs: Vec<_> = request.url.query_pairs().into_owned().collect();
    let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let expected = [
        ("filter[name]", "tea & co"),
        ("filter[weight][min]", "3"),
        ("filter[colours][0]", "red"),
        ("filter[colours][1]", "blue"),
        ("expand[0]", "a"),
        ("expand[1]", "b"),
        ("by", "name"),
        ("down", "true"),
        ("box", "width,2,depth,5"),
        ("words", "a b c"),
        ("codes", "1|2"),
        ("route", r#"{"to":"x"}"#),
        ("note", r#""q\"""#),
    ];
    assert_eq!(pairs, expected.map(pair));
    assert_eq!(header(&request, "x-range"), Some("from,1,to,9"));
    assert_eq!(header(&request, "x-flags"), Some("new=true,old=false"));
    assert_eq!(header(&request, "cookie"), Some("theme=a%20b"));
}

#[tokio::test]
async fn fields_of_a_form_are_written_as_their_encoding_says() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let mut item = styles::CreateArticleItem::default();
    item.count = Some(2);
    let create = client.styles().articles().create([item]).meta(json!({"a": "1"}));
    create.plain(json!({"b": "2"})).send().await.expect("no answer");
    assert_eq!(
        text_of(&server).await,
        "items%5B0%5D%5Bcount%5D=2&meta%5Ba%5D=1&plain=%7B%22b%22%3A%222%22%7D"
    );
}

#[tokio::test]
async fn the_style_of_a_path_stands_before_its_values() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let fetch = client.styles().boxes(3).fetch("a/b", ["x", "y"]);
    fetch.send().await.expect("no answer");
    assert_eq!(only(&server).await.url.path(), "/shelves/.3/boxes/;code=a%2Fb.x.y");
}

#[tokio::test]
async fn what_stands_between_the_values_of_a_path_is_not_encoded() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let (at, size) = (styles::GetTileAt::new(1, 2), styles::GetTileSize::new(3, 4));
    let area = styles::GetTileArea::new("a;b=c".to_owned());
    let mut margin = styles::GetTileMargin::default();
    (margin.left, margin.right) = (Some(5), Some(6));
    let tiles = client.styles().tiles();
    let get = tiles.get(at, ["a", "b;/c"], size, [7, 8], area, ["i,j", "k"]).margin(margin);
    get.send().await.expect("no answer");
    let request = only(&server).await;
    let path = "/tiles/;x=1;y=2;spots=a;spots=b%3B%2Fc.w=3.h=4.7,8;area=n,a%3Bb%3Dc-i%2Cj,k";
    assert_eq!(request.url.path(), path);
    let pairs: Vec<_> = request.url.query_pairs().into_owned().collect();
    assert_eq!(pairs, [("margin".to_owned(), "left|5|right|6".to_owned())]);
}

#[tokio::test]
async fn reserved_characters_stay_where_the_document_allows_them_and_harm_no_other_parameter() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let back = "https://a.example/b?c=d;e&f=1+1#g [%26] 100% é'";
    let list = client.styles().articles().list().words(["a/b"]).r#return(back);
    list.near(["1:2", "3/4"]).send().await.expect("no answer");
    let request = only(&server).await;
    let query = "words=a%2Fb&return=https://a.example/b?c=d;e%26f=1%2B1%23g+%5B%26%5D+100%25+%C3%A9%27\
                 &near=1:2&near=3/4";
    assert_eq!(request.url.query(), Some(query));
}
