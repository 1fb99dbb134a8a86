//! Forms with files (RFC 7578).

use bindery_acceptance::cases::bodies::AddRecordLabel;
use bindery_acceptance::cases::{Content, FilePart};
use wiremock::{Request, ResponseTemplate};

use super::{answering, header, only};

/// The body has these parts alone: what stands behind `form-data;`, and the content.
fn assert_parts(request: &Request, parts: &[(&str, &str)]) {
    let media_type = header(request, "content-type").expect("a media type");
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").expect("a form");
    let part = |(head, content): &(&str, &str)| {
        format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let expected: String = parts.iter().map(part).collect();
    let body = String::from_utf8_lossy(&request.body);
    assert_eq!(body, format!("{expected}--{boundary}--\r\n"));
}

#[tokio::test]
async fn files_go_out_in_a_multipart_form() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let photo = FilePart::new("a\"b.png", vec![0, 255, 13, 10]).media_type("image/png\r\nX: y");
    let upload = client.bodies().photos().upload(photo).title("Tea\r\n--").tags(["a", "b"]);
    upload.copies([b"1".to_vec(), b"2".to_vec()]).send().await.expect("no answer");
    let copy = "name=\"copies\"; filename=\"file\"\r\nContent-Type: application/octet-stream";
    let expected = [
        ("name=\"title\"", "Tea\r\n--"),
        ("name=\"tags\"", "a"),
        ("name=\"tags\"", "b"),
        ("name=\"photo\"; filename=\"a%22b.png\"\r\nContent-Type: image/png", "\0\u{fffd}\r\n"),
        (copy, "1"),
        (copy, "2"),
    ];
    assert_parts(&only(&server).await, &expected);
}

#[tokio::test]
async fn a_part_has_the_media_type_that_the_document_says() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let mut label = AddRecordLabel::default();
    label.r#box = Some(7);
    let add = client.bodies().records().add(b"II*".to_vec()).label(label).table("a,b").note("x");
    add.send().await.expect("no answer");
    let expected = [
        ("name=\"label\"\r\nContent-Type: application/json", "{\"box\":7}"),
        ("name=\"table\"\r\nContent-Type: text/csv", "a,b"),
        ("name=\"note\"", "x"),
        ("name=\"scan\"; filename=\"file\"\r\nContent-Type: image/tiff", "II*"),
    ];
    assert_parts(&only(&server).await, &expected);
}

#[tokio::test]
async fn a_file_of_another_media_type_keeps_it() {
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let scan = FilePart::new("a.png", b"PNG".to_vec()).media_type("image/png");
    client.bodies().records().add(scan).send().await.expect("no answer");
    let head = "name=\"scan\"; filename=\"a.png\"\r\nContent-Type: image/png";
    assert_parts(&only(&server).await, &[(head, "PNG")]);
}

#[tokio::test]
async fn a_file_is_read_from_the_disk_while_it_is_sent() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.tiff");
    std::fs::write(&path, "II*").expect("a file");
    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let scan = FilePart::open(&path).expect("a file").media_type("image/tiff");
    client.bodies().records().add(scan).send().await.expect("no answer");
    let head = "name=\"scan\"; filename=\"a.tiff\"\r\nContent-Type: image/tiff";
    assert_parts(&only(&server).await, &[(head, "II*")]);

    let (server, client) = answering(ResponseTemplate::new(204)).await;
    let content = Content::open(&path).expect("a file");
    client.bodies().blobs().put("7", content).send().await.expect("no answer");
    let request = only(&server).await;
    assert_eq!(header(&request, "content-type"), Some("application/octet-stream"));
    assert_eq!(request.body, b"II*");
}
