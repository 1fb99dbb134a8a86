//! The exact request of each operation.

use serde_json::{Value, json};
use twilio_client::{chat_v2, chat_v3};
use wiremock::ResponseTemplate;

use super::server::{CHANNEL, Received, SERVICE, Server};
use super::specs;

const FORM: &str = "application/x-www-form-urlencoded";

/// `AC23097b05e1fd61dfe2a4e3519fb34c20:5ecr3t-t0ken` as RFC 7617 writes it.
const AUTHORIZATION: &str =
    "Basic QUMyMzA5N2IwNWUxZmQ2MWRmZTJhNGUzNTE5ZmIzNGMyMDo1ZWNyM3QtdDBrZW4=";

fn assert_common(request: &Received) {
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("authorization"), Some(AUTHORIZATION));
    assert_eq!(request.header("user-agent"), Some("twilio-client/0.1.0"));
}

fn assert_form(request: &Received, body: &str) {
    assert_eq!(request.header("content-type"), Some(FORM));
    assert_eq!(request.body(), body);
}

fn assert_no_body(request: &Received) {
    assert_eq!(request.header("content-type"), None);
    assert_eq!(request.body(), "");
}

#[tokio::test]
async fn chat_v3_update_sends_a_form_and_the_webhook_header() {
    let server = Server::answering_json(200, &json!({"type": "private"})).await;
    let channel = server.client().chat_v3().channels(SERVICE).update(CHANNEL);
    let updated = channel
        .messaging_service_sid("MG0123456789abcdef0123456789abcdef")
        .r#type(chat_v3::ChannelType::Private)
        .x_twilio_webhook_enabled(chat_v3::ChannelWebhookEnabledType::True)
        .send()
        .await
        .expect("a channel");
    assert_eq!(updated.r#type, Some(chat_v3::ChannelType::Private));
    let request = server.only().await;
    assert_eq!(request.line(), format!("POST /v3/Services/{SERVICE}/Channels/{CHANNEL}"));
    assert_eq!(request.header("x-twilio-webhook-enabled"), Some("true"));
    assert_form(&request, "MessagingServiceSid=MG0123456789abcdef0123456789abcdef&Type=private");
    assert_common(&request);
}

#[tokio::test]
async fn chat_v2_create_sends_each_field_of_the_documented_example() {
    let answer =
        specs::example("twilio_chat_v2", &format!("{}/post", specs::CHANNELS), 201, "create");
    let server = Server::answering_json(201, &answer).await;
    let date = || "2024-03-05T09:30:00Z".parse::<twilio_client::DateTime>().expect("a date");
    let create = server.client().chat_v2().channels(SERVICE).create();
    let created = create
        .friendly_name("Front desk")
        .unique_name("front-desk")
        .attributes(r#"{"team":"reception"}"#)
        .r#type(chat_v2::ChannelType::Private)
        .date_created(date())
        .date_updated(date())
        .created_by("reception-bot")
        .x_twilio_webhook_enabled(chat_v2::ChannelWebhookEnabledType::False)
        .send()
        .await
        .expect("a channel");
    assert_eq!(serde_json::to_value(created).expect("JSON"), without_nulls(answer));
    let request = server.only().await;
    assert_eq!(request.line(), format!("POST /v2/Services/{SERVICE}/Channels"));
    assert_eq!(request.header("x-twilio-webhook-enabled"), Some("false"));
    assert_form(
        &request,
        "FriendlyName=Front+desk&UniqueName=front-desk\
         &Attributes=%7B%22team%22%3A%22reception%22%7D&Type=private\
         &DateCreated=2024-03-05T09%3A30%3A00Z&DateUpdated=2024-03-05T09%3A30%3A00Z\
         &CreatedBy=reception-bot",
    );
    assert_common(&request);
}

#[tokio::test]
async fn chat_v2_create_without_a_field_sends_an_empty_form() {
    let server = Server::answering_json(201, &json!({})).await;
    server.client().chat_v2().channels(SERVICE).create().send().await.expect("a channel");
    let request = server.only().await;
    assert_form(&request, "");
    assert_eq!(request.header("content-length"), Some("0"));
    assert_eq!(request.header("x-twilio-webhook-enabled"), None);
}

#[tokio::test]
async fn chat_v2_fetch_encodes_a_unique_name_in_the_path() {
    let server = Server::answering_json(200, &json!({})).await;
    let channels = server.client().chat_v2().channels(SERVICE);
    channels.fetch("100 % für/wider").send().await.expect("a channel");
    let request = server.only().await;
    let encoded = "100%20%25%20f%C3%BCr%2Fwider";
    assert_eq!(request.line(), format!("GET /v2/Services/{SERVICE}/Channels/{encoded}"));
    assert_no_body(&request);
    assert_common(&request);
}

#[tokio::test]
async fn chat_v2_list_sends_its_parameters_in_the_query() {
    let server = Server::answering_json(200, &json!({"channels": []})).await;
    let list = server.client().chat_v2().channels(SERVICE).list();
    let page = list
        .r#type([chat_v2::ChannelType::Public, chat_v2::ChannelType::Private])
        .page_size(20)
        .page(1)
        .page_token("PT a&b")
        .send()
        .await
        .expect("a page");
    assert_eq!(page.items, []);
    let request = server.only().await;
    let query = "Type=public&Type=private&PageSize=20&Page=1&PageToken=PT+a%26b";
    assert_eq!(request.line(), format!("GET /v2/Services/{SERVICE}/Channels?{query}"));
    assert_no_body(&request);
    assert_common(&request);
}

#[tokio::test]
async fn chat_v2_update_sends_each_field_of_the_documented_example() {
    let operation = format!("{}/post", specs::CHANNEL);
    let answer = specs::example("twilio_chat_v2", &operation, 200, "update");
    let server = Server::answering_json(200, &answer).await;
    let date = |text: &str| text.parse::<twilio_client::DateTime>().expect("a date");
    let update = server.client().chat_v2().channels(SERVICE).update(CHANNEL);
    let updated = update
        .friendly_name("Front desk, day shift")
        .unique_name("front-desk-day")
        .attributes(r#"{"team":"reception","shift":"day"}"#)
        .date_created(date("2024-03-05T09:30:00Z"))
        .date_updated(date("2024-03-06T07:45:12Z"))
        .created_by("reception-bot")
        .x_twilio_webhook_enabled(chat_v2::ChannelWebhookEnabledType::True)
        .send()
        .await
        .expect("a channel");
    assert_eq!(serde_json::to_value(updated).expect("JSON"), without_nulls(answer));
    let request = server.only().await;
    assert_eq!(request.line(), format!("POST /v2/Services/{SERVICE}/Channels/{CHANNEL}"));
    assert_eq!(request.header("x-twilio-webhook-enabled"), Some("true"));
    assert_form(
        &request,
        "FriendlyName=Front+desk%2C+day+shift&UniqueName=front-desk-day\
         &Attributes=%7B%22team%22%3A%22reception%22%2C%22shift%22%3A%22day%22%7D\
         &DateCreated=2024-03-05T09%3A30%3A00Z&DateUpdated=2024-03-06T07%3A45%3A12Z\
         &CreatedBy=reception-bot",
    );
    assert_common(&request);
}

#[tokio::test]
async fn chat_v2_delete_sends_no_body_and_expects_none() {
    let server = Server::answering(ResponseTemplate::new(204)).await;
    let delete = server.client().chat_v2().channels(SERVICE).delete(CHANNEL);
    let webhook = chat_v2::ChannelWebhookEnabledType::True;
    delete.x_twilio_webhook_enabled(webhook).send().await.expect("no answer");
    let request = server.only().await;
    assert_eq!(request.line(), format!("DELETE /v2/Services/{SERVICE}/Channels/{CHANNEL}"));
    assert_eq!(request.header("x-twilio-webhook-enabled"), Some("true"));
    assert_no_body(&request);
    assert_common(&request);
}

#[tokio::test]
async fn flex_v1_create_sends_each_field_of_the_documented_example() {
    let operation = format!("{}/post", specs::FLEX_CHANNELS);
    let answer = specs::example("twilio_flex_v1", &operation, 201, "create");
    let server = Server::answering_json(201, &answer).await;
    let flow = "FO4dbb84dc643b1de5670cbf9bd484b849";
    let channels = server.client().flex_v1().channels();
    let created = channels
        .create(flow, "visitor-4821", "Robin", "Order enquiry")
        .target("+12025550143")
        .chat_unique_name("order-enquiry-4821")
        .pre_engagement_data(r#"{"question":"Where is my order?"}"#)
        .task_sid("WT2f9c3ff6ae93b6df226461c022cf0ba8")
        .task_attributes(r#"{"priority":"high"}"#)
        .long_lived(false)
        .send()
        .await
        .expect("a channel");
    assert_eq!(serde_json::to_value(created).expect("JSON"), without_nulls(answer));
    let request = server.only().await;
    assert_eq!(request.line(), "POST /v1/Channels");
    assert_form(
        &request,
        "FlexFlowSid=FO4dbb84dc643b1de5670cbf9bd484b849&Identity=visitor-4821\
         &ChatUserFriendlyName=Robin&ChatFriendlyName=Order+enquiry&Target=%2B12025550143\
         &ChatUniqueName=order-enquiry-4821\
         &PreEngagementData=%7B%22question%22%3A%22Where+is+my+order%3F%22%7D\
         &TaskSid=WT2f9c3ff6ae93b6df226461c022cf0ba8\
         &TaskAttributes=%7B%22priority%22%3A%22high%22%7D&LongLived=false",
    );
    assert_common(&request);
}

#[tokio::test]
async fn a_value_that_would_leave_its_segment_is_refused_before_anything_is_sent() {
    let server = Server::answering_json(200, &json!({})).await;
    for sid in ["", ".", ".."] {
        let fetch = server.client().chat_v2().channels(SERVICE).fetch(sid);
        let error = fetch.send().await.expect_err("a refusal");
        assert_eq!(error.kind(), twilio_client::ErrorKind::Request);
        assert!(error.to_string().contains("Sid"), "{error}");
    }
    assert!(server.received().await.is_empty());
}

/// What a decoded value gives back: a property that is null is one that is not there.
fn without_nulls(mut value: Value) -> Value {
    if let Value::Object(object) = &mut value {
        object.retain(|_, value| !value.is_null());
    }
    value
}
