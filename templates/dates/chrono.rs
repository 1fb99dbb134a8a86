//! Days and instants as chrono has them.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Datelike, Utc};

pub(super) type Day = chrono::NaiveDate;
pub(super) type Error = chrono::ParseError;
pub(super) type Timestamp = DateTime<Utc>;

/// From the beginning of the year -9999 to 1970.
const BEFORE: Duration = Duration::from_secs(377_705_116_800);

/// From 1970 to the last second of the year 9999.
const AFTER: Duration = Duration::from_secs(253_402_300_799);

/// What goes on where it should end: chrono makes errors of texts alone.
const TOO_LONG: &str = "1970-01-01T00:00:00Z, or so";

/// The day of a `full-date` of RFC 3339.
pub(super) fn read_day(text: &str) -> Result<Day, Error> {
    let midnight = DateTime::parse_from_rfc3339(&format!("{text}T00:00:00Z"))?;
    Ok(midnight.date_naive())
}

/// The day as RFC 3339 writes it; years of more digits have six and a sign (ISO 8601).
pub(super) fn write_day(day: Day) -> String {
    let year = match day.year() {
        year @ 0..=9999 => format!("{year:04}"),
        year => format!("{year:+07}"),
    };
    format!("{year}-{:02}-{:02}", day.month(), day.day())
}

/// The instant of a text of RFC 3339 or RFC 2822 that has no more bytes than that.
pub(super) fn read(text: &str, longest: usize) -> Result<Timestamp, Error> {
    let text = if text.len() > longest { TOO_LONG } else { text };
    let read = match DateTime::parse_from_rfc3339(text) {
        Ok(timestamp) => timestamp,
        Err(error) => DateTime::parse_from_rfc2822(text).map_err(|_| error)?,
    };
    Ok(read.to_utc())
}

/// The instant as RFC 3339 writes it in UTC, with a fraction only if there is one.
pub(super) fn write(timestamp: Timestamp) -> String {
    let time = timestamp.format("%H:%M:%S%.9f").to_string();
    let time = time.trim_end_matches('0').trim_end_matches('.');
    format!("{}T{time}Z", write_day(timestamp.date_naive()))
}

/// The instant of a time, or the nearest one within the years -9999 to 9999.
pub(super) fn nearest(time: SystemTime) -> Timestamp {
    // Where the clock knows no such time, every time is within.
    let first = SystemTime::UNIX_EPOCH.checked_sub(BEFORE).unwrap_or(time);
    let last = SystemTime::UNIX_EPOCH.checked_add(AFTER).unwrap_or(time);
    time.max(first).min(last).into()
}

/// How long it is from one instant to a later one; no time at all to an earlier one.
pub(super) fn between(from: Timestamp, to: Timestamp) -> Duration {
    to.signed_duration_since(from).to_std().unwrap_or_default()
}
