//! Dates and times are read, kept and sent alike, whichever crate they are made of.

mod forms;
mod limits;
mod random;
mod retries;

use serde::Deserialize;

use self::forms::{Form, Read, forms};

/// A text, and what it names, as that is sent.
#[derive(Deserialize)]
struct Case {
    text: String,
    names: Option<String>,
}

fn cases(json: &str) -> Vec<Case> {
    serde_json::from_str(json).expect("cases")
}

fn hold(cases: &[Case], read: impl Fn(&Form, &str) -> Read) {
    let mut wrong = Vec::new();
    for form in forms() {
        for Case { text, names } in cases {
            let (names, parses) = (names.clone(), names.is_some());
            let found = read(&form, text);
            if found != (Read { kept: text.clone(), names, parses }) {
                wrong.push((form.name, found));
            }
        }
    }
    assert!(!cases.is_empty() && wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_text_names_the_same_instant_with_each_crate() {
    hold(&cases(include_str!("instants.json")), |form, text| (form.instant)(text));
}

#[test]
fn a_text_names_the_same_day_with_each_crate() {
    hold(&cases(include_str!("days.json")), |form, text| (form.day)(text));
}

/// RFC 3339, section 5.6, has them; what stands for them differs.
#[test]
fn a_leap_second_names_an_instant_with_each_crate() {
    for form in forms() {
        let names = (form.instant)("2016-12-31T23:59:60Z").names.expect("an instant");
        assert!(names.starts_with("2016-12-31T23:59:"), "{}: {names}", form.name);
    }
}

#[test]
fn deeply_nested_comments_are_not_followed() {
    let text = format!("16 Dec 2015 22:18:37 GMT {}", "(".repeat(1_000_000));
    for form in forms() {
        let Read { kept, names, parses } = (form.instant)(&text);
        assert_eq!((kept == text, names, parses), (true, None, false), "{}", form.name);
    }
}
