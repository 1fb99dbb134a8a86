//! How long a server asks to be left alone (RFC 9110, section 10.2.3).

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::RETRY_AFTER;

use super::date_time::DateTime;
use super::instant::{between, nearest};

/// The longest pause that a server can ask for.
const LONGEST: Duration = Duration::from_secs(60);

/// The pause that the headers of a response ask for, in seconds or until a date: at most a minute,
/// and none if the date is past. `None` if they ask for none that can be read.
pub(super) fn read(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let asked = if is_number(text) { seconds(text) } else { until(text, now)? };
    Some(asked.min(LONGEST))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits that no `u64` holds are many seconds.
fn seconds(digits: &str) -> Duration {
    digits.parse().map_or(Duration::MAX, Duration::from_secs)
}

fn until(date: &str, now: SystemTime) -> Option<Duration> {
    let date = date.parse::<DateTime>().ok()?.timestamp()?;
    Some(between(nearest(now), date))
}
