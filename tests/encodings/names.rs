//! Names in any script.

use bindery_acceptance::cases::names_scripts::{Etagere, ShangPin, ShangPinTsvet};
use serde_json::json;

use super::{answering_json, only, text};

#[tokio::test]
async fn names_go_over_the_wire_as_the_document_writes_them() {
    let answer = json!({"größe": 1.5, "हिन्दी": {"価格": 7, "цвет": "синий", "🐈": true}});
    let (server, client) = answering_json(answer).await;
    let mut goods = ShangPin::new(3);
    goods.tsvet = Some(ShangPinTsvet::Krasnyi);
    let add = client.names_scripts().shang_pin().wo_zhui_jia(goods).huo_bi("元");
    let Etagere { grosse, hindii, .. } = add.send().await.expect("a shelf");
    let request = only(&server).await;
    assert_eq!(request.url.path(), "/%E5%95%86%E5%93%81");
    let pairs: Vec<_> = request.url.query_pairs().into_owned().collect();
    assert_eq!(pairs, [("货币".to_owned(), "元".to_owned())]);
    assert_eq!(text(&request), r#"{"価格":3,"цвет":"красный"}"#);
    let inside = hindii.expect("goods");
    assert_eq!((grosse, inside.jia_ge, inside.cat2), (Some(1.5), 7, Some(true)));
    assert_eq!(inside.tsvet, Some(ShangPinTsvet::Sinii));
}
