//! The same client three times, each with dates of another crate, behind one face.

use std::pin::Pin;
use std::time::{Duration, SystemTime};

/// A client whose dates are made of one of the crates.
pub struct Form {
    /// The crate.
    pub name: &'static str,
    /// What becomes of a text where a document has a date and time.
    pub instant: fn(&str) -> Read,
    /// What becomes of a text where a document has a date.
    pub day: fn(&str) -> Read,
    /// How a time is sent.
    pub time: fn(SystemTime) -> String,
    /// How often a server is asked that can be asked twice within half a minute.
    pub attempts: fn(String) -> Pin<Box<dyn Future<Output = u32>>>,
}

/// What became of a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Read {
    /// The text as it is written again.
    pub kept: String,
    /// What it names, as that is sent.
    pub names: Option<String>,
    /// Whether a user can make a value of it.
    pub parses: bool,
}

macro_rules! form {
    ($name:literal, $($client:ident)::+, $document:ident, $instant:ty, $day:ty) => {{
        use bindery_acceptance::$($client)::+::{Client, Date, DateTime};
        // These are the types that users see.
        let at: fn(&DateTime) -> Option<$instant> = DateTime::timestamp;
        let on: fn(&Date) -> Option<$day> = Date::date;
        let _ = (at, on);
        Form {
            name: $name,
            instant: |text| {
                let read: DateTime = serde_json::from_value(text.into()).expect("a text");
                Read {
                    kept: serde_json::from_value(serde_json::json!(read)).expect("a text"),
                    names: read.timestamp().map(|at| DateTime::from(at).to_string()),
                    parses: text.parse::<DateTime>().is_ok_and(|it| it.timestamp() == read.timestamp()),
                }
            },
            day: |text| {
                let read: Date = serde_json::from_value(text.into()).expect("a text");
                Read {
                    kept: serde_json::from_value(serde_json::json!(read)).expect("a text"),
                    names: read.date().map(|on| Date::from(on).to_string()),
                    parses: text.parse::<Date>().is_ok_and(|it| it.date() == read.date()),
                }
            },
            time: |time| DateTime::from(time).to_string(),
            attempts: |url| {
                Box::pin(async move {
                    let client = Client::builder().base_url(url).max_retries(1).backoff(Duration::ZERO);
                    let client = client.timeout(Duration::from_secs(30)).build().expect("a client");
                    let error = client.$document().events().list().send().await;
                    error.expect_err("a server that is busy").attempts()
                })
            },
        }
    }};
}

/// The client with each of the crates.
pub fn forms() -> [Form; 3] {
    [
        form!("jiff", cases, dates_and_uris, jiff::Timestamp, jiff::civil::Date),
        form!("chrono", dates::chrono, calendar, chrono::DateTime<chrono::Utc>, chrono::NaiveDate),
        form!("time", dates::time, calendar, time::OffsetDateTime, time::Date),
    ]
}
