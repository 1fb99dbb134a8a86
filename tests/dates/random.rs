//! What holds of any text.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::forms::{Read, forms};

/// Texts that have little to do with dates, and such as differ from one in a few places: 200 bytes at most.
fn texts() -> impl Strategy<Value = String> {
    let any = ".{0,50}";
    let close = "[-+0-9A-Za-z :.,()\\\\éTZ]{0,100}";
    let instant =
        "[-+]?[0-9]{2,6}-[0-9]{2}-[0-9]{2}.[0-9]{2}:[0-9]{2}:[0-9]{2}[.,]?[0-9]{0,40}.{0,6}";
    let mail = "([A-Z][a-z]{2},)? ?[0-9]{1,2} (Jan|Feb|Dec) [0-9]{2,6} [0-9]{2}:[0-9]{2}(:[0-9]{2})? .{0,20}";
    prop_oneof![any, close, instant, mail]
}

/// Texts of RFC 3339 whose year all crates have; not all of their days are in the calendar.
fn instants() -> impl Strategy<Value = String> {
    "[1-8][0-9]{3}-(0[1-9]|1[0-2])-[0-3][0-9][Tt ]([01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9]\
     (\\.[0-9]{1,9})?([Zz]|[-+]([01][0-9]|2[0-3]):[0-5][0-9])"
}

fn config() -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig { rng_seed: RngSeed::Fixed(0), ..config },
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_text_changes(text in texts()) {
        prop_assert!(text.len() <= 200);
        for form in forms() {
            for read in [form.instant, form.day] {
                let Read { kept, names, parses } = read(&text);
                prop_assert_eq!(kept, text.as_str(), "{}", form.name);
                prop_assert_eq!(names.is_some(), parses, "{}", form.name);
            }
        }
    }

    #[test]
    fn each_crate_reads_and_writes_the_same(text in instants()) {
        let [jiff, chrono, time] = forms().map(|form| (form.instant)(&text));
        prop_assert_eq!(&jiff, &chrono);
        prop_assert_eq!(&jiff, &time);
        let day = text.get(..10).unwrap_or_default();
        let [jiff, chrono, time] = forms().map(|form| (form.day)(day));
        prop_assert_eq!(&jiff, &chrono);
        prop_assert_eq!(&jiff, &time);
    }
}
