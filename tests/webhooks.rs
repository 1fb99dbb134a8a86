//! Signatures of webhooks, by the vectors of Twilio's own libraries and by what those accept.

use twilio_client::webhooks::Validator;

const URL: &str = "https://mycompany.com/myapp.php?foo=1&bar=2";
const SIGNATURE: &str = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
const FORM: [(&str, &str); 5] = [
    ("Digits", "1234"),
    ("CallSid", "CA1234567890ABCDE"),
    ("To", "+18005551212"),
    ("Caller", "+14158675309"),
    ("From", "+14158675309"),
];
const BODY: &[u8] = br#"{"property": "value", "boolean": true}"#;
const BODY_URL: &str = "https://mycompany.com/myapp.php?foo=1&bar=2\
    &bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
const BODY_SIGNATURE: &str = "a9nBmqA0ju/hNViExpshrM61xv4=";

fn validator() -> Validator {
    Validator::new("12345")
}

fn is_empty(url: &str, signature: &str) -> bool {
    validator().is_form(signature, url, [("", ""); 0])
}

#[test]
fn the_documented_request_is_accepted_in_any_order_of_its_fields() {
    let mut form = FORM;
    for _ in 0..form.len() {
        form.rotate_left(1);
        assert!(validator().is_form(SIGNATURE, URL, form));
    }
}

#[test]
fn the_port_of_the_scheme_may_be_there_or_not() {
    let with_port = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
    let signature_with_port = "kvajT1Ptam85bY51eRf/AJRuM3w=";
    for url in [URL, with_port] {
        for signature in [SIGNATURE, signature_with_port] {
            assert!(validator().is_form(signature, url, FORM), "{url} {signature}");
        }
    }
    assert!(is_empty("http://user:pw@example.com:8080/a", "yboGQngumeGAfm541o38z25qtgU="));
    assert!(is_empty("http://user:pw@example.com:8080/a", "Zm5m4YGZHk+IH9knYFq+f1qSUkI="));
}

#[test]
fn anything_that_was_changed_is_refused() {
    let mut form = FORM;
    form[0].1 = "1235";
    assert!(!validator().is_form(SIGNATURE, URL, form), "a value");
    assert!(!validator().is_form(SIGNATURE, URL, FORM[1..].iter().copied()), "a field less");
    assert!(!validator().is_form(SIGNATURE, "https://mycompany.com/myapp.php?foo=1", FORM));
    assert!(!validator().is_form(SIGNATURE, "https://mycompany.org/myapp.php?foo=1&bar=2", FORM));
    assert!(!Validator::new("12346").is_form(SIGNATURE, URL, FORM), "another token");
    for signature in ["", "=", "RSOYDt4T1cUTdK1PDd93/VVr8B8", "RSOYDt4T1cUT", "ü"] {
        assert!(!validator().is_form(signature, URL, FORM), "{signature}");
    }
}

#[test]
fn a_field_that_repeats_counts_once_for_each_value_in_their_order() {
    let signature = "WqC84KIb1tJkjHZXEUW/dfdNJSs=";
    let form = [("M", "b"), ("A", "1"), ("M", "a"), ("M", "b")];
    assert!(validator().is_form(signature, "https://example.com/a", form));
}

#[test]
fn a_body_that_is_no_form_is_known_by_the_digest_in_the_url() {
    assert!(validator().is_body(BODY_SIGNATURE, BODY_URL, BODY));
    assert!(!validator().is_body(BODY_SIGNATURE, BODY_URL, b"{}"), "another body");
    assert!(!validator().is_body(SIGNATURE, URL, BODY), "a URL without a digest");
    let url = BODY_URL.replace("0a1f", "0a1e");
    assert!(!validator().is_body(BODY_SIGNATURE, &url, BODY), "another digest");
}

#[test]
fn a_url_may_have_been_escaped_on_the_way() {
    let signed = "wy/8P97ppSmGgaBJagNCGWsFVsg="; // of ?q=it%27s%20%C3%BC
    assert!(is_empty("https://example.com/a?q=it's%20ü", signed));
    let signed = "SaHw1HcjVpic9dpqERq0MzyTm20="; // of ?q=it's%20%C3%BC
    assert!(is_empty("https://example.com/a?q=it%27s%20%C3%BC", signed));
}

#[test]
fn no_text_is_too_odd() {
    for url in ["", "://", "a://b@[::1]:9?", "https://[", "https://é:x@y:z?=&&%", "\0"] {
        assert!(!is_empty(url, SIGNATURE));
        assert!(!validator().is_body(SIGNATURE, url, BODY));
    }
    assert!(!format!("{:?}", validator()).contains("12345"));
}
