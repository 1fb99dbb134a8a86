//! Why a call cannot be sent as it is.

use std::borrow::Cow;

/// A parameter whose value is refused before anything is sent. The value itself is not kept.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) parameter: Cow<'static, str>,
    pub(super) reason: &'static str,
}

impl Fault {
    pub(super) fn new(parameter: impl Into<Cow<'static, str>>, reason: &'static str) -> Self {
        Self { parameter: parameter.into(), reason }
    }
}
