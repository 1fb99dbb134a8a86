use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use serde_json::json;

use super::runtime::{Date, DateTime, Decode, Decoder, Encode, Param, Uri};

fn decode<T: Decode>(text: &str) -> (T, usize) {
    let mut at = Decoder::new();
    let decoded = at.read(Some(json!(text))).expect("text");
    (decoded, at.into_deviations().len())
}

#[test]
fn each_way_to_write_an_instant_names_it_and_keeps_its_text() {
    let instant: Timestamp = "2015-12-16T22:18:37Z".parse().expect("an instant");
    for text in [
        "2015-12-16T22:18:37Z",
        "2015-12-16T22:18:37.000+00:00",
        "2015-12-16 17:18:37-05:00",
        "Wed, 16 Dec 2015 22:18:37 +0000",
        "16 Dec 2015 22:18:37 GMT",
    ] {
        let (date_time, deviations) = decode::<DateTime>(text);
        assert_eq!(date_time.timestamp(), Some(instant), "{text}");
        assert_eq!(date_time.as_str(), text);
        assert_eq!(deviations, 0, "{text}");
    }
}

#[test]
fn other_text_stays_text() {
    for text in ["", "soon", "2015-12-16", "2015-13-16T22:18:37Z"] {
        let (date_time, deviations) = decode::<DateTime>(text);
        assert_eq!((date_time.timestamp(), deviations), (None, 1), "{text}");
        assert_eq!(date_time.encode(), json!(text));
    }
}

#[test]
fn a_day_is_sent_as_it_is_where_an_instant_is_asked_for() {
    let day: Date = "2024-03-05".parse().expect("a day");
    let filter = DateTime::from(day);
    assert_eq!((filter.text(), filter.timestamp()), ("2024-03-05".into(), None));
}

#[test]
fn deeply_nested_comments_are_not_followed() {
    let text = "(".repeat(1_000_000);
    assert_eq!(decode::<DateTime>(&text).0.timestamp(), None);
    assert!(text.parse::<DateTime>().is_err());
}

#[test]
fn an_instant_is_sent_as_rfc_3339_in_utc() {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_450_304_317);
    assert_eq!(DateTime::from(time).text(), "2015-12-16T22:18:37Z");
    let later = time + Duration::from_millis(250);
    assert_eq!(DateTime::from(later).text(), "2015-12-16T22:18:37.25Z");
}

#[test]
fn a_day_is_a_full_date_and_nothing_more() {
    let (date, deviations) = decode::<Date>("2015-12-16");
    assert_eq!(date.date(), Some(jiff::civil::date(2015, 12, 16)));
    assert_eq!(deviations, 0);
    assert_eq!(Date::from(jiff::civil::date(2015, 12, 16)), date);
    for text in ["2015-12-16T00:00:00", "2015-02-30", "16.12.2015", "20151216"] {
        assert_eq!(decode::<Date>(text).1, 1, "{text}");
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
}

#[test]
fn a_uri_may_be_relative() {
    assert!(Uri::from("/2010-04-01/Accounts.json").to_url().is_err());
    let url = Uri::from("https://example.com/a b").to_url().expect("a URL");
    assert_eq!(Uri::from(url).as_str(), "https://example.com/a%20b");
}

#[test]
fn texts_are_serde_values_too() {
    let read: (DateTime, Date, Uri) =
        serde_json::from_str(r#"["2015-12-16T22:18:37Z", "2015-12-16", "/x"]"#).expect("texts");
    assert_eq!(
        serde_json::to_string(&read).expect("JSON"),
        r#"["2015-12-16T22:18:37Z","2015-12-16","/x"]"#
    );
}
