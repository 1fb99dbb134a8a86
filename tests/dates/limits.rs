//! Times that are the last of their kind.

use std::time::{Duration, SystemTime};

use super::forms::forms;
use bindery_acceptance::dates;

#[test]
fn a_time_is_sent_as_rfc_3339_in_utc() {
    let seconds = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    let before = SystemTime::UNIX_EPOCH - Duration::from_millis(500);
    for (time, text) in [
        (seconds(1_450_304_317), "2015-12-16T22:18:37Z"),
        (seconds(1_450_304_317) + Duration::from_millis(250), "2015-12-16T22:18:37.25Z"),
        (seconds(1_450_304_320) + Duration::from_nanos(10), "2015-12-16T22:18:40.00000001Z"),
        (SystemTime::UNIX_EPOCH, "1970-01-01T00:00:00Z"),
        (before, "1969-12-31T23:59:59.5Z"),
    ] {
        forms().iter().for_each(|form| assert_eq!((form.time)(time), text, "{}", form.name));
    }
}

/// jiff has an instant only where each zone has a day for it, and ends 26 hours earlier.
#[test]
fn a_time_out_of_range_becomes_the_nearest_within() {
    let far = Duration::from_secs(1 << 60);
    for form in forms() {
        let last = (form.time)(SystemTime::UNIX_EPOCH + far);
        assert!(last.starts_with("9999-12-3"), "{}: {last}", form.name);
        let first = (form.time)(SystemTime::UNIX_EPOCH - far);
        assert!(first.starts_with("-009999-01-0"), "{}: {first}", form.name);
    }
}

#[test]
fn an_instant_that_utc_has_no_year_for_becomes_the_nearest() {
    let hour = |hour| time::UtcOffset::from_hms(hour, 0, 0).expect("an offset");
    let last = time::PrimitiveDateTime::MAX.assume_offset(hour(-5));
    assert_eq!(dates::time::DateTime::from(last).as_str(), "9999-12-31T23:59:59.999999999Z");
    let first = time::PrimitiveDateTime::MIN.assume_offset(hour(5));
    assert_eq!(dates::time::DateTime::from(first).as_str(), "-009999-01-01T00:00:00Z");
}

#[test]
fn years_that_only_chrono_has_are_written_as_iso_8601_has_them() {
    let last = dates::chrono::DateTime::from(chrono::DateTime::<chrono::Utc>::MAX_UTC);
    assert_eq!(last.as_str(), "+262142-12-31T23:59:59.999999999Z");
    let first = dates::chrono::Date::from(chrono::NaiveDate::MIN);
    assert_eq!(first.as_str(), "-262143-01-01");
}
