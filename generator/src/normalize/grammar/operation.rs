//! The objects of a call: Paths, Path Item, Operation, Request Body, Responses, Callback, Link.

use super::document::{EXTERNAL_DOCUMENTATION, SECURITY, SERVER};
use super::parameter::{HEADER, MEDIA_TYPE, PARAMETER};
use super::{Object, Others, Rule, Shape, optional, required};
use crate::diagnostics::Code;

pub(super) static PATHS: Object = Object::new("Paths Object", &[]).with_others(Others::Keys {
    fit: |key| key.starts_with('/'),
    misfit: Code::BadPath,
    hold: Shape::Referable(&PATH_ITEM),
});

pub(in crate::normalize) static PATH_ITEM: Object = Object::new(
    "Path Item Object",
    &[
        optional("get", Shape::Object(&OPERATION)),
        optional("put", Shape::Object(&OPERATION)),
        optional("post", Shape::Object(&OPERATION)),
        optional("delete", Shape::Object(&OPERATION)),
        optional("options", Shape::Object(&OPERATION)),
        optional("head", Shape::Object(&OPERATION)),
        optional("patch", Shape::Object(&OPERATION)),
        optional("trace", Shape::Object(&OPERATION)),
        optional("summary", Shape::Text),
        optional("description", Shape::Text),
        optional("servers", Shape::List(&Shape::Object(&SERVER))),
        optional("parameters", Shape::List(&Shape::Referable(&PARAMETER))),
    ],
)
.in_section("pathItems")
.with_others(Others::Methods);

pub(in crate::normalize) static OPERATION: Object = Object::new(
    "Operation Object",
    &[
        optional("tags", Shape::List(&Shape::Text)),
        optional("summary", Shape::Text),
        optional("description", Shape::Text),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCUMENTATION)),
        optional("operationId", Shape::Text),
        optional("parameters", Shape::List(&Shape::Referable(&PARAMETER))),
        optional("requestBody", Shape::Referable(&REQUEST_BODY)),
        required("responses", Shape::Object(&RESPONSES)),
        optional("callbacks", Shape::Map(&Shape::Referable(&CALLBACK))),
        optional("deprecated", Shape::Boolean),
        optional("security", SECURITY),
        optional("servers", Shape::List(&Shape::Object(&SERVER))),
    ],
);

pub(super) static REQUEST_BODY: Object = Object::new(
    "Request Body Object",
    &[
        optional("description", Shape::Text),
        required("content", Shape::Map(&Shape::Object(&MEDIA_TYPE))),
        optional("required", Shape::Boolean),
    ],
)
.in_section("requestBodies");

static RESPONSES: Object =
    Object::new("Responses Object", &[optional("default", Shape::Referable(&RESPONSE))])
        .with_others(Others::Keys {
            fit: is_status,
            misfit: Code::BadStatus,
            hold: Shape::Referable(&RESPONSE),
        });

pub(in crate::normalize) static RESPONSE: Object = Object::new(
    "Response Object",
    &[
        required("description", Shape::Text),
        optional("headers", Shape::Map(&Shape::Referable(&HEADER))),
        optional("content", Shape::Map(&Shape::Object(&MEDIA_TYPE))),
        optional("links", Shape::Map(&Shape::Referable(&LINK))),
    ],
)
.in_section("responses");

pub(super) static CALLBACK: Object = Object::new("Callback Object", &[])
    .with_others(Others::Keys {
        fit: |_| true,
        misfit: Code::BadPath,
        hold: Shape::Referable(&PATH_ITEM),
    })
    .in_section("callbacks");

pub(super) static LINK: Object = Object::new(
    "Link Object",
    &[
        optional("operationRef", Shape::Text),
        optional("operationId", Shape::Text),
        optional("parameters", Shape::Map(&Shape::Anything)),
        optional("requestBody", Shape::Anything),
        optional("description", Shape::Text),
        optional("server", Shape::Object(&SERVER)),
    ],
)
.in_section("links")
.with_rule(Rule::Link);

pub(super) static EXAMPLE: Object = Object::new(
    "Example Object",
    &[
        optional("summary", Shape::Text),
        optional("description", Shape::Text),
        optional("value", Shape::Anything),
        optional("externalValue", Shape::Text),
    ],
)
.in_section("examples");

/// A status code of RFC 9110, section 15, or a range such as `2XX`.
fn is_status(key: &str) -> bool {
    match key.as_bytes() {
        [b'1'..=b'5', b'X', b'X'] => true,
        [b'1'..=b'5', tens, ones] => tens.is_ascii_digit() && ones.is_ascii_digit(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_status;

    #[test]
    fn codes_and_ranges_are_statuses() {
        assert!(["100", "204", "599", "1XX", "5XX"].into_iter().all(is_status));
    }

    #[test]
    fn nothing_else_is_a_status() {
        assert!(
            !["", "99", "600", "1000", "2xx", "0XX", "OK", "-10", "200.0", "*"]
                .into_iter()
                .any(is_status)
        );
    }
}
