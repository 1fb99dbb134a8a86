//! Why a call cannot be sent as it is.

use std::borrow::Cow;

/// A parameter whose value is refused before anything is sent. The value itself is not kept.
///
/// Parameters of one name in several places are several parameters (OpenAPI, Parameter Object).
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) place: Place,
    pub(super) parameter: Cow<'static, str>,
    pub(super) reason: &'static str,
}

impl Fault {
    /// A fault of something that has one place only, or that no value can take the place of.
    pub(super) fn new(parameter: impl Into<Cow<'static, str>>, reason: &'static str) -> Self {
        Self { place: Place::Elsewhere, parameter: parameter.into(), reason }
    }
}

/// Where in a request a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Path,
    Query,
    Header,
    Cookie,
    Form,
    Elsewhere,
}
