//! Why a call cannot be sent as it is.

/// A parameter whose value is refused before anything is sent. The value itself is not kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fault {
    pub(super) parameter: &'static str,
    pub(super) reason: &'static str,
}

impl Fault {
    pub(super) fn new(parameter: &'static str, reason: &'static str) -> Self {
        Self { parameter, reason }
    }
}
