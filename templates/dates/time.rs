//! Days and instants as time has them.

use std::time::{Duration, SystemTime};

use time::error::ParseFromDescription::InvalidComponent;
use time::format_description::well_known::{Rfc2822, Rfc3339};
use time::{PrimitiveDateTime, UtcOffset};

pub(super) type Day = time::Date;
pub(super) type Error = time::error::Parse;
pub(super) type Timestamp = time::OffsetDateTime;

/// Where the time begins, in bytes.
const AFTER_DATE: usize = 10;

/// The day of a `full-date` of RFC 3339.
pub(super) fn read_day(text: &str) -> Result<Day, Error> {
    Ok(read_rfc_3339(&format!("{text}T00:00:00Z"))?.date())
}

/// The day as RFC 3339 writes it; years of more digits have six and a sign (ISO 8601).
pub(super) fn write_day(day: Day) -> String {
    let year = match day.year() {
        year @ 0..=9999 => format!("{year:04}"),
        year => format!("{year:+07}"),
    };
    format!("{year}-{:02}-{:02}", u8::from(day.month()), day.day())
}

/// The instant of a text of RFC 3339 or RFC 2822 that has no more bytes than that.
pub(super) fn read(text: &str, longest: usize) -> Result<Timestamp, Error> {
    if text.len() > longest {
        return Err(InvalidComponent("length").into());
    }
    let read = match read_rfc_3339(text) {
        Ok(timestamp) => timestamp,
        Err(error) => Timestamp::parse(text, &Rfc2822).map_err(|_| error)?,
    };
    read.checked_to_offset(UtcOffset::UTC).ok_or(InvalidComponent("year").into())
}

/// The parser takes anything between date and time; nobody else does.
fn read_rfc_3339(text: &str) -> Result<Timestamp, Error> {
    match text.as_bytes().get(AFTER_DATE) {
        Some(b'T' | b't' | b' ') => Timestamp::parse(text, &Rfc3339),
        _ => Err(InvalidComponent("separator").into()),
    }
}

/// The instant as RFC 3339 writes it in UTC, with a fraction only if there is one; the nearest one
/// within the years -9999 to 9999 if those of UTC are others.
pub(super) fn write(timestamp: Timestamp) -> String {
    let nearest = limit(timestamp.year() < 0);
    let utc = timestamp.checked_to_offset(UtcOffset::UTC).unwrap_or(nearest);
    let (hour, minute, second, nanosecond) = utc.to_hms_nano();
    let time = format!("{hour:02}:{minute:02}:{second:02}.{nanosecond:09}");
    let time = time.trim_end_matches('0').trim_end_matches('.');
    format!("{}T{time}Z", write_day(utc.date()))
}

/// The instant of a time, or the nearest one within the years -9999 to 9999.
pub(super) fn nearest(time: SystemTime) -> Timestamp {
    let epoch = Timestamp::UNIX_EPOCH;
    let found = match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => after.try_into().ok().and_then(|it| epoch.checked_add(it)),
        Err(error) => error.duration().try_into().ok().and_then(|it| epoch.checked_sub(it)),
    };
    found.unwrap_or(limit(time < SystemTime::UNIX_EPOCH))
}

/// The first instant that there is, or the last.
fn limit(is_first: bool) -> Timestamp {
    let limit = if is_first { PrimitiveDateTime::MIN } else { PrimitiveDateTime::MAX };
    limit.assume_utc()
}

/// How long it is from one instant to a later one; no time at all to an earlier one.
pub(super) fn between(from: Timestamp, to: Timestamp) -> Duration {
    (to - from).try_into().unwrap_or_default()
}
