//! What clients of documents with `oneOf` and `anyOf` send and read.

use bindery_acceptance::cases::{enums, one_of, unions};
use serde_json::{Value, json};
use wiremock::MockServer;

use super::answering_json;

/// The query and the body of the one request that was made.
async fn sent(server: &MockServer) -> (String, Value) {
    let requests = server.received_requests().await.expect("a server that keeps requests");
    assert_eq!(requests.len(), 1);
    let query = requests[0].url.query().unwrap_or_default().to_owned();
    (query, serde_json::from_slice(&requests[0].body).expect("JSON"))
}

/// What arrives when that is sent.
async fn replaced(method: one_of::Method) -> Value {
    let (server, client) = answering_json(json!(null)).await;
    client.one_of().payments().replace("1", method).send().await.expect("no answer");
    sent(&server).await.1
}

#[tokio::test]
async fn the_discriminator_of_a_body_is_filled_in() {
    let cash = one_of::Method::Cash(one_of::Cash::default());
    assert_eq!(replaced(cash).await, json!({"kind": "cash"}));
    for (kind, sent) in [("card", "card"), ("debit", "debit"), ("", "card")] {
        let card = one_of::Method::Card(one_of::Card::new(kind.to_owned()));
        assert_eq!(replaced(card).await, json!({"kind": sent}));
    }
    let gift = one_of::Voucher::Gift(one_of::VoucherGift::new("A1".to_owned()));
    let voucher = one_of::Method::Voucher(gift);
    assert_eq!(replaced(voucher).await, json!({"kind": "gift", "code": "A1"}));
    let unknown = json!({"kind": "barter", "for": 2});
    assert_eq!(replaced(one_of::Method::Undocumented(unknown.clone())).await, unknown);
}

#[tokio::test]
async fn a_parameter_of_one_or_many_is_a_list_and_another_union_is_its_value() {
    let (server, client) = answering_json(json!(null)).await;
    let method = one_of::Method::Cash(one_of::Cash::default());
    let replace = client.one_of().payments().replace("1", method);
    let replace = replace.expand(["a", "b"]).after(one_of::ReplacePaymentAfter::Integer(7));
    replace.send().await.expect("no answer");
    assert_eq!(sent(&server).await.0, "expand=a&expand=b&after=7");
}

async fn payment(with: Value) -> one_of::Payment {
    let mut body = json!({"amount": 1, "method": {"kind": "cash"}, "reference": "a"});
    let with = with.as_object().expect("an object").clone();
    body.as_object_mut().expect("an object").extend(with);
    let (_server, client) = answering_json(body).await;
    client.one_of().payments().get("1").send().await.expect("a payment")
}

#[tokio::test]
async fn a_discriminator_chooses_the_variant() {
    let methods = [
        (json!({"kind": "debit", "last_four": "1234"}), "Card(Card { kind: \"debit\""),
        (json!({"kind": "cash"}), "Cash(Cash { kind: \"cash\" })"),
        (json!({"kind": "gift", "code": "A"}), "Voucher(Gift(VoucherGift {"),
        (json!({"kind": "refund"}), "Voucher(Refund(VoucherRefund {"),
        (json!({"kind": "gift"}), "Voucher(Undocumented(an object))"),
        (json!({"kind": "barter"}), "Undocumented(an object)"),
        (json!(7), "Undocumented(a number)"),
    ];
    for (method, debug) in methods {
        let payment = payment(json!({"method": method})).await;
        let text = format!("{:?}", payment.method);
        assert!(text.starts_with(debug), "{text}");
        assert_eq!(serde_json::to_value(payment.method).expect("JSON"), method);
    }
}

#[tokio::test]
async fn scalars_lists_and_maps_are_told_by_their_kind() {
    use one_of::{PaymentItems, PaymentReference, PaymentState};
    let reference = async |value: Value| payment(json!({"reference": value})).await.reference;
    assert_eq!(reference(json!("12")).await, PaymentReference::String("12".to_owned()));
    assert!(matches!(reference(json!(12)).await, PaymentReference::Integer(12)));
    assert!(matches!(reference(json!(true)).await, PaymentReference::Boolean(true)));
    assert!(matches!(reference(json!(null)).await, PaymentReference::Undocumented(Value::Null)));
    let items = async |value: Value| payment(json!({"items": value})).await.items.expect("items");
    assert!(
        matches!(items(json!([{"name": "tea"}])).await, PaymentItems::List(list) if list.len() == 1)
    );
    assert!(matches!(items(json!("none")).await, PaymentItems::Value(_)));
    assert!(
        matches!(items(json!({"tea": 3})).await, PaymentItems::IntegerMap(map) if map["tea"] == 3)
    );
    assert_eq!(payment(json!({"state": "refunded"})).await.state, Some(PaymentState::Refunded));
    assert!(payment(json!({"payer": null})).await.payer.is_none());
}

#[tokio::test]
async fn a_union_may_hold_itself() {
    use unions::{AndExpression, Expression, NotExpression};
    let word = |word: &str| Expression::String(word.to_owned());
    let not = Expression::Not(NotExpression::new(Box::new(word("sea"))));
    let both = Expression::And(AndExpression::new(vec![word("sand"), not]));
    let value = json!({"and": ["sand", {"not": "sea"}]});
    assert_eq!(serde_json::from_value::<Expression>(value.clone()).expect("an expression"), both);
    let (server, client) = answering_json(json!([])).await;
    client.unions().search().search(both).send().await.expect("pets");
    assert_eq!(sent(&server).await.1, value);
}

#[test]
fn a_property_with_one_text_in_each_type_tells_them_apart() {
    use unions::{Expression, MoonPhase, NewMoonPhase};
    let phase = |text: &str| serde_json::from_value(json!({"phase": text})).expect("a phase");
    let gibbous = phase("waxing-or-waning-gibbous");
    assert!(matches!(gibbous, Expression::MoonPhase(MoonPhase::WaxingOrWaningGibbous(_))));
    let new = Expression::MoonPhase(MoonPhase::NewMoon(NewMoonPhase::default()));
    assert_eq!(phase("new-moon"), new);
    assert!(matches!(phase("full-moon"), Expression::Undocumented(_)));
}

#[tokio::test]
async fn what_stands_beside_alternatives_is_in_each_of_them() {
    use unions::{Pet, Shape};
    let pets = json!([
        {"species": "Cat", "name": "Tom", "lives": 7},
        {"species": "Dog", "name": "Rex", "size": "large"},
    ]);
    let pets: Vec<Pet> = serde_json::from_value(pets).expect("pets");
    assert!(matches!(&pets[0], Pet::Cat(cat) if cat.name == "Tom" && cat.lives == Some(7)));
    assert!(matches!(&pets[1], Pet::Dog(dog) if dog.name == "Rex" && dog.size.is_some()));
    let (_server, client) =
        answering_json(json!([{"id": "1", "radius": 2.5}, {"id": "2", "side": 1.0}])).await;
    let shapes = client.unions().shapes().list().send().await.expect("shapes");
    assert!(matches!(&shapes[0], Shape::Radius(it) if it.id == "1"));
    assert!(matches!(&shapes[1], Shape::Square(it) if it.id == "2"));
}

#[tokio::test]
async fn an_enum_of_several_types_is_a_union_of_enums() {
    let report = async |height: Value| {
        let (_server, client) = answering_json(json!({"height": height})).await;
        client.enums().reports().get("north").send().await.expect("a report").height
    };
    let number = |it| Some(enums::ReportHeight::Integer(it));
    let text = |it| Some(enums::ReportHeight::Value(it));
    assert_eq!(report(json!(1)).await, number(enums::ReportHeightInteger::N1));
    assert_eq!(report(json!("auto")).await, text(enums::ReportHeightValue::Auto));
    assert_eq!(report(json!(null)).await, None);
    assert_eq!(report(json!(2)).await, number(2.into()));
    assert_eq!(report(json!("low")).await, text("low".into()));
}

#[tokio::test]
async fn an_enum_beside_its_type_in_all_of_is_that_enum() {
    let received = json!({"mood": "calm", "step": 2});
    let (_server, client) = answering_json(received).await;
    let report = client.enums().reports().get("north").send().await.expect("a report");
    assert_eq!(report.mood, Some(enums::ReportMood::Calm));
    assert_eq!(report.step, Some(enums::ReportStep::N2));
    assert_eq!(enums::ReportStep::from(3), enums::ReportStep::N3);
    assert!(!matches!(enums::ReportStep::from(1), enums::ReportStep::N2 | enums::ReportStep::N3));
}
