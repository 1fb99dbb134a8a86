//! How a caller chooses among several media types of one request body.

use bindery_acceptance::cases::several_bodies::{
    AddPhotoAlbum, AddPhotoAnswer, AddPhotoAsMultipartMood, Link, Photo, UpdatePhotoAsJsonPatchItem,
};
use serde_json::json;
use wiremock::{Request, ResponseTemplate};

use super::{answering, header, only, text};

fn sent(request: &Request) -> (&str, &str, &str) {
    let line = request.url.query().unwrap_or_default();
    (line, header(request, "content-type").unwrap_or_default(), text(request))
}

#[tokio::test]
async fn each_body_that_says_something_else_has_a_method() {
    let added = async || answering(ResponseTemplate::new(202)).await;
    let (server, client) = added().await;
    let link = Link::new("https://example.com/1".to_owned());
    let add = client.several_bodies().photos().add(link).album(AddPhotoAlbum::Pets);
    assert_eq!(add.send().await.expect("an answer"), AddPhotoAnswer::Accepted);
    let request = only(&server).await;
    let body = r#"{"url":"https://example.com/1"}"#;
    assert_eq!(sent(&request), ("album=pets", "application/json", body));

    let (server, client) = added().await;
    let add = client.several_bodies().photos().add_as_multipart(b"PNG".to_vec());
    let add = add.album(AddPhotoAlbum::Places).mood(AddPhotoAsMultipartMood::Glad);
    assert_eq!(add.send().await.expect("an answer"), AddPhotoAnswer::Accepted);
    let request = only(&server).await;
    let (query, media_type, body) = sent(&request);
    assert!(media_type.starts_with("multipart/form-data; boundary="), "{media_type}");
    assert!(query == "album=places" && body.contains("\r\n\r\nPNG\r\n"), "{query} {body}");
    assert!(body.contains("name=\"mood\"\r\n\r\nglad\r\n"), "{body}");

    let (server, client) = added().await;
    let add = client.several_bodies().photos().add_as_png("PNG");
    assert_eq!(add.send().await.expect("an answer"), AddPhotoAnswer::Accepted);
    assert_eq!(sent(&only(&server).await), ("", "image/png", "PNG"));
}

#[tokio::test]
async fn kinds_of_json_are_told_apart_by_their_schemas() {
    let (server, client) = answering(ResponseTemplate::new(200).set_body_json(json!({}))).await;
    let photos = client.several_bodies().photos();
    photos.update("7").body(Photo::default()).send().await.expect("a photo");
    let step = UpdatePhotoAsJsonPatchItem::new("remove".to_owned());
    photos.update_as_json_patch("7").body(vec![step]).send().await.expect("a photo");
    photos.update_as_text("7").body("A title").send().await.expect("a photo");
    let requests = server.received_requests().await.expect("a server that keeps requests");
    let requests: Vec<_> = requests.iter().map(sent).collect();
    assert_eq!(
        requests,
        [
            ("", "application/merge-patch+json", "{}"),
            ("", "application/json-patch+json", r#"[{"op":"remove"}]"#),
            ("", "text/plain", "A title"),
        ]
    );
}
