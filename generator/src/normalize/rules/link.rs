//! A Link Object names its operation.

use serde_json::{Map, Value};

use super::field;
use crate::diagnostics::Problem;
use crate::normalize::faults;
use crate::normalize::pointer::Pointer;

pub(in crate::normalize) fn check(
    link: &Map<String, Value>,
    at: &Pointer<'_>,
    problems: &mut Vec<Problem>,
) {
    if field(link, "operationRef").or(field(link, "operationId")).is_none() {
        problems.push(faults::missing_field("operationId", "Link Object", at));
    }
}
