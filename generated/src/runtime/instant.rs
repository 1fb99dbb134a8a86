//! Days and instants as jiff has them.

use std::time::{Duration, SystemTime};

use jiff::fmt::rfc2822::DateTimeParser;

pub(super) type Day = jiff::civil::Date;
pub(super) type Error = jiff::Error;
pub(super) type Timestamp = jiff::Timestamp;

/// The length of a `full-date` of RFC 3339: `2015-12-16`.
const FULL_DATE: usize = 10;

/// The day of a `full-date` of RFC 3339.
pub(super) fn read_day(text: &str) -> Result<Day, Error> {
    if text.len() != FULL_DATE {
        let message = format_args!("a date has {FULL_DATE} characters, as in 2015-12-16");
        return Err(Error::from_args(message));
    }
    text.parse()
}

/// The day as RFC 3339 writes it.
pub(super) fn write_day(day: Day) -> String {
    day.to_string()
}

/// The instant of a text of RFC 3339 or RFC 2822 that has no more bytes than that.
pub(super) fn read(text: &str, longest: usize) -> Result<Timestamp, Error> {
    if text.len() > longest {
        let message = format_args!("a date and time has at most {longest} bytes");
        return Err(Error::from_args(message));
    }
    match text.parse() {
        Ok(timestamp) => Ok(timestamp),
        Err(error) => DateTimeParser::new().parse_timestamp(text).map_err(|_| error),
    }
}

/// The instant as RFC 3339 writes it in UTC, with a fraction only if there is one.
pub(super) fn write(timestamp: Timestamp) -> String {
    timestamp.to_string()
}

/// The instant of a time, or the nearest one within the years -9999 to 9999.
pub(super) fn nearest(time: SystemTime) -> Timestamp {
    let nearest = if time < SystemTime::UNIX_EPOCH { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::try_from(time).unwrap_or(nearest)
}

/// How long it is from one instant to a later one; no time at all to an earlier one.
pub(super) fn between(from: Timestamp, to: Timestamp) -> Duration {
    to.duration_since(from).try_into().unwrap_or_default()
}
